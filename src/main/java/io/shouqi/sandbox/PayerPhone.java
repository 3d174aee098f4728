package io.shouqi.sandbox;

import io.shouqi.channel.Channel;
import io.shouqi.channel.PayPage;
import io.shouqi.shared.Refusal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The payer's phone: scans a code, shows what is asked, pays. */
@Component
@SandboxOnly
class PayerPhone implements PayPage {

    /** What the phone shows. */
    record Screen(SandboxMerchant merchant, SandboxOrder order) {}

    private final OrderBook orders;
    private final MerchantBook merchants;
    private final String publicUrl;

    PayerPhone(OrderBook orders, MerchantBook merchants, @Value("${shouqi.public-url}") String publicUrl) {
        this.orders = orders;
        this.merchants = merchants;
        this.publicUrl = publicUrl;
    }

    @Override
    public Optional<URI> payUrl(Channel channel, String codeUrl) {
        var code = URLEncoder.encode(codeUrl, StandardCharsets.UTF_8);
        return Optional.of(URI.create(publicUrl + "/sandbox/phone?code=" + code));
    }

    Screen scan(String codeUrl) {
        try {
            return screen(orders.scan(codeUrl));
        } catch (Declined no) {
            throw refusal(no);
        }
    }

    /** @throws Refusal saying why the order cannot be paid */
    Screen pay(String codeUrl, Set<Misbehaviour> misbehaviour) {
        try {
            return screen(orders.pay(codeUrl, misbehaviour));
        } catch (Declined no) {
            throw refusal(no);
        }
    }

    private Screen screen(SandboxOrder order) {
        return new Screen(merchants.byId(order.merchant()), order);
    }

    private static Refusal refusal(Declined no) {
        return no.why() == Declined.Why.UNKNOWN_ORDER
                ? Refusal.unknown("sandbox.UNKNOWN_ORDER")
                : Refusal.conflict("sandbox." + no.why().name());
    }
}
