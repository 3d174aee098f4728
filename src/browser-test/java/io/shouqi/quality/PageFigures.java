package io.shouqi.quality;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How fast pages show and how much script they load, in the installed Chromium on loopback with an empty cache: mvn test
 * -Dtest=PageFigures prints a line a page. Measures, so it is no part of the tests.
 */
class PageFigures extends DemoPages {

    private static final int TIMES = 7;

    /** Milliseconds until something of the content was painted. */
    private static final String PAINTED =
            "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1";

    /** Bytes of script as they came over the wire, and unpacked. */
    private static final String SCRIPT = """
            () => performance.getEntriesByType('resource').filter(r => r.name.endsWith('.js'))
              .reduce((sum, r) => [sum[0] + r.encodedBodySize, sum[1] + r.decodedBodySize], [0, 0])""";

    @Test
    void figures_of_every_page() {
        for (var place : Place.all()) {
            var path = things().in(place.path());
            var painted = new ArrayList<Double>();
            List<?> script = List.of(0, 0);
            for (var i = 0; i < TIMES; i++) {
                var page = window(signedIn(place, Look.all().get(0)));
                page.navigate(path);
                settle(page);
                painted.add(number(page, PAINTED));
                script = (List<?>) page.evaluate(SCRIPT);
                page.context().close();
            }
            painted.sort(Comparator.naturalOrder());
            System.out.printf(
                    Locale.ROOT,
                    "%-46s painted after %4.0f ms (worst of %d: %4.0f ms), script %4d kB as sent, %4d kB unpacked%n",
                    place,
                    painted.get(TIMES / 2),
                    TIMES,
                    painted.get(TIMES - 1),
                    ((Number) script.get(0)).intValue() / 1024,
                    ((Number) script.get(1)).intValue() / 1024);
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}
