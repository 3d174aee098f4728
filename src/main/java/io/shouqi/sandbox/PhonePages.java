package io.shouqi.sandbox;

import io.shouqi.identity.OpenDoor;
import io.shouqi.shared.BusinessTime;
import io.shouqi.shared.Money;
import io.shouqi.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The payer's phone as a page, and a list of what was scanned of late. */
@Controller
@SandboxOnly
@RequestMapping("/sandbox")
@OpenDoor("nothing: it exists in the demonstration alone, on loopback")
class PhonePages {

    private static final int LATEST = 50;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    /** One line of the list. */
    record Line(String channel, String code, String orderNo, String subject, String amount, String state, String at) {}

    private final PayerPhone phone;
    private final OrderTable orders;
    private final MerchantBook merchants;
    private final Clock clock;

    PhonePages(PayerPhone phone, OrderTable orders, MerchantBook merchants, Clock clock) {
        this.phone = phone;
        this.orders = orders;
        this.merchants = merchants;
        this.clock = clock;
    }

    @GetMapping
    String latest(Model model) {
        model.addAttribute(
                "orders", orders.latest(LATEST).stream().map(this::line).toList());
        return "sandbox/orders";
    }

    @GetMapping("/phone")
    ModelAndView scan(@RequestParam(required = false) @Nullable String code) {
        if (code == null || code.isBlank()) {
            return refused(Refusal.unknown("sandbox.UNKNOWN_ORDER"), code);
        }
        try {
            return screen(phone.scan(code), code);
        } catch (Refusal no) {
            return refused(no, code);
        }
    }

    @PostMapping("/phone")
    ModelAndView pay(
            @RequestParam String code, @RequestParam(required = false) @Nullable List<Misbehaviour> misbehave) {
        try {
            phone.pay(code, chosen(misbehave));
        } catch (Refusal no) {
            if (!no.code().equals("sandbox.PAID")) {
                return refused(no, code);
            }
        }
        // so that reloading the page shows the result instead of paying again
        return new ModelAndView("redirect:/sandbox/phone", Map.of("code", code));
    }

    private static Set<Misbehaviour> chosen(@Nullable List<Misbehaviour> misbehave) {
        var chosen = EnumSet.noneOf(Misbehaviour.class);
        if (misbehave != null) {
            misbehave.stream().filter(Objects::nonNull).forEach(chosen::add);
        }
        return chosen;
    }

    private ModelAndView screen(PayerPhone.Screen screen, String code) {
        var order = screen.order();
        var page = new ModelAndView("sandbox/phone");
        page.addObject("code", code);
        page.addObject("channel", screen.merchant().channel());
        page.addObject("merchant", screen.merchant().name());
        page.addObject("subject", order.subject());
        page.addObject("orderNo", order.orderNo());
        page.addObject(
                "amount",
                grouped(order.taken() == null ? order.amount() : order.taken().amount()));
        page.addObject("state", state(order));
        page.addObject("misbehaviours", Misbehaviour.values());
        page.addObject(
                "paidAt", order.taken() == null ? null : time(order.taken().at()));
        page.addObject("expiresAt", time(order.expiresAt()));
        return page;
    }

    private static ModelAndView refused(Refusal no, @Nullable String code) {
        var page = new ModelAndView("sandbox/refused");
        page.addObject("reason", no.code());
        page.addObject("code", code);
        page.setStatus(HttpStatusCode.valueOf(no.kind().status()));
        return page;
    }

    private Line line(SandboxOrder order) {
        return new Line(
                merchants.byId(order.merchant()).channel().name(),
                order.code(),
                order.orderNo(),
                order.subject(),
                grouped(order.amount()),
                state(order),
                time(order.createdAt()));
    }

    private String state(SandboxOrder order) {
        if (order.taken() != null) {
            return order.refunded().isPositive() ? "REFUNDED" : "PAID";
        }
        if (order.closedAt() != null) {
            return "CLOSED";
        }
        return order.expired(clock.instant()) ? "EXPIRED" : "OPEN";
    }

    private static String grouped(Money amount) {
        return String.format(Locale.ROOT, "%,d.%02d", amount.fen() / 100, amount.fen() % 100);
    }

    private static String time(Instant at) {
        return SHORT.format(at.atZone(BusinessTime.ZONE));
    }
}
