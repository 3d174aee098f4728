package io.shouqi.portal.entry;

import io.shouqi.vault.SealedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drafts follow the keys of the vault. */
@Configuration(proxyBeanMethods = false)
class EntrySecrets {

    @Bean
    SealedRows sealedDrafts() {
        return Drafts.ROWS;
    }
}
