package io.shouqi.portal.customer;

import io.shouqi.contract.FeeListDesk;
import io.shouqi.identity.OpenDoor;
import io.shouqi.invoice.PdfAnswer;
import io.shouqi.portal.NothingNew;
import io.shouqi.portal.OnlinePayment;
import io.shouqi.portal.signing.FeeListPapers;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The customer's own page: agree to the fee list, pay, keep the receipts. The link is the login. */
@Controller
@RequestMapping("/c/{token}")
@OpenDoor("the unguessable link of one payer")
class CustomerPages {

    private static final String PAGE = "portal/customer";
    private static final String PAYMENT = "portal/customer-payment";
    private static final String BACK = "redirect:/c/{token}";

    private final CustomerSheets sheets;
    private final CustomerPayments payments;
    private final FeeListDesk feeLists;
    private final FeeListPapers papers;

    CustomerPages(CustomerSheets sheets, CustomerPayments payments, FeeListDesk feeLists, FeeListPapers papers) {
        this.sheets = sheets;
        this.payments = payments;
        this.feeLists = feeLists;
        this.papers = papers;
    }

    /** The address is the key to the page, so it goes nowhere else. */
    @ModelAttribute
    void keepTheLinkSecret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    String page(@PathVariable String token, Locale locale, Model model) {
        model.addAttribute("sheet", sheets.of(token, locale));
        return PAGE;
    }

    /** To keep or to print; with the signature where one was given at the store. */
    @GetMapping("/fee-list.pdf")
    ResponseEntity<byte[]> feeList(@PathVariable String token, Locale locale) {
        return PdfAnswer.of(live(token, locale).deal().contractNo(), papers.forCustomer(token));
    }

    @PostMapping("/confirm")
    String confirm(@PathVariable String token) {
        feeLists.confirmByCustomer(token);
        return BACK;
    }

    @PostMapping("/decline")
    String decline(@PathVariable String token, @RequestParam(required = false) @Nullable String reason) {
        var checks = new Checks();
        var why = checks.required("reason", reason, 300);
        checks.refuse();
        feeLists.declineByCustomer(token, Objects.requireNonNull(why));
        return BACK;
    }

    @PostMapping("/payments")
    String pay(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable List<String> receivables,
            @RequestParam(required = false) @Nullable String method,
            Locale locale) {
        var sheet = live(token, locale);
        var chosen = Objects.requireNonNullElse(receivables, List.<String>of());
        return BACK + "/payments/" + payments.pay(sheet, chosen, method).paymentNo();
    }

    @GetMapping("/payments/{no}")
    String payment(@PathVariable String token, @PathVariable String no, Locale locale, Model model) {
        var sheet = live(token, locale);
        model.addAttribute("sheet", sheet);
        model.addAttribute("payment", OnlinePayment.of(payments.find(sheet, no)));
        return PAYMENT;
    }

    /** Asked by the page that shows a code, until it is paid or closed. */
    @GetMapping("/payments/{no}/state")
    ModelAndView state(@PathVariable String token, @PathVariable String no, Locale locale) {
        var sheet = live(token, locale);
        var payment = OnlinePayment.of(payments.find(sheet, no));
        if (payment.isOpen()) {
            return new ModelAndView(NothingNew.VIEW);
        }
        var page = new ModelAndView(PAYMENT + " :: payment");
        page.addObject("sheet", sheet);
        page.addObject("payment", payment);
        return page;
    }

    private CustomerSheet live(String token, Locale locale) {
        var sheet = sheets.of(token, locale);
        if (sheet.state() == CustomerSheet.State.EXPIRED) {
            throw Refusal.conflict("link.expired");
        }
        return sheet;
    }
}
