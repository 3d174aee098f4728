package io.shouqi.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The two roles of the product: {@code shouqi_owner} owns the schema and runs the migrations, {@code shouqi_app} is
 * what the application works as and owns nothing. {@code docs/roles.sql} says the same for operators who prefer to
 * create them by hand.
 */
final class ProductRoles {

    private ProductRoles() {}

    /** Creates or refreshes both roles and hands the schema of that database to the owner. Safe to repeat. */
    static void prepare(String url, Login admin, Login owner, Login app) {
        try (var connection = DriverManager.getConnection(url, admin.user(), admin.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // two nodes may start at once
            statement.execute("select pg_advisory_xact_lock(7412001)");
            for (var role : List.of(owner, app)) {
                statement.execute(roleStatement(connection, role));
            }
            var database = statement.enquoteIdentifier(connection.getCatalog(), true);
            if (!admin.user().equals(owner.user())) {
                statement.execute("grant " + owner.user() + " to current_user");
            }
            statement.execute("revoke all on database " + database + " from public");
            statement.execute("grant connect, temporary on database " + database + " to " + app.user());
            statement.execute("grant connect, create, temporary on database " + database + " to " + owner.user());
            statement.execute("alter schema public owner to " + owner.user());
            statement.execute("revoke all on schema public from public");
            statement.execute("grant usage on schema public to " + app.user());
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The login '" + admin.user() + "' could not prepare the roles shouqi_owner and shouqi_app: "
                            + e.getMessage()
                            + ". Give a login that may create roles, or create them with docs/roles.sql"
                            + " and set spring.datasource.username=shouqi_app and shouqi.database.owner-password.",
                    e);
        }
    }

    private static String roleStatement(Connection connection, Login role) throws SQLException {
        try (var exists = connection.prepareStatement("select 1 from pg_roles where rolname = ?");
                var statement = connection.createStatement()) {
            exists.setString(1, role.user());
            var verb = exists.executeQuery().next() ? "alter" : "create";
            return verb + " role " + role.user()
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password "
                    + statement.enquoteLiteral(role.password());
        }
    }
}
