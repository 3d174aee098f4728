package io.shouqi.portal.prices;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.shouqi.portal.Yuan;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.FeeGroup;
import io.shouqi.pricing.FeeMode;
import io.shouqi.pricing.PriceSheet;
import io.shouqi.pricing.PriceSheet.Band;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a table of fees as a customer would read it. */
@Component
class PriceWords {

    private final MessageSource messages;

    PriceWords(MessageSource messages) {
        this.messages = messages;
    }

    Poster poster(PriceSheet sheet, Locale locale) {
        return new Poster(
                sheet.version(),
                sheet.since(),
                sheet.deals().stream()
                        .map(deal -> new Poster.Deal(deal.type(), sections(deal, locale)))
                        .toList());
    }

    private List<Poster.Section> sections(PriceSheet.Deal deal, Locale locale) {
        return deal.items().stream()
                .collect(groupingBy(PriceWords::section, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(section -> new Poster.Section(
                        section.getKey(),
                        section.getValue().stream()
                                .map(item ->
                                        new Poster.Item(item.name(), item.payer(), lines(item, deal.type(), locale)))
                                .toList()))
                .toList();
    }

    private static String section(PriceSheet.Item item) {
        return item.entrusted() ? "ENTRUSTED" : item.group() == FeeGroup.BASIC ? "BASIC" : "EXTENDED";
    }

    private List<Poster.Line> lines(PriceSheet.Item item, DealType type, Locale locale) {
        var lines = new ArrayList<Poster.Line>();
        @Nullable Band before = null;
        for (var band : item.bands()) {
            lines.add(new Poster.Line(range(band, before, locale), charge(band, type, locale)));
            before = band;
        }
        return lines;
    }

    /** The bound between two bands belongs to one of them, and the words say to which. */
    private String range(Band band, @Nullable Band before, Locale locale) {
        var parts = new ArrayList<String>();
        if (band.from().isPositive()) {
            var including = before != null && before.toIsNext();
            parts.add(text(including ? "prices.fromIncluding" : "prices.from", locale, round(band.from())));
        }
        var to = band.to();
        if (to != null) {
            parts.add(text(band.toIsNext() ? "prices.below" : "prices.to", locale, round(to)));
        }
        return String.join(text("prices.and", locale), parts);
    }

    private String charge(Band band, DealType type, Locale locale) {
        var parts = new ArrayList<String>();
        var rent = type == DealType.RENTAL ? ".rent" : "";
        switch (band.mode()) {
            case WHOLE -> parts.add(text("prices.whole" + rent, locale, percent(band)));
            case PROGRESSIVE -> parts.add(text("prices.part" + rent, locale, percent(band)));
            case MONTHS -> parts.add(text("prices.months", locale, plain(band.months())));
            case FIXED -> parts.add(text("prices.fixed", locale, round(band.fixed())));
        }
        if (band.mode() != FeeMode.FIXED && band.fixed().isPositive()) {
            parts.add(text("prices.plus", locale, round(band.fixed())));
        }
        limit(parts, "prices.minimum", band.minimum(), locale);
        limit(parts, "prices.maximum", band.maximum(), locale);
        return String.join(text("prices.comma", locale), parts);
    }

    private void limit(List<String> parts, String code, @Nullable Money amount, Locale locale) {
        if (amount != null) {
            parts.add(text(code, locale, round(amount)));
        }
    }

    /** Small rates in thousandths, as tariffs print them. */
    private static String percent(Band band) {
        var percent = Objects.requireNonNull(band.percent());
        return percent.compareTo(BigDecimal.ONE) < 0 && percent.signum() > 0
                ? percent.movePointRight(1).stripTrailingZeros().toPlainString() + "‰"
                : percent.toPlainString() + "%";
    }

    private static String plain(@Nullable BigDecimal figure) {
        return Objects.requireNonNull(figure).toPlainString();
    }

    /** ¥1,000,000, with fen only where there are some. */
    private static String round(Money amount) {
        var text = Yuan.text(amount);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
