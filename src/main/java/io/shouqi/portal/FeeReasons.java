package io.shouqi.portal;

import io.shouqi.pricing.Why;
import io.shouqi.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the reason that pricing froze with a fee into words of the reader's language. */
@Component
class FeeReasons {

    private static final String PRICE = "成交价（元）";
    private static final String RENT = "月租（元）";
    private static final String MODE = "计算方式";
    private static final String MINIMUM = "最低（元）";
    private static final String MAXIMUM = "最高（元）";
    private static final String DISCOUNT = "打折（%）";

    /** Labels of the inputs, as pricing writes them, and the keys of their names here. */
    private static final Map<String, String> LABELS = Map.of(
            PRICE,
            "why.price",
            RENT,
            "why.rent",
            "签约日期",
            "why.signedOn",
            MODE,
            "why.mode",
            "档位",
            "why.band",
            MINIMUM,
            "why.minimum",
            MAXIMUM,
            "why.maximum",
            DISCOUNT,
            "why.discount");

    private static final Map<String, String> MODES = Map.of(
            "全额", "why.mode.WHOLE",
            "分段", "why.mode.PROGRESSIVE",
            "固定", "why.mode.FIXED",
            "月租倍数", "why.mode.MONTHS");

    private static final Pattern ROW = Pattern.compile("第 (\\d+) 行");
    private static final Pattern BAND = Pattern.compile(
            "(?:超过 ([\\d.]+) ?)?(?:不超过 ([\\d.]+) ?)?(?:([\\d.]+)%|([\\d.]+) 个月)?(?: ?\\+? ?([\\d.]+) 元)?");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+\\.\\d\\d");

    private final MessageSource messages;

    FeeReasons(MessageSource messages) {
        this.messages = messages;
    }

    FeeReason of(Why why, Locale locale) {
        var inputs = why.inputs().entrySet().stream()
                .map(e -> new FeeReason.Input(label(e.getKey(), locale), value(e.getKey(), e.getValue(), locale)))
                .toList();
        return new FeeReason(
                sentence(why.inputs(), locale),
                text("why.table." + why.table(), why.table(), locale),
                why.version(),
                why.row(),
                inputs,
                text("why.rounding." + why.rounding(), why.rounding(), locale));
    }

    private String sentence(Map<String, String> inputs, Locale locale) {
        var sentence = new StringBuilder(calculation(inputs, locale));
        append(sentence, "why.atLeast", yuan(inputs.get(MINIMUM)), locale);
        append(sentence, "why.atMost", yuan(inputs.get(MAXIMUM)), locale);
        append(sentence, "why.less", inputs.get(DISCOUNT), locale);
        return sentence.toString();
    }

    private String calculation(Map<String, String> inputs, Locale locale) {
        var base = base(inputs, locale);
        var bands = bands(inputs);
        var mode = MODES.getOrDefault(inputs.getOrDefault(MODE, ""), "");
        if (mode.endsWith("FIXED")) {
            return text("why.fixed", locale, bands.isEmpty() ? "" : bands.get(0).fixedText());
        }
        if (mode.endsWith("PROGRESSIVE")) {
            var parts = bands.stream().map(b -> b.range(this, locale) + " × " + b.rate(this, locale));
            return text("why.progressive", locale, base, parts.collect(Collectors.joining(text("why.and", locale))));
        }
        return bands.isEmpty() ? base : base + " × " + bands.get(0).rate(this, locale);
    }

    private String base(Map<String, String> inputs, Locale locale) {
        var key = inputs.containsKey(RENT) ? RENT : PRICE;
        var amount = yuan(inputs.get(key));
        return text(LABELS.getOrDefault(key, key), locale) + " " + (amount == null ? "" : amount);
    }

    private static List<Band> bands(Map<String, String> inputs) {
        var bands = new ArrayList<Band>();
        inputs.forEach((label, value) -> {
            if (label.equals("档位") || ROW.matcher(label).matches()) {
                bands.add(Band.of(value));
            }
        });
        return bands;
    }

    private String label(String label, Locale locale) {
        var row = ROW.matcher(label);
        if (row.matches()) {
            return text("why.row", locale, row.group(1));
        }
        return text(LABELS.getOrDefault(label, label), label, locale);
    }

    private String value(String label, String value, Locale locale) {
        if (label.equals(MODE)) {
            return text(MODES.getOrDefault(value, value), value, locale);
        }
        if (label.equals("档位") || ROW.matcher(label).matches()) {
            var band = Band.of(value);
            return (band.range(this, locale) + " " + band.rate(this, locale)).strip();
        }
        if (label.equals(DISCOUNT)) {
            return value + "%";
        }
        var amount = yuan(value);
        return amount == null ? value : amount;
    }

    private void append(StringBuilder sentence, String key, @Nullable String argument, Locale locale) {
        if (argument != null) {
            sentence.append(text(key, locale, argument));
        }
    }

    private static @Nullable String yuan(@Nullable String amount) {
        return amount != null && AMOUNT.matcher(amount).matches() ? Yuan.text(Money.ofYuan(amount)) : null;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale));
    }

    /** A row of a tier table as pricing words it: its range and what is taken of it. */
    private record Band(
            @Nullable String from,
            @Nullable String to,
            @Nullable String percent,
            @Nullable String months,
            @Nullable String fixed,
            String words) {

        static Band of(String words) {
            var band = BAND.matcher(words);
            return band.matches()
                    ? new Band(band.group(1), band.group(2), band.group(3), band.group(4), band.group(5), words)
                    : new Band(null, null, null, null, null, words);
        }

        String range(FeeReasons in, Locale locale) {
            var above = yuan(from);
            var upTo = yuan(to);
            if (above != null && upTo != null) {
                return in.text("why.between", locale, above, upTo);
            }
            if (upTo != null) {
                return in.text("why.upTo", locale, upTo);
            }
            return above == null ? "" : in.text("why.above", locale, above);
        }

        String rate(FeeReasons in, Locale locale) {
            var rate = percent != null ? percent + "%" : months != null ? in.text("why.months", locale, months) : "";
            var more = fixedText();
            if (rate.isEmpty()) {
                return more.isEmpty() ? words : more;
            }
            return more.isEmpty() ? rate : rate + " + " + more;
        }

        String fixedText() {
            var amount = yuan(fixed);
            return amount == null ? "" : amount;
        }
    }
}
