package io.shouqi.portal.till;

import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;

import io.shouqi.channel.Channel;
import io.shouqi.identity.Actor;
import io.shouqi.identity.AllowedTo;
import io.shouqi.payment.Cashier;
import io.shouqi.payment.OrderDesk;
import io.shouqi.payment.PaymentView;
import io.shouqi.payment.ReceiptView;
import io.shouqi.portal.NothingNew;
import io.shouqi.portal.OnlinePayment;
import io.shouqi.shared.IdempotentCalls;
import io.shouqi.shared.IdempotentCalls.Call;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The counter: find who pays, take the money, hand over the receipt, stay ready for the next. */
@Controller
@RequestMapping("/cashier")
@AllowedTo({CLERK, CASHIER})
class CashierPages {

    private static final String PAGE = "till/cashier";
    private static final String REFERENCE = "reference.";

    /** Says to a page that asks again and again: nothing new. */
    private final PayableContracts contracts;

    private final Counters counters;
    private final Cashier cashier;
    private final OrderDesk orders;
    private final Handovers handovers;
    private final WaitingPayments waiting;
    private final IdempotentCalls calls;

    CashierPages(
            PayableContracts contracts,
            Counters counters,
            Cashier cashier,
            OrderDesk orders,
            Handovers handovers,
            WaitingPayments waiting,
            IdempotentCalls calls) {
        this.contracts = contracts;
        this.counters = counters;
        this.cashier = cashier;
        this.orders = orders;
        this.handovers = handovers;
        this.waiting = waiting;
        this.calls = calls;
    }

    /** Words that find a single contract open it at once. */
    @GetMapping
    String find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String receivable,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var found = fill(model, q, actor);
        var asked = q != null && !q.isBlank();
        var open = contract == null && asked && found.size() == 1 ? found.get(0).number() : contract;
        if (open != null) {
            var words = asked ? q : null;
            model.addAttribute("counter", counters.of(actor, open, new Counters.Asked(receivable, words, after)));
        }
        return PAGE;
    }

    @PostMapping("/payments")
    String take(
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable List<String> receivables,
            @AuthenticationPrincipal Actor actor) {
        if (receivables == null || receivables.isEmpty()) {
            throw Refusal.invalid("receivables", "cashier.choose");
        }
        var asked = new Cashier.Asked(form.get("method"), TypedAmount.plain(form.get("amount")), reference(form));
        requireEnough(asked, form.get("given"));
        var body = List.of(receivables, asked);
        var taken = cashier.take(
                receivables, asked, actor, new Call(actor.username(), "cashier", key(form, asked, body), body));
        var receipt = taken.receipt();
        return receipt != null
                ? "redirect:/cashier/receipts/" + receipt.receiptNo() + given(receipt, form.get("given"))
                : "redirect:/cashier/payments/"
                        + Objects.requireNonNull(taken.payment()).paymentNo();
    }

    /** Nobody gets a receipt for more than was put on the counter. */
    private static void requireEnough(Cashier.Asked asked, @Nullable String given) {
        if (!Channel.CASH.name().equals(asked.method()) || given == null || given.isBlank()) {
            return;
        }
        var put = Handover.yuan(TypedAmount.plain(given));
        var due = Handover.yuan(asked.amount());
        if (put.isEmpty() || (due.isPresent() && put.get().fen() < due.get().fen())) {
            throw Refusal.invalid("given", "cashier.given.short");
        }
    }

    /** What was given stays on the page, so that the change can be counted out after the button was pressed. */
    private static String given(ReceiptView receipt, @Nullable String given) {
        return receipt.method().equals(Channel.CASH.name())
                ? Handover.yuan(TypedAmount.plain(given))
                        .map(money -> "?given=" + money.yuan())
                        .orElse("")
                : "";
    }

    /**
     * Money at the counter is taken once for a page, whatever is typed afterwards. An order that the channel did not
     * answer may be given up for another method, so there the key goes with the content.
     */
    private @Nullable String key(Map<String, String> form, Cashier.Asked asked, Object body) {
        var key = form.get("key");
        var online = Channel.WECHAT.name().equals(asked.method())
                || Channel.ALIPAY.name().equals(asked.method());
        return key == null || !online ? key : key + " " + calls.fingerprint(body);
    }

    private static Map<String, String> reference(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field -> field.getKey().startsWith(REFERENCE))
                .collect(Collectors.toMap(field -> field.getKey().substring(REFERENCE.length()), Map.Entry::getValue));
    }

    @GetMapping("/payments/{no}")
    String payment(@PathVariable String no, @AuthenticationPrincipal Actor actor, Model model) {
        fill(model, null, actor);
        show(model, cashier.view(orders.visibleTo(actor, no)), actor);
        return PAGE;
    }

    /** Asked by the page that shows a code, until the payer has paid or the code is closed. */
    @GetMapping("/payments/{no}/state")
    ModelAndView state(@PathVariable String no, @AuthenticationPrincipal Actor actor) {
        var payment = cashier.view(orders.visibleTo(actor, no));
        if (OnlinePayment.of(payment).isOpen()) {
            return new ModelAndView(NothingNew.VIEW);
        }
        var model = new ExtendedModelMap();
        fill(model, null, actor);
        show(model, payment, actor);
        return new ModelAndView(PAGE, model);
    }

    /** The codes this person showed lately: one that was left is found again. */
    @GetMapping("/waiting")
    String waiting(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("waiting", waiting.of(actor));
        return "till/waiting :: waiting";
    }

    @GetMapping("/receipts/{no}")
    String receipt(
            @PathVariable String no,
            @RequestParam(required = false) @Nullable String given,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        fill(model, null, actor);
        model.addAttribute("handover", handovers.of(actor, no, given));
        return PAGE;
    }

    private void show(Model model, PaymentView payment, Actor actor) {
        var receipt = payment.receiptNo();
        if (receipt == null) {
            model.addAttribute("payment", OnlinePayment.of(payment));
        } else {
            model.addAttribute("handover", handovers.of(actor, receipt, null));
        }
    }

    private List<PayableContracts.Row> fill(Model model, @Nullable String q, Actor actor) {
        var found = contracts.find(actor, q);
        model.addAttribute("q", q);
        model.addAttribute("found", found);
        model.addAttribute("waiting", waiting.of(actor));
        return found;
    }
}
