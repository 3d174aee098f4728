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
public class FeeReasons {

    private static final String PRICE = "成交价";
    private static final String RENT = "月租";
    private static final String MODE = "计费方式";
    private static final String RATE = "费率";
    private static final String FIXED = "固定金额(元)";
    private static final String MINIMUM = "最低(元)";
    private static final String MAXIMUM = "最高(元)";
    private static final String DISCOUNT = "折扣";

    /** Labels that say something about the amount, and the keys of their names; what the line shows anyway is left out. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry(PRICE, "why.price"),
            Map.entry(RENT, "why.rent"),
            Map.entry("城市", "why.city"),
            Map.entry("门店编号", "why.store"),
            Map.entry("金额高于(元)", "why.from"),
            Map.entry("金额至(元)", "why.to"),
            Map.entry(MODE, "why.mode"),
            Map.entry(RATE, "why.rate"),
            Map.entry(FIXED, "why.fixedAmount"),
            Map.entry(MINIMUM, "why.minimum"),
            Map.entry(MAXIMUM, "why.maximum"),
            Map.entry("生效日期", "why.validFrom"),
            Map.entry("有效至", "why.validTo"),
            Map.entry(DISCOUNT, "why.discount"));

    private static final Map<String, String> MODES = Map.of(
            "全额", "why.mode.WHOLE",
            "分段累进", "why.mode.PROGRESSIVE",
            "固定", "why.mode.FIXED",
            "月租倍数", "why.mode.MONTHS");

    private static final Pattern TIER = Pattern.compile("第(\\d+)行");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(\\.\\d{1,2})?(?![\\d.]*[%‰])");

    private final MessageSource messages;

    FeeReasons(MessageSource messages) {
        this.messages = messages;
    }

    public FeeReason of(Why why, Locale locale) {
        var inputs = new ArrayList<FeeReason.Input>();
        why.inputs().forEach((label, value) -> {
            var tier = TIER.matcher(label);
            var key = LABELS.get(label);
            if (tier.matches()) {
                inputs.add(new FeeReason.Input(text("why.row", locale, tier.group(1)), amounts(value)));
            } else if (key != null) {
                inputs.add(new FeeReason.Input(text(key, locale), value(label, value, locale)));
            }
        });
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
        append(sentence, "why.atLeast", inputs.get(MINIMUM), locale);
        append(sentence, "why.atMost", inputs.get(MAXIMUM), locale);
        append(sentence, "why.less", inputs.get(DISCOUNT), locale);
        return sentence.toString();
    }

    private String calculation(Map<String, String> inputs, Locale locale) {
        var rate = inputs.get(RATE);
        var fixed = inputs.get(FIXED);
        if (rate == null) {
            return text("why.fixed", locale, amounts(fixed == null ? "" : fixed));
        }
        var base = base(inputs, locale);
        var tiers = tiers(inputs);
        if (!tiers.isEmpty()) {
            return text("why.tiers", locale, base, tiers.stream().collect(Collectors.joining(" + ")));
        }
        var times = isMonths(inputs) ? text("why.months", locale, rate) : rate;
        return base + " × " + times + (fixed == null ? "" : " + " + amounts(fixed));
    }

    private String base(Map<String, String> inputs, Locale locale) {
        var label = inputs.containsKey(RENT) ? RENT : PRICE;
        return text(label.equals(RENT) ? "why.rent" : "why.price", locale) + " "
                + amounts(inputs.getOrDefault(label, ""));
    }

    private static List<String> tiers(Map<String, String> inputs) {
        return inputs.entrySet().stream()
                .filter(input -> TIER.matcher(input.getKey()).matches())
                .map(input -> amounts(input.getValue()))
                .toList();
    }

    private String value(String label, String value, Locale locale) {
        if (label.equals(MODE)) {
            return text(MODES.getOrDefault(value, value), value, locale);
        }
        return label.endsWith("(元)") || label.equals(PRICE) || label.equals(RENT) ? amounts(value) : value;
    }

    private static boolean isMonths(Map<String, String> inputs) {
        return "月租倍数".equals(inputs.get(MODE));
    }

    private void append(StringBuilder sentence, String key, @Nullable String amount, Locale locale) {
        if (amount != null) {
            sentence.append(text(key, locale, amounts(amount)));
        }
    }

    /** Sums of money get their sign and separators; rates stay as they are. */
    private static String amounts(String text) {
        return AMOUNT.matcher(text).replaceAll(found -> Yuan.text(Money.ofYuan(found.group())));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale));
    }
}
