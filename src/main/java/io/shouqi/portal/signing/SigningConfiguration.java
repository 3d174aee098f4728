package io.shouqi.portal.signing;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration implements WebMvcConfigurer {

    private final HandoverGuard guard;

    SigningConfiguration(HandoverGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
