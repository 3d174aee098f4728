package io.shouqi.portal.till;

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

/** What the list of receipts has. */
@Configuration(proxyBeanMethods = false)
class ReceiptListing {

    static final Listing<ReceiptRow> LISTING = new Listing<>(
            "receipts",
            "/receipts",
            ReceiptFilter.PARAMETERS,
            List.of(
                    Column.<ReceiptRow>head("receipt", "receipt.title").as(sheet("receipt.title", ReceiptRow::number)),
                    column("receivedAt", "receipt.at", ColumnKind.DATE, ReceiptRow::receivedOn)
                            .sorted(Direction.DESCENDING),
                    column("payer", "receipt.payer", ColumnKind.TEXT, ReceiptRow::payer)
                            .as(
                                    sheet("receipt.payer", ReceiptRow::payer),
                                    sheet("contracts.contract", ReceiptRow::contractNo)),
                    column("method", "receipt.method", ColumnKind.TEXT, ReceiptRow::method)
                            .as(
                                    sheet("receipt.method", row -> new Word("channel." + row.method())),
                                    sheet("till.transaction", ReceiptRow::slipNo)),
                    column("collectedBy", "receipt.by", ColumnKind.TEXT, ReceiptRow::collectedBy),
                    column("store", "contracts.store", ColumnKind.TEXT, ReceiptRow::store),
                    column("amount", "sheet.amount", ColumnKind.MONEY, ReceiptRow::amount)
                            .sorted(Direction.DESCENDING),
                    column("state", "till.state", ColumnKind.STATE, row -> new Word("till.state." + row.state()))
                            .always()),
            new Sorting("receivedAt", Direction.DESCENDING));

    private static Column<ReceiptRow> column(
            String code, String label, ColumnKind kind, Function<ReceiptRow, @Nullable Object> value) {
        return Column.of(code, label, kind, value);
    }

    private static SheetColumn<ReceiptRow> sheet(String label, Function<ReceiptRow, @Nullable Object> value) {
        return new SheetColumn<>(label, value);
    }

    @Bean
    Listing<ReceiptRow> listOfReceipts() {
        return LISTING;
    }
}
