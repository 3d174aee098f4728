package io.shouqi.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.shared.Money;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of a company's money after everything: list, adjustments, receivables, receipts and books agree. */
final class CrossCheck {

    private CrossCheck() {}

    static void of(String company, JdbcClient rows) {
        assertThat(wrong(company, rows, """
                        select subject from voucher v join journal_entry e on e.voucher_id = v.id
                         where v.company = :company group by subject
                        having coalesce(sum(debit), 0) <> coalesce(sum(credit), 0)
                        """)).as("debit = credit").isEmpty();
        assertThat(wrong(company, rows, """
                        with agreed as (
                          select c.number, l.payer, l.entrusted, coalesce(l.tax, '') as tax, l.amount_fen as fen
                            from contract c join fee_list f on f.contract_id = c.id and f.status = 'CONFIRMED'
                            join fee_list_line l on l.fee_list_id = f.id
                           where c.company = :company and c.status in ('COLLECTING', 'SETTLED', 'CLOSED')
                          union all
                          select a.contract_no, l.payer, l.entrusted, coalesce(l.tax, ''), l.after_fen - l.before_fen
                            from fee_adjustment a join fee_adjustment_line l on l.adjustment_id = a.id
                           where a.company = :company and a.status = 'DONE'
                             and a.contract_no in (select number from contract where status <> 'CANCELLED')
                          union all
                          select contract_no, payer, entrusted, coalesce(tax, ''), -amount_fen from receivable
                           where company = :company and status <> 'CANCELLED')
                        select number from agreed group by number, payer, entrusted, tax having sum(fen) <> 0
                        """))
                .as("fee list + adjustments = receivables")
                .isEmpty();
        assertThat(wrong(company, rows, """
                        select r.number from receivable r where company = :company and r.paid_fen <>
                          (select coalesce(sum(a.amount_fen), 0) from receipt_allocation a where a.receivable_no = r.number)
                        """)).as("paid = allocated").isEmpty();
        assertThat(wrong(company, rows, """
                        select c.number from contract c where c.company = :company and
                          (select coalesce(sum(amount_fen), 0) from customer_credit where contract_no = c.number) <>
                        """ + balance("224103")))
                .as("credit = books")
                .isEmpty();
        for (var account : new String[][] {
            {"1122", "sum(amount_fen - paid_fen) filter (where recognised and not entrusted)"},
            {"2205", "-sum(paid_fen) filter (where not recognised and not entrusted)"},
            {"224101", "-sum(paid_fen) filter (where entrusted)"},
        }) {
            assertThat(wrong(
                            company,
                            rows,
                            "select c.number from contract c where c.company = :company and coalesce((select "
                                    + account[1]
                                    + " from receivable where contract_no = c.number and status <> 'CANCELLED'), 0) <> -"
                                    + balance(account[0])))
                    .as("receivables = account " + account[0])
                    .isEmpty();
        }
        assertThat(wrong(
                        company,
                        rows,
                        "select c.number from contract c where c.company = :company and coalesce((select sum(amount_fen)"
                                + " from receivable where contract_no = c.number and status <> 'CANCELLED' and recognised"
                                + " and not entrusted), 0) <> " + balance("6001") + " + " + balance("222101")))
                .as("recognised = revenue and tax")
                .isEmpty();
        assertThat(wrong(company, rows, """
                        select s.contract_no from commission_share s where s.company = :company group by 1
                        having sum(s.amount_fen + coalesce((select sum(amount_fen) from commission_share_change h
                                                             where h.share_id = s.id), 0)) < 0
                        """))
                .as("no share is less than nothing")
                .isEmpty();
    }

    /** Credit less debit of an account for a contract. */
    static Money balance(String contract, String account, JdbcClient rows) {
        return Money.ofFen(
                rows.sql("""
                        select coalesce(sum(coalesce(e.credit, 0) - coalesce(e.debit, 0)), 0) from voucher v
                          join journal_entry e on e.voucher_id = v.id where v.subject = ? and e.account = ?
                        """).params(contract, account).query(Long.class).single());
    }

    /** The same for contract c. */
    private static String balance(String account) {
        return "(select coalesce(sum(coalesce(e.credit, 0) - coalesce(e.debit, 0)), 0) from voucher v"
                + " join journal_entry e on e.voucher_id = v.id where v.subject = c.number and e.account = '" + account
                + "')";
    }

    private static List<String> wrong(String company, JdbcClient rows, String query) {
        return rows.sql(query).param("company", company).query(String.class).list();
    }
}
