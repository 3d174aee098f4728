package io.shouqi.receivable.web;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.receivable.ReceivableSearch;
import io.shouqi.receivable.ReceivableSearch.Page;
import io.shouqi.receivable.ReceivableStatus;
import io.shouqi.receivable.ReceivableView;
import io.shouqi.shared.Checks;
import io.shouqi.shared.PageAsk;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/receivables")
@AllowedToReaders
@ApiScope(ApiPart.RECEIVABLES)
class ReceivableApi {

    private final ReceivableSearch search;

    ReceivableApi(ReceivableSearch search) {
        this.search = search;
    }

    /** Within the caller's stores, in number order, a hundred a page unless {@code limit} says fewer. */
    @GetMapping
    Page list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String contractNo,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String storeCode,
            @RequestParam(required = false) @Nullable String dueBefore,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var checks = new Checks();
        var wantedStatus = checks.optionalOneOf("status", ReceivableStatus.class, status);
        var before = checks.optionalDate("dueBefore", dueBefore);
        checks.refuse();
        var wanted = new ReceivableSearch.Wanted(contractNo, wantedStatus, storeCode, before);
        return search.page(actor, wanted, new PageAsk(cursor, limit));
    }

    @GetMapping("/{no}")
    ReceivableView one(@AuthenticationPrincipal Actor actor, @PathVariable String no) {
        return search.one(actor, no);
    }
}
