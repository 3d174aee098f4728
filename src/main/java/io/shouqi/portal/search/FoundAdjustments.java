package io.shouqi.portal.search;

import io.shouqi.adjustment.Adjustments;
import io.shouqi.identity.Actor;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Fee adjustments by their number; people look for them by their contract otherwise. */
@Component
class FoundAdjustments {

    private final Adjustments adjustments;

    FoundAdjustments(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    List<Hit> find(Actor actor, Words words) {
        return adjustments.find(actor, words.typed().toUpperCase(Locale.ROOT)).stream()
                .map(found -> new Hit(
                        "/adjustments/" + found.no(),
                        found.no(),
                        found.contractNo(),
                        "adjustment.status." + found.status(),
                        found.delta()))
                .toList();
    }
}
