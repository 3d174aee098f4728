package io.shouqi.invoice;

import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedToReaders;
import io.shouqi.identity.OpenDoor;
import io.shouqi.payment.Receipts;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Receipts for staff, for the customer on an own link, and for whoever holds the paper. */
@Controller
class ReceiptPages {

    private final Receipts receipts;
    private final ReceiptDocuments documents;
    private final ReceiptChecks checks;

    ReceiptPages(Receipts receipts, ReceiptDocuments documents, ReceiptChecks checks) {
        this.receipts = receipts;
        this.documents = documents;
        this.checks = checks;
    }

    @AllowedToReaders
    @GetMapping("/receipts/{no}.pdf")
    ResponseEntity<byte[]> forStaff(@AuthenticationPrincipal Actor actor, @PathVariable String no) {
        return PdfAnswer.of(no, documents.pdf(receipts.visibleTo(actor, no)));
    }

    @OpenDoor("the unguessable link of one payer")
    @GetMapping("/c/{link}/receipts/{no}.pdf")
    ResponseEntity<byte[]> forCustomer(@PathVariable String link, @PathVariable String no) {
        return PdfAnswer.of(no, documents.pdfForCustomer(link, no));
    }

    @OpenDoor("the unguessable code on the paper")
    @GetMapping("/c/receipts/{token}")
    String check(@PathVariable String token, Model model) {
        model.addAttribute("receipt", checks.of(token));
        model.addAttribute("here", "/c/receipts/" + token);
        return "invoice/receipt-check";
    }
}
