package io.shouqi.portal.lists;

import io.shouqi.lists.Column;
import io.shouqi.lists.ColumnKind;
import io.shouqi.lists.Direction;
import io.shouqi.lists.Listing;
import io.shouqi.lists.SheetColumn;
import io.shouqi.lists.SheetColumn.Word;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the list of contracts has. */
@Configuration(proxyBeanMethods = false)
class ContractListing {

    static final Listing<ContractRow> LISTING = new Listing<>(
            "contracts",
            "/contracts",
            ContractFilter.PARAMETERS,
            List.of(
                    head(),
                    column("parties", ColumnKind.TEXT, ContractRow::parties),
                    column("store", ColumnKind.TEXT, ContractRow::store)
                            .as(
                                    sheet("store", ContractRow::store),
                                    sheet("type", row -> new Word("dealType." + row.type()))),
                    column("signedOn", ColumnKind.DATE, ContractRow::signedOn).sorted(Direction.DESCENDING),
                    column("value", ColumnKind.MONEY, ContractRow::value),
                    column("owed", ColumnKind.MONEY, ContractRow::owed),
                    column("paid", ColumnKind.MONEY, ContractRow::paid).onRequest(),
                    column("outstanding", ColumnKind.MONEY, ContractRow::outstanding)
                            .sorted(Direction.DESCENDING),
                    column("dueOn", ColumnKind.DATE, ContractRow::dueOn).sorted(Direction.ASCENDING),
                    column("status", ColumnKind.STATE, row -> new Word("contractStatus." + row.status()))
                            .always()),
            null);

    private static Column<ContractRow> head() {
        return Column.<ContractRow>head("contract", "contracts.contract")
                .as(
                        sheet("number", ContractRow::number),
                        sheet("externalNo", ContractRow::externalNo),
                        sheet("address", ContractRow::address));
    }

    private static Column<ContractRow> column(
            String code, ColumnKind kind, Function<ContractRow, @Nullable Object> value) {
        return Column.of(code, "contracts." + code, kind, value);
    }

    private static SheetColumn<ContractRow> sheet(String code, Function<ContractRow, @Nullable Object> value) {
        return new SheetColumn<>("contracts." + code, value);
    }

    @Bean
    Listing<ContractRow> listOfContracts() {
        return LISTING;
    }
}
