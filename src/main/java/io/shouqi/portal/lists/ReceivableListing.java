package io.shouqi.portal.lists;

import io.shouqi.lists.Column;
import io.shouqi.lists.ColumnKind;
import io.shouqi.lists.Direction;
import io.shouqi.lists.Listing;
import io.shouqi.lists.SheetColumn;
import io.shouqi.lists.SheetColumn.Word;
import io.shouqi.lists.Sorting;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the list of receivables has. */
@Configuration(proxyBeanMethods = false)
class ReceivableListing {

    /** What is due first comes first. */
    static final Sorting USUAL = new Sorting("dueOn", Direction.ASCENDING);

    static final Listing<ReceivableRow> LISTING = new Listing<>(
            "receivables",
            "/receivables",
            ReceivableFilter.PARAMETERS,
            List.of(
                    head(),
                    column("payer", ColumnKind.TEXT, ReceivableRow::payerName)
                            .as(
                                    sheet("payerRole", row -> new Word("party." + row.payer())),
                                    sheet("payer", ReceivableRow::payerName)),
                    column("fees", ColumnKind.TEXT, ReceivableRow::fees),
                    column("store", ColumnKind.TEXT, ReceivableRow::store),
                    column("dueOn", ColumnKind.DATE, ReceivableRow::dueOn).sorted(Direction.ASCENDING),
                    column("daysOverdue", ColumnKind.MONEY, ReceivableRow::lateness)
                            .sorted(Direction.DESCENDING),
                    column("amount", ColumnKind.MONEY, ReceivableRow::amount).sorted(Direction.DESCENDING),
                    column("paid", ColumnKind.MONEY, ReceivableRow::paid),
                    column("outstanding", ColumnKind.MONEY, ReceivableRow::outstanding),
                    column("instalment", ColumnKind.NUMBER, ReceivableRow::instalment)
                            .onRequest(),
                    column("status", ColumnKind.STATE, row -> new Word("receivableStatus." + row.status()))
                            .always()),
            USUAL);

    private static Column<ReceivableRow> head() {
        return Column.<ReceivableRow>head("receivable", "receivables.receivable")
                .as(
                        sheet("number", ReceivableRow::number),
                        sheet("contractNo", ReceivableRow::contractNo),
                        sheet("address", ReceivableRow::address));
    }

    private static Column<ReceivableRow> column(
            String code, ColumnKind kind, Function<ReceivableRow, @Nullable Object> value) {
        return Column.of(code, "receivables." + code, kind, value);
    }

    private static SheetColumn<ReceivableRow> sheet(String code, Function<ReceivableRow, @Nullable Object> value) {
        return new SheetColumn<>("receivables." + code, value);
    }

    @Bean
    Listing<ReceivableRow> listOfReceivables() {
        return LISTING;
    }
}
