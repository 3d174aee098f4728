package io.shouqi.portal.signing;

import io.shouqi.pricing.PartyRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The device is in a customer's hands: until it is given back, the session opens the page to sign and nothing else.
 * Sessions remember plain text only.
 */
record Handover(String contractNo, PartyRole party) {

    private static final String ATTRIBUTE = "shouqi.handover";

    static Optional<Handover> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String text
                ? Optional.of(read(text))
                : Optional.empty();
    }

    static void begin(HttpServletRequest request, Handover handover) {
        request.getSession().setAttribute(ATTRIBUTE, handover.contractNo + " " + handover.party);
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    boolean isOf(@Nullable String contract) {
        return contractNo.equals(contract);
    }

    String page() {
        return "/contracts/" + contractNo + "/sign";
    }

    private static Handover read(String text) {
        var gap = text.indexOf(' ');
        return new Handover(text.substring(0, gap), PartyRole.valueOf(text.substring(gap + 1)));
    }
}
