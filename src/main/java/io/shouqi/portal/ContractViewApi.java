package io.shouqi.portal;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/contracts")
@AllowedToReaders
@ApiScope(ApiPart.CONTRACTS)
class ContractViewApi {

    private final ContractViews views;

    ContractViewApi(ContractViews views) {
        this.views = views;
    }

    /** Fee list with the why of each line, receivables, receipts, and where the process waits. */
    @GetMapping("/{no}")
    ContractView one(@AuthenticationPrincipal Actor actor, @PathVariable String no) {
        return views.of(actor, no);
    }
}
