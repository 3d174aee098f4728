package io.shouqi.portal.monitor;

import io.shouqi.EveryRow;
import io.shouqi.Shop;
import io.shouqi.contract.Contracts;
import io.shouqi.contract.FeeListDesk;
import io.shouqi.database.Caller;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.outbox.OutboxPump;
import io.shouqi.shared.Money;
import io.shouqi.workflow.JobsByHand;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two stores with contracts at many steps, and people who watch them. */
@TestComponent
class MonitoredShop {

    static final String OTHER_STORE = "TT02";

    private final Shop shop;
    private final Organisation organisation;
    private final Contracts contracts;
    private final FeeListDesk feeLists;
    private final OutboxPump outbox;
    private final JobsByHand jobs;
    private final JdbcClient rows;

    MonitoredShop(
            Shop shop,
            Organisation organisation,
            Contracts contracts,
            FeeListDesk feeLists,
            OutboxPump outbox,
            JobsByHand jobs,
            @EveryRow JdbcClient rows) {
        this.shop = shop;
        this.organisation = organisation;
        this.contracts = contracts;
        this.feeLists = feeLists;
        this.outbox = outbox;
        this.jobs = jobs;
        this.rows = rows;
    }

    void open() {
        shop.open();
        hire("m-admin", Shop.COMPANY, Role.ADMINISTRATOR);
        hire("m-director", Shop.COMPANY, Role.DIRECTOR);
        hire("m-analyst", Shop.COMPANY, Role.ANALYST);
        hire("m-auditor", Shop.COMPANY, Role.AUDITOR);
        hire("m-there", OTHER_STORE, Role.STORE_MANAGER);
        hire("m-admin-there", OTHER_STORE, Role.ADMINISTRATOR);
    }

    private void hire(String username, String unit, Role role) {
        organisation.user(Shop.COMPANY, unit, username, username, "secret", Set.of(role));
    }

    Actor named(String username) {
        return shop.named(username);
    }

    /** As the request of that person would. */
    <T> T as(Actor actor, Supplier<T> ask) {
        return actor.through(Caller.Via.PAGE, "").call(ask);
    }

    /** A contract whose receivables cannot be made, because its fee list is not what it should be; it failed for good. */
    String stuck(String store) {
        var number = shop.sign(Shop.in(store, Shop.resale()));
        feeLists.confirm(contracts.byNumber(number), null, "signed paper", shop.clerk());
        outbox.drain();
        feeListIs(number, "FROZEN");
        jobs.fail(number);
        return number;
    }

    void failAgain(String contract) {
        jobs.fail(contract);
    }

    Money total(String contract) {
        return Money.ofFen(rows.sql("select sum(f.total_fen) from fee_list f join contract c on c.id = f.contract_id"
                        + " where c.number = ?")
                .param(contract)
                .query(Long.class)
                .single());
    }

    void mend(String contract) {
        feeListIs(contract, "CONFIRMED");
    }

    private void feeListIs(String contract, String status) {
        rows.sql("update fee_list set status = ? where contract_id = (select id from contract where number = ?)")
                .params(status, contract)
                .update();
    }

    String instance(String businessKey) {
        return rows.sql("select instance from process_case where business_key = ?")
                .param(businessKey)
                .query(String.class)
                .single();
    }

    UUID id(String businessKey) {
        return UUID.fromString(instance(businessKey));
    }
}
