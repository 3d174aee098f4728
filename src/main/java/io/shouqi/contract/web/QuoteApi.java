package io.shouqi.contract.web;

import io.shouqi.contract.ContractReading;
import io.shouqi.contract.ContractRequest;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToStaff;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.pricing.Quote;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a deal would cost, and why, without saving anything. */
@RestController
@RequestMapping("/api/v1/quotes")
@AllowedToStaff
@ApiScope(ApiPart.QUOTES)
class QuoteApi {

    private final ContractReading reading;

    QuoteApi(ContractReading reading) {
        this.reading = reading;
    }

    @PostMapping
    Quote quote(
            @AuthenticationPrincipal Actor actor,
            @RequestBody ContractRequest request,
            @Parameter(description = "by what was published until then", example = "2024-03-01T10:00:00+08:00")
                    @RequestParam(required = false)
                    @Nullable
                    String knownAt) {
        return reading.quote(request, knownAt, actor);
    }
}
