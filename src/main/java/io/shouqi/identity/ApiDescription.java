package io.shouqi.identity;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the API introduces itself, and that it asks for a key. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String KEY = "API key";

    @Bean
    OpenAPI openApi() {
        var key = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info().title("收讫 Shouqi").version("v1"))
                .components(new Components().addSecuritySchemes(KEY, key))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }
}
