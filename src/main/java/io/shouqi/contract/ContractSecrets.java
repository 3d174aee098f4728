package io.shouqi.contract;

import io.shouqi.vault.SealedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rows of this module that follow the keys of the vault. */
@Configuration(proxyBeanMethods = false)
class ContractSecrets {

    @Bean
    SealedRows sealedParties() {
        return Parties.ROWS;
    }

    @Bean
    SealedRows sealedSignatures() {
        return SignatureDesk.ROWS;
    }

    @Bean
    SealedRows sealedLinks() {
        return CustomerLinks.ROWS;
    }
}
