package io.shouqi.bench;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application's login on a connection that sees the rows of every company. */
final class EveryRow {

    private EveryRow() {}

    static JdbcClient of(ApplicationContext application) {
        var database = application.getBean(JdbcConnectionDetails.class);
        var url = database.getJdbcUrl() + "?options=-c%20shouqi.company=*%20-c%20shouqi.stores=*";
        return JdbcClient.create(new DriverManagerDataSource(url, database.getUsername(), database.getPassword()));
    }
}
