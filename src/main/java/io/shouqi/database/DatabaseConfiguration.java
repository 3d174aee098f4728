package io.shouqi.database;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Without {@code spring.datasource.url} the product brings its own server; with it, nothing is embedded. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedServer embeddedServer(DatabaseProperties properties) {
        return new EmbeddedServer(properties.dataDir());
    }

    @Bean
    ProductDatabase productDatabase(
            org.springframework.beans.factory.ObjectProvider<EmbeddedServer> embedded,
            DataSourceProperties given,
            DatabaseProperties properties) {
        var server = embedded.getIfAvailable();
        return server != null
                ? ProductDatabase.on(server.jdbcUrl(), server.admin(), properties.database())
                : ProductDatabase.given(given, properties.database());
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(ProductDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.app().user();
            }

            @Override
            public String getPassword() {
                return database.app().password();
            }
        };
    }

    @Bean
    JpaVendorAdapter jpaVendorAdapter(JsonMapper json, Clock clock) {
        var dialect = new CallerDialect(json, clock);
        return new HibernateJpaVendorAdapter() {
            @Override
            public HibernateJpaDialect getJpaDialect() {
                return dialect;
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(ProductDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public @Nullable String getUsername() {
                return database.owner().user();
            }

            @Override
            public @Nullable String getPassword() {
                return database.owner().password();
            }
        };
    }
}
