package io.shouqi.portal.help;

import java.awt.Dimension;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The chapters of docs/manual, read once. */
@Component
public class Manual {

    static final String PATH = "/help";

    /** The table of contents. */
    static final String FIRST = "README";

    /** Who opens the manual reads from the general to the particular. */
    private static final List<String> ORDER = List.of(
            FIRST,
            "getting-started",
            "tasks",
            "clerk",
            "cashier",
            "manager",
            "lists",
            "account",
            "lists",
            "customer",
            "rules",
            "administrator",
            "auditor",
            "glossary");

    private static final int SNIPPET = 60;

    private final Map<String, Chapter> chapters = new TreeMap<>(Comparator.comparing(Manual::place));

    Manual() throws IOException {
        var reader = new ChapterReader(PATH, Manual::sizeOf);
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/manual/*.md")) {
            var name = String.valueOf(file.getFilename()).replace(".md", "");
            chapters.put(name, reader.read(name, text(file)));
        }
    }

    private static String place(String chapter) {
        var at = ORDER.indexOf(chapter);
        return (at < 0 ? "9" : String.format(Locale.ROOT, "0%02d", at)) + chapter;
    }

    /** From the first bytes of a PNG file, which say nothing else. */
    private static Dimension sizeOf(String picture) {
        try (var file = new DataInputStream(new ClassPathResource("manual/" + picture).getInputStream())) {
            file.skipNBytes(16);
            return new Dimension(file.readInt(), file.readInt());
        } catch (IOException e) {
            throw new UncheckedIOException("the manual shows a picture that is not there", e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Chapter> chapters() {
        return List.copyOf(chapters.values());
    }

    Optional<Chapter> chapter(String name) {
        return Optional.ofNullable(chapters.get(name));
    }

    /** A place where the manual speaks of something, and the words around it. */
    public record Passage(String path, String chapter, String title, String text) {}

    /** Sections that hold all the words, those that have them in their heading first. */
    public List<Passage> about(String typed, int most) {
        var words = Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("[\\s　]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return chapters.values().stream()
                .flatMap(chapter -> chapter.sections().stream()
                        .filter(section -> holds(section.title() + " " + section.text(), words))
                        .map(section -> new Found(holds(section.title(), words), passage(chapter, section, words))))
                .sorted(Comparator.comparing(found -> !found.inHeading()))
                .limit(most)
                .map(Found::passage)
                .toList();
    }

    private record Found(boolean inHeading, Passage passage) {}

    private static boolean holds(String text, List<String> words) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    private static Passage passage(Chapter chapter, Chapter.Section section, List<String> words) {
        var text = section.text().strip();
        var hit = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(words.get(0)));
        var from = Math.max(0, hit - SNIPPET / 3);
        var to = Math.min(text.length(), from + SNIPPET);
        var cut = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        var anchor = section.id().isEmpty() ? "" : "#" + section.id();
        return new Passage(PATH + "/" + chapter.name() + anchor, chapter.title(), section.title(), cut);
    }
}
