package io.shouqi.identity;

import io.shouqi.vault.SealedRows;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the vault seal the secrets of phones again when keys have changed. */
@Configuration(proxyBeanMethods = false)
class SecondFactorRows {

    @Bean
    SealedRows sealedFactors() {
        return new SealedRows("second_factor", List.of("id"), List.of(SecondFactor.SECRET));
    }
}
