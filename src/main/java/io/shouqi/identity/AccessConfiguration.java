package io.shouqi.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks before every endpoint, and knows at every page who is there. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    private final AccessCheck check;
    private final ProofCheck proof;
    private final UserMenu menu;

    AccessConfiguration(AccessCheck check, ProofCheck proof, UserMenu menu) {
        this.check = check;
        this.proof = proof;
        this.menu = menu;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(menu);
        registry.addInterceptor(check).order(Ordered.LOWEST_PRECEDENCE);
        registry.addInterceptor(proof).order(Ordered.LOWEST_PRECEDENCE);
    }
}
