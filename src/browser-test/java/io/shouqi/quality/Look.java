package io.shouqi.quality;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a page is looked at: on which screen, in which language, light or dark. */
record Look(Screen screen, Language language, Colours colours) {

    enum Screen {
        DESK(1440, 900),
        TABLET(820, 1180),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    enum Language {
        ZH,
        EN
    }

    enum Colours {
        LIGHT,
        DARK
    }

    static List<Look> all() {
        return Arrays.stream(Screen.values())
                .flatMap(screen -> Arrays.stream(Language.values())
                        .flatMap(language ->
                                Arrays.stream(Colours.values()).map(colours -> new Look(screen, language, colours))))
                .toList();
    }

    /**
     * Three looks that hold every screen, both languages and both colours. Four turns of them hold every pair of a
     * screen, a language and a colour, so pages that take different turns find what only a pair breaks.
     */
    static List<Look> pairwise(int turn) {
        return Stream.of(Screen.values())
                .map(screen -> {
                    var step = turn + screen.ordinal();
                    return new Look(screen, Language.values()[step % 2], Colours.values()[(step / 2) % 2]);
                })
                .toList();
    }

    Browser.NewContextOptions window() {
        return new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen != Screen.DESK)
                .setIsMobile(screen == Screen.PHONE)
                .setColorScheme(scheme());
    }

    ColorScheme scheme() {
        return colours == Colours.DARK ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    @Override
    public String toString() {
        return (screen + "-" + language + "-" + colours).toLowerCase(Locale.ROOT);
    }
}
