package io.shouqi.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the database at the beginning of each transaction on whose behalf it runs. The settings end with the
 * transaction, so a pooled connection carries nobody's reach to the next.
 */
class CallerDialect extends HibernateJpaDialect {

    private static final String DECLARE = "select set_config('shouqi.company', ?, true),"
            + " set_config('shouqi.stores', ?, true), set_config('shouqi.caller', ?, true)";

    private final JsonMapper json;
    private final Clock clock;

    CallerDialect(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Object beginTransaction(EntityManager entities, TransactionDefinition definition)
            throws PersistenceException, SQLException, TransactionException {
        var transaction = super.beginTransaction(entities, definition);
        declare(getJdbcConnection(entities, definition.isReadOnly()).getConnection());
        return transaction;
    }

    private void declare(Connection connection) throws SQLException {
        var caller = Caller.current();
        try (var statement = connection.prepareStatement(DECLARE)) {
            statement.setString(1, caller.reach().company());
            statement.setString(2, caller.reach().stores());
            statement.setString(3, json.writeValueAsString(CallerText.of(caller, clock.instant())));
            statement.execute();
        }
    }
}
