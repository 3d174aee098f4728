package io.shouqi.pricing;

import io.shouqi.pricing.sheet.TableForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The workbooks that come with the product: {@code rules/<table>-<valid from>.xlsx}. */
@Component
class ShippedTables {

    private static final Pattern NAME = Pattern.compile("([a-z-]+)-(\\d{4}-\\d{2}-\\d{2})\\.xlsx");

    record Shipped(TableForm form, LocalDate validFrom, Resource file) {

        byte[] workbook() {
            try {
                return file.getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The oldest first. */
    List<Shipped> all() {
        try {
            var shipped = new ArrayList<Shipped>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:rules/*.xlsx")) {
                shipped.add(read(file));
            }
            shipped.sort(Comparator.comparing(Shipped::validFrom));
            return shipped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shipped read(Resource file) {
        var name = NAME.matcher(Objects.requireNonNull(file.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("a shipped table is named <table>-<valid from>.xlsx: " + file);
        }
        var form = DecisionTables.find(name.group(1))
                .orElseThrow(() -> new IllegalStateException("no table has this name: " + file));
        return new Shipped(form, LocalDate.parse(name.group(2)), file);
    }
}
