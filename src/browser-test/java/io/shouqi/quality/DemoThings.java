package io.shouqi.quality;

import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.database.Caller;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Things of the demonstration by the names that {@link Place} gives them. */
final class DemoThings {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, String> WHERE = Map.of(
            "collecting",
            "select number from contract where status = 'COLLECTING' and store_code = 'BJ01'",
            "waiting",
            "select number from contract where status = 'PENDING_CONFIRMATION'",
            "closed",
            "select number from contract where status = 'CLOSED'",
            "receipt",
            "select number from receipt where store_code = 'BJ01'",
            "task",
            "select id from task where status = 'OPEN' and candidate_role = 'STORE_MANAGER'",
            "followUp",
            "select id from task where status = 'OPEN' and candidate_role = 'CLERK' and store_code = 'BJ01'",
            "case",
            "select c.instance from process_case c join contract k on k.number = c.business_key"
                    + " where k.status = 'COLLECTING' and k.store_code = 'BJ01'",
            "person",
            "select id from app_user where username = 'clerk'");

    private final JdbcClient rows;
    private final Contracts contracts;
    private final CustomerLinks links;
    private final TransactionTemplate transaction;

    DemoThings(JdbcClient rows, Contracts contracts, CustomerLinks links, TransactionTemplate transaction) {
        this.rows = rows;
        this.contracts = contracts;
        this.links = links;
        this.transaction = transaction;
    }

    String in(String path) {
        return NAME.matcher(path).replaceAll(found -> switch (found.group(1)) {
            case "asked" -> link("waiting");
            case "paying" -> link("collecting");
            default -> thing(found.group(1));
        });
    }

    private String thing(String name) {
        return rows.sql(WHERE.get(name) + " order by 1 limit 1").query(String.class).single();
    }

    private String link(String contract) {
        return Caller.SYSTEM.call(() -> transaction.execute(state -> links.token(
                contracts.feeList(thing(contract)).confirmations().get(0))));
    }
}
