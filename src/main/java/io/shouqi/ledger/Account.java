package io.shouqi.ledger;

/** The accounts the product posts to; codes and names follow the standard chart 企业会计准则. */
public enum Account {
    CASH("1001", "库存现金"),
    BANK("1002", "银行存款"),
    ESCROW_BANK("100202", "银行存款-专户"),
    RECEIVABLE("1122", "应收账款"),
    PAYABLE("2202", "应付账款"),
    ADVANCE("2205", "合同负债"),
    OUTPUT_VAT("222101", "应交税费-应交增值税(销项税额)"),
    ENTRUSTED("224101", "其他应付款-代收款"),
    SUSPENSE("224102", "其他应付款-待查款项"),
    CUSTOMER_CREDIT("224103", "其他应付款-客户余款"),
    REVENUE("6001", "主营业务收入"),
    COST("6401", "主营业务成本"),
    CHANNEL_FEE("660301", "财务费用-手续费");

    private final String code;
    private final String title;

    Account(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
