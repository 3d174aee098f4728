package io.shouqi.pricing;

import io.shouqi.pricing.sheet.SheetWriter;
import io.shouqi.pricing.sheet.TableForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The rows of the workbooks in {@code rules/}. Run it to write them again after a change here or of a table's form; a
 * test tells when that was forgotten.
 */
final class ShippedDefinitions {

    record Shipped(TableForm form, String validFrom, String lines) {

        String fileName() {
            return form.code() + "-" + validFrom + ".xlsx";
        }

        List<List<String>> rows() {
            return Rows.of(form, lines);
        }
    }

    private static final String OTHER_FEES = """
            COMMISSION       | 佣金         | 基本 | 二手房 |      | | 买方   |           |           |      | 全额     | 2%   |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 二手房 | 上海 | | 买方   |           |           |      | 全额     | 1%   |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 二手房 | 上海 | | 卖方   |           |           |      | 全额     | 1%   |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 新房   |      | | 开发商 |           |           |      | 全额     | 2%   |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 新房   | 北京 | | 开发商 |           |           |      | 全额     | 2%   |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 新房   | 上海 | | 开发商 |           |           |      | 全额     | 2.5% |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 租赁   |      | | 租客   |           |           |      | 月租倍数 | 0.5  |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 租赁   |      | | 房东   |           |           |      | 月租倍数 | 0.5  |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 租赁   | 北京 | | 租客   |           |           |      | 月租倍数 | 0.5  |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 租赁   | 北京 | | 房东   |           |           |      | 月租倍数 | 0.5  |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 租赁   | 上海 | | 租客   |           |           |      | 月租倍数 | 0.5  |      |      |      | 一般纳税人
            COMMISSION       | 佣金         | 基本 | 租赁   | 上海 | | 房东   |           |           |      | 月租倍数 | 0.5  |      |      |      | 一般纳税人
            TRANSFER_SERVICE | 过户代办费   | 延伸 | 二手房 |      | | 买方   |           |           |      | 固定     |      | 800  |      |      | 一般纳税人
            TRANSFER_SERVICE | 过户代办费   | 延伸 | 二手房 | 北京 | | 买方   |           |           |      | 固定     |      | 1000 |      |      | 一般纳税人
            TRANSFER_SERVICE | 过户代办费   | 延伸 | 二手房 | 上海 | | 买方   |           |           |      | 固定     |      | 1000 |      |      | 一般纳税人
            MORTGAGE_SERVICE | 按揭服务费   | 延伸 | 二手房 |      | | 买方   |           |           |      | 全额     | 1‰   |      | 500  | 5000 | 一般纳税人
            MORTGAGE_SERVICE | 按揭服务费   | 延伸 | 新房   |      | | 买方   |           |           |      | 全额     | 1‰   |      | 500  | 5000 | 一般纳税人
            APPRAISAL        | 评估费       | 延伸 | 二手房 |      | | 买方   |           | 1000000   | 本档 | 分段累进 | 5‰   |      |      |      | 代收
            APPRAISAL        | 评估费       | 延伸 | 二手房 |      | | 买方   | 1000000   | 10000000  | 本档 | 分段累进 | 2.5‰ |      |      |      | 代收
            APPRAISAL        | 评估费       | 延伸 | 二手房 |      | | 买方   | 10000000  | 20000000  | 本档 | 分段累进 | 1.5‰ |      |      |      | 代收
            APPRAISAL        | 评估费       | 延伸 | 二手房 |      | | 买方   | 20000000  | 50000000  | 本档 | 分段累进 | 0.8‰ |      |      |      | 代收
            APPRAISAL        | 评估费       | 延伸 | 二手房 |      | | 买方   | 50000000  | 80000000  | 本档 | 分段累进 | 0.4‰ |      |      |      | 代收
            APPRAISAL        | 评估费       | 延伸 | 二手房 |      | | 买方   | 80000000  | 100000000 | 本档 | 分段累进 | 0.2‰ |      |      |      | 代收
            APPRAISAL        | 评估费       | 延伸 | 二手房 |      | | 买方   | 100000000 |           | 本档 | 分段累进 | 0.1‰ |      |      |      | 代收
            LEASE_FILING     | 租赁备案代办 | 延伸 | 租赁   |      | | 房东   |           |           |      | 固定     |      | 200  |      |      | 一般纳税人
            """;

