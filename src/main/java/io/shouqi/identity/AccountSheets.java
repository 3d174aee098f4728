package io.shouqi.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page "my account" shows. */
@Component
@Transactional(readOnly = true)
class AccountSheets {

    private final JdbcClient jdbc;
    private final Users users;
    private final Stores stores;
    private final SecondFactor factor;
    private final Sessions sessions;
    private final Leaves leaves;
    private final Colleagues colleagues;

    AccountSheets(
            JdbcClient jdbc,
            Users users,
            Stores stores,
            SecondFactor factor,
            Sessions sessions,
            Leaves leaves,
            Colleagues colleagues) {
        this.jdbc = jdbc;
        this.users = users;
        this.stores = stores;
        this.factor = factor;
        this.sessions = sessions;
        this.leaves = leaves;
        this.colleagues = colleagues;
    }

    /** @param here id of the session that looks */
    AccountSheet of(Actor actor, String here) {
        // also while somebody else's work is done, the account is one's own
        var self = users.byId(actor.id()).orElse(actor);
        return new AccountSheet(
                self,
                unit(self),
                stores.visibleTo(self).stream().map(Store::name).toList(),
                factor.isOn(self.id()),
                factor.recoveryCodesLeft(self.id()),
                sessions.of(self.id(), here),
                leaves.managedBy(self),
                colleagues.of(self),
                Colleagues.managesPeople(self));
    }

    private String unit(Actor actor) {
        return jdbc.sql("select name from organisation_unit where company = ? and code = ?")
                .params(actor.company(), actor.unit())
                .query(String.class)
                .single();
    }

    /**
     * @param unit name of the company, area or store one belongs to
     * @param stores names of the stores one works in
     * @param managing whether one enters the leaves of others as well
     */
    record AccountSheet(
            Actor self,
            String unit,
            List<String> stores,
            boolean secondFactor,
            int recoveryCodesLeft,
            List<OpenSession> sessions,
            List<Leave> leaves,
            List<Colleagues.Person> colleagues,
            boolean managing) {}
}
