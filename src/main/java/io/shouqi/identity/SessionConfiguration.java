package io.shouqi.identity;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.config.annotation.SpringSessionTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Sessions lie in the database, so that they outlive a restart, every node knows them, and they can be ended. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Each request reads and writes its session; that needs no entities and declares no caller. */
    @Bean(defaultCandidate = false)
    @SpringSessionTransactionManager
    PlatformTransactionManager sessionTransactions(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        var service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, new SerializingConverter());
        service.addConverter(new SessionReader());
        return service;
    }
}