    static final List<Shipped> ALL = List.of(
            new Shipped(FeeForm.FORM, "2011-01-01", """
                    COMMISSION | 佣金       | 基本 | 二手房 | 北京 | | 买方 | | | | 全额 | 2.2% | | | | 一般纳税人
                    SERVICE    | 居间服务费 | 基本 | 二手房 | 北京 | | 买方 | | | | 全额 | 0.5% | | | | 一般纳税人
                    """ + OTHER_FEES),
            new Shipped(FeeForm.FORM, "2023-09-01", """
                    COMMISSION | 佣金       | 基本 | 二手房 | 北京 | | 买方 | | | | 全额 | 1%   | | | | 一般纳税人
                    COMMISSION | 佣金       | 基本 | 二手房 | 北京 | | 卖方 | | | | 全额 | 1%   | | | | 一般纳税人
                    """ + OTHER_FEES),
            new Shipped(ApprovalLevels.FORM, "2011-01-01", """
                    打折         | |     | 5%  | | | 店长
                    打折         | | 5%  | 10% | | | 店长     | 区域经理
                    打折         | | 10% |     | | | 店长     | 区域经理 | 总监
                    减免         | |     |     | | | 店长     | 财务
                    延期         | |     |     | | | 店长
                    退款         | |     |     | | | 店长     | 财务
                    坏账核销     | |     |     | | | 店长     | 财务
                    倒签或改清单 | |     |     | | | 店长
                    规则调整     | |     |     |       | 1000  | 无需审批
                    规则调整     | |     |     | 1000  | 10000 | 总监
                    规则调整     | |     |     | 10000 |       | 总监     | 财务
                    """),
            new Shipped(ChannelFees.FORM, "2011-01-01", """
                    微信支付 | 0.6%
                    支付宝   | 0.6%
                    借记卡   | 0.5% | | 20
                    信用卡   | 0.6%
                    转账     | 0%
                    现金     | 0%
                    """),
            new Shipped(CommissionRules.FORM, "2011-01-01", """
                    二手房 | | 7%  | 10.5% | 17.5% | 15% | 50%
                    新房   | |     |       | 35%   | 15% | 50%
                    租赁   | | 10% |       | 25%   | 15% | 50%
                    """),
            new Shipped(TaxRates.FORM, "2011-01-01", """
                    一般纳税人   | 6%
                    小规模纳税人 | 3% |            | 2022-12-31
                    小规模纳税人 | 1% | 2023-01-01 | 2027-12-31
                    小规模纳税人 | 3% | 2028-01-01 |
                    免税         | 0%
                    """),
            new Shipped(InstalmentTemplates.FORM, "2011-01-01", """
                    ALL_AT_SIGNING                 | 签约时一次付清       | 100%
                    HALF_SIGNING_HALF_TRANSFER     | 签约一半、过户一半   | 50%  |      |      | 50%
                    ALL_AT_TRANSFER                | 过户时一次付清       |      |      |      | 100%
                    SIGNING_LOAN_TRANSFER          | 签约、批贷、过户三期 | 30%  |      | 40%  | 30%
                    ALL_AT_REGISTRATION            | 网签后一次付清       |      | 100%
                    HALF_SIGNING_HALF_REGISTRATION | 签约一半、网签一半   | 50%  | 50%
                    ALL_AT_HANDOVER                | 交房时一次付清       |      |      |      |      | 100%
                    HALF_SIGNING_HALF_HANDOVER     | 签约一半、交房一半   | 50%  |      |      |      | 50%
                    """));

    private ShippedDefinitions() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of("rules");
        Files.createDirectories(folder);
        for (var table : ALL) {
            Files.write(folder.resolve(table.fileName()), SheetWriter.write(table.form(), table.rows()));
        }
    }
}
