package io.shouqi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouqi.Shop;
import io.shouqi.ShouqiTest;
import io.shouqi.channel.Channel;
import io.shouqi.contract.ContractStatus;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.payment.Cashier;
import io.shouqi.shared.IdempotentCalls.Call;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Whoever gets hold of the database alone learns nobody's phone, id number, link or key. */
@ShouqiTest
class ProtectedDataTest {

    private static final String PHONE = "13687654321";
    private static final String ID_NUMBER = "110101198805053411";
    private static final String EMAIL = "wang.secret@example.com";

    @Autowired
    Shop shop;

    @Autowired
    Contracts contracts;

    @Autowired
    FeeListDesk feeLists;

    @Autowired
    CustomerLinks links;

    @Autowired
    Cashier cashier;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String administrator;

    @Value("${spring.datasource.password}")
    String password;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void a_dump_of_all_tables_from_contract_to_receipt_holds_none_of_it() throws Exception {
        var contract = contractByApi();
        var tokens = contracts.feeList(contract).confirmations().stream()
                .map(links::token)
                .toList();
        tokens.forEach(feeLists::confirmByCustomer);
        shop.settle();
        payAll(contract);
        assertThat(shop.contract(contract).status()).isEqualTo(ContractStatus.CLOSED);

        var secrets = new ArrayList<>(List.of(PHONE, ID_NUMBER, EMAIL, "13800138000", "13900139000"));
        secrets.addAll(tokens);
        for (var channel : List.of(Channel.WECHAT, Channel.ALIPAY)) {
            secrets.add(shop.merchant(channel).keys().privateKey().substring(0, 64));
        }
        secrets.add(shop.merchant(Channel.WECHAT).keys().apiV3Key());

        var seen = new ArrayList<String>();
        everyCell(cell -> {
            secrets.forEach(secret -> assertThat(cell.text()).as(cell.place()).doesNotContain(secret));
            if (cell.text().contains(contract)) {
                seen.add(cell.place());
            }
        });
        assertThat(seen).contains("contract.number", "receipt.contract_no", "act_hi_procinst.business_key_");
    }

    private String contractByApi() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/contracts"))
                .header("Authorization", "Bearer t-key")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"externalNo": "%s", "type": "RESALE", "storeCode": "TT01", "signedOn": "2024-03-01",
                         "price": "5000000.00", "property": {"address": "望京西园四区"}, "instalments": "ALL_AT_SIGNING",
                         "parties": [{"role": "BUYER", "name": "王小明", "phone": "%s", "idNo": "%s", "email": "%s"},
                                     {"role": "SELLER", "name": "李秀英", "phone": "13900139000"}]}
                        """.formatted(UUID.randomUUID(), PHONE, ID_NUMBER, EMAIL)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).path("contractNo").asString();
    }

    private void payAll(String contract) {
        for (var receivable : shop.receivables(contract)) {
            cashier.take(
                    List.of(receivable.number()),
                    new Cashier.Asked("CASH", receivable.outstanding().yuan(), Map.of()),
                    shop.clerk(),
                    new Call("t-clerk", "test", UUID.randomUUID().toString(), ""));
        }
        shop.settle();
    }

    private record Cell(String place, String text) {}

    /** As the administrator sees it: every table of the schema, the engine's and the migrations' own included. */
    private void everyCell(Consumer<Cell> reader) throws SQLException {
        try (var connection = DriverManager.getConnection(url, administrator, password);
                var columns = connection.createStatement().executeQuery("""
                                select table_name, column_name from information_schema.columns
                                 where table_schema = 'public'
                                   and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY')
                                """)) {
            while (columns.next()) {
                var place = columns.getString(1) + "." + columns.getString(2);
                var sql = "select \"%s\" from \"%s\"".formatted(columns.getString(2), columns.getString(1));
                try (var rows = connection.createStatement().executeQuery(sql)) {
                    while (rows.next()) {
                        reader.accept(new Cell(place, text(rows)));
                    }
                }
            }
        }
    }

    private static String text(ResultSet rows) throws SQLException {
        return rows.getObject(1) instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : String.valueOf(rows.getString(1));
    }
}
