package io.shouqi.portal;

import io.shouqi.portal.ContractView.LineView;
import io.shouqi.pricing.FeeGroup;
import io.shouqi.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** A fee list in the order people read it: basic services, extended ones, what is collected for others. */
@Component
public class FeeSections {

    private final FeeReasons reasons;

    FeeSections(FeeReasons reasons) {
        this.reasons = reasons;
    }

    public List<FeeSection> of(List<LineView> lines, Locale locale) {
        var sections = new ArrayList<FeeSection>();
        add(sections, "BASIC", lines, l -> l.group() == FeeGroup.BASIC && !l.entrusted(), locale);
        add(sections, "EXTENDED", lines, l -> l.group() == FeeGroup.EXTENDED && !l.entrusted(), locale);
        add(sections, "ENTRUSTED", lines, LineView::entrusted, locale);
        return sections;
    }

    private void add(
            List<FeeSection> sections, String name, List<LineView> lines, Predicate<LineView> in, Locale locale) {
        var own = lines.stream()
                .filter(in)
                .map(line -> new FeeSection.Line(line, reasons.of(line.why(), locale)))
                .toList();
        if (!own.isEmpty()) {
            sections.add(new FeeSection(
                    name,
                    own,
                    Money.sum(own.stream().map(line -> line.fee().amount()).toList())));
        }
    }
}
