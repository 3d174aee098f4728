package io.shouqi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every page of the demonstration in every look: it fits, it is accessible (WCAG 2.1 AA), it has all its
 * words, and the browser complains of nothing. Each look is kept as a picture in target/screenshots.
 */
abstract class EveryPage extends DemoPages {

    /** What stands in place of a message that is missing. */
    private static final String NO_WORDS = "??";

    /** One a person and screen: what they have loaded once is there for their next page, as in life. */
    private final Map<String, BrowserContext> windows = new HashMap<>();

    /** The looks at one page. */
    abstract List<Look> looks(int place);

    Stream<Arguments> places() {
        var places = Place.all();
        return IntStream.range(0, places.size()).mapToObj(i -> Arguments.of(places.get(i), looks(i)));
    }

    private BrowserContext windowOf(Place place, Look look) {
        return windows.computeIfAbsent(
                place.user() + " " + look.screen(), someone -> open(signedIn(place, look)));
    }

    @AfterAll
    void closeAll() {
        windows.values().forEach(BrowserContext::close);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void a_page_fits_is_accessible_and_speaks_in_every_look(Place place, List<Look> looks) {
        var path = things().in(place.path());
        for (var look : looks) {
            var page = pageIn(windowOf(place, look));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
            page.navigate(path + (path.contains("?") ? "&" : "?") + "lang="
                    + look.language().name().toLowerCase(Locale.ROOT));
            settle(page);
            picture(page, "look/" + place.fileName() + "-" + look);
            assertThat(page.content()).as(look + ": words").doesNotContain(NO_WORDS);
            assertFits(page);
            assertAccessible(page);
            page.close();
        }
    }
}
