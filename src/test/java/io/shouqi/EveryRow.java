package io.shouqi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A {@code JdbcClient} for a test's own eyes: the application's login, on connections of its own that see the rows of
 * every company.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface EveryRow {

    @TestConfiguration(proxyBeanMethods = false)
    class Wiring {

        @Bean(defaultCandidate = false)
        @EveryRow
        JdbcClient everyRow(JdbcConnectionDetails database) {
            var url = database.getJdbcUrl() + "?options=-c%20shouqi.company=*%20-c%20shouqi.stores=*";
            return JdbcClient.create(new DriverManagerDataSource(url, database.getUsername(), database.getPassword()));
        }
    }
}
