package io.shouqi.quality;

import io.shouqi.contract.Contracts;
import io.shouqi.contract.CustomerLinks;
import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Users;
import io.shouqi.workflow.ModelDrafts;
import io.shouqi.workflow.ModelKind;
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
    private final ModelDrafts drafts;
    private final Users users;

    DemoThings(
            JdbcClient rows,
            Contracts contracts,
            CustomerLinks links,
            TransactionTemplate transaction,
            ModelDrafts drafts,
            Users users) {
        this.rows = rows;
        this.contracts = contracts;
        this.links = links;
        this.transaction = transaction;
        this.drafts = drafts;
        this.users = users;
    }

    String in(String path) {
        return NAME.matcher(path).replaceAll(found -> switch (found.group(1)) {
            case "asked" -> link("waiting");
            case "draft" -> draft();
            case "paying" -> link("collecting");
            default -> thing(found.group(1));
        });
    }

    /** The demonstration has nobody who draws. */
    private String draft() {
        return Caller.SYSTEM.call(() -> drafts.open(analyst()).stream()
                .filter(draft -> draft.key().equals("collect-receivable"))
                .findFirst()
                .orElseGet(() -> drafts.from(analyst(), ModelKind.PROCESS, "collect-receivable", 1, "逾期再催一次"))
                .id()
                .toString());
    }

    private Actor analyst() {
        return users.byUsername("analyst").orElseThrow();
    }

    private String thing(String name) {
        return rows.sql(WHERE.get(name) + " order by 1 limit 1").query(String.class).single();
    }

    private String link(String contract) {
        return Caller.SYSTEM.call(() -> transaction.execute(state -> links.token(
                contracts.feeList(thing(contract)).confirmations().get(0))));
    }
}
