package io.shouqi.identity;

import io.shouqi.database.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The doors, each closed unless opened: channel callbacks, the API, the pages; health on its own port. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String DEVICE_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new WholePassword();
    }

    /** Characters that no person types and no text column takes never get as far as a page. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf(0) < 0);
        return firewall;
    }

    /** Health and metrics have a port of their own, on loopback; there they need no login. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .csrf(c -> c.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Callbacks prove themselves by their signature; the sandbox exists in the demo alone, on loopback. */
    @Bean
    @Order(1)
    SecurityFilterChain callbacks(HttpSecurity http, RefusalLog refusals) throws Exception {
        return http.securityMatcher("/notify/**", "/sandbox/**")
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .csrf(c -> c.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::strict)
                .addFilterBefore(
                        new CallerFilter(Caller.Via.CHANNEL, "支付渠道", refusals), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiKeys keys, RateLimits limits, RefusalLog refusals) throws Exception {
        return http.securityMatcher(SecurityConfiguration::isForPrograms)
                .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new ApiKeyFilter(keys, refusals), AnonymousAuthenticationFilter.class)
                .addFilterBefore(RateFilter.ofApi(limits), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new UnreadableParameters(), HeaderWriterFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(SecurityConfiguration::unknown))
                .csrf(c -> c.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::strict)
                .build();
    }

    /**
     * The customer's pages need no login, only their unguessable link; one contract is all it opens. What a store
     * charges is for everybody to read.
     */
    @Bean
    @Order(3)
    SecurityFilterChain links(HttpSecurity http, RateLimits limits, RefusalLog refusals) throws Exception {
        return http.securityMatcher("/c/**", "/prices/**")
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .headers(SecurityConfiguration::strict)
                .addFilterBefore(new CallerFilter(Caller.Via.LINK, "客户", refusals), AnonymousAuthenticationFilter.class)
                .addFilterBefore(RateFilter.ofLinks(limits), CallerFilter.class)
                .addFilterAfter(new UnreadableParameters(), HeaderWriterFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, PageDoor door, RateLimits limits, StaleForms stale) throws Exception {
        return http.authorizeHttpRequests(a -> a.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/login/**", "/assets/**", "/favicon.ico", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(door::login)
                .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), SecurityConfiguration::isBrowser)
                        .defaultAuthenticationEntryPointFor(SecurityConfiguration::unknown, request -> true)
                        .accessDeniedHandler(stale))
                .logout(door::logout)
                .addFilterBefore(door.filter(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(RateFilter.ofLogins(limits), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new UnreadableParameters(), HeaderWriterFilter.class)
                .headers(SecurityConfiguration::strict)
                .build();
    }

    /** What a browser may do with our pages: show them, alone, and ask nothing of the device. */
    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(new ContentPolicy())
                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(p -> p.policy(DEVICE_POLICY))
                .crossOriginOpenerPolicy(p -> p.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(p -> p.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static void unknown(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    /** The API, and its description for who comes with a key; people who are signed in read it as a page. */
    private static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/api/")
                || (path.startsWith("/v3/api-docs")
                        && (request.getHeader(HttpHeaders.AUTHORIZATION) != null || !isBrowserSession(request)));
    }

    private static boolean isBrowserSession(HttpServletRequest request) {
        return request.getSession(false) != null;
    }

    /** Only a person at a browser is led to the login page; programs hear that they are not known. */
    private static boolean isBrowser(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
