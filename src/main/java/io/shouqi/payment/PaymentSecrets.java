package io.shouqi.payment;

import io.shouqi.vault.SealedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rows of this module that follow the keys of the vault. */
@Configuration(proxyBeanMethods = false)
class PaymentSecrets {

    @Bean
    SealedRows sealedNotices() {
        return Inbox.ROWS;
    }
}
