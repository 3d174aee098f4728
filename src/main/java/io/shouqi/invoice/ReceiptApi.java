package io.shouqi.invoice;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.ApiPart;
import io.shouqi.identity.ApiScope;
import io.shouqi.payment.Receipts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts as documents for other systems. */
@RestController
@AllowedToReaders
@ApiScope(ApiPart.PAYMENTS)
class ReceiptApi {

    private final Receipts receipts;
    private final ReceiptDocuments documents;

    ReceiptApi(Receipts receipts, ReceiptDocuments documents) {
        this.receipts = receipts;
        this.documents = documents;
    }

    @GetMapping("/api/v1/receipts/{no}.pdf")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE))
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Actor actor, @PathVariable String no) {
        return PdfAnswer.of(no, documents.pdf(receipts.visibleTo(actor, no)));
    }
}
