package io.shouqi.portal.signing;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.invoice.PdfAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The fee list as a document. */
@Controller
class FeeListPages {

    private final FeeListPapers papers;

    FeeListPages(FeeListPapers papers) {
        this.papers = papers;
    }

    @AllowedToReaders
    @GetMapping("/contracts/{no}/fee-list.pdf")
    ResponseEntity<byte[]> forStaff(@PathVariable String no, @AuthenticationPrincipal Actor actor) {
        return PdfAnswer.of(no, papers.forStaff(actor, no));
    }
}
