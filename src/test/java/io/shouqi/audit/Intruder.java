package io.shouqi.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Somebody with the database administrator's login, whom neither privileges nor triggers stop. For tests. */
final class Intruder implements AutoCloseable {

    private final Connection connection;

    Intruder(String url) throws SQLException {
        connection = DriverManager.getConnection(url, "postgres", "postgres");
        run("set session_replication_role = replica");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String one(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Remembers rows, so that {@link #restore} can bring them back as they were. */
    void keep(String table, String condition) throws SQLException {
        run("drop table if exists kept; create temporary table kept as select * from " + table + " where " + condition);
    }

    void restore(String table, String condition) throws SQLException {
        run("delete from " + table + " where " + condition);
        insert(table, "kept");
    }

    /** @param rows a relation that has the columns of the table; those the database computes are left to it */
    void insert(String table, String rows) throws SQLException {
        var columns = one("select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = '"
                + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
        run("insert into " + table + "(" + columns + ") overriding system value select " + columns + " from " + rows);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
