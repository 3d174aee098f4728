package io.shouqi.portal.monitor;

import io.shouqi.portal.Yuan;
import io.shouqi.portal.monitor.HeatDrawing.Badge;
import io.shouqi.portal.monitor.HeatMap.Figures;
import io.shouqi.shared.Money;
import io.shouqi.workflow.Drawing;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the figures onto the diagram, in the reader's language. */
@Component
class HeatDrawer {

    private static final long WAN = 1_000_000L;

    private final MessageSource messages;

    HeatDrawer(MessageSource messages) {
        this.messages = messages;
    }

    HeatDrawing draw(Figures figures, Drawing drawing, Wanted wanted, String context, Locale locale) {
        return new HeatDrawing(
                drawing.xml(),
                figures.elements().stream()
                        .filter(heat -> drawing.names().containsKey(heat.element()))
                        .map(heat -> new Badge(
                                heat.element(),
                                text(heat, wanted.measure(), locale),
                                label(heat, locale),
                                figures.level(heat, wanted.measure()),
                                heat.failing() == 0 ? "" : say("monitor.badge.failing", locale, heat.failing()),
                                context + wanted.at(heat.element()).standing()))
                        .toList());
    }

    private String text(Heat heat, Measure measure, Locale locale) {
        return switch (measure) {
            case MONEY -> brief(heat.money(), locale);
            case COUNT -> say("monitor.badge.count", locale, heat.cases());
            case AGE -> age(heat.longestAge(), locale);
        };
    }

    private String label(Heat heat, Locale locale) {
        return say(
                "monitor.badge.label",
                locale,
                heat.name(),
                heat.cases(),
                Yuan.text(heat.money()),
                age(heat.longestAge(), locale));
    }

    private String age(Age age, Locale locale) {
        return say(age.code(), locale, age.number());
    }

    /** Ten thousands in Chinese, thousands in English: a drawing has no room for every fen, the table has. */
    private String brief(Money money, Locale locale) {
        var unit = locale.getLanguage().equals("zh") ? WAN : WAN / 10;
        return money.fen() < unit
                ? "¥" + money.fen() / 100
                : say("monitor.badge.money", locale, "%,.1f".formatted((double) money.fen() / unit));
    }

    private String say(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
