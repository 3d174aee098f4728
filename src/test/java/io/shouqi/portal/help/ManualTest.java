package io.shouqi.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual as the product shows it; the files are those of docs/manual. */
class ManualTest {

    private static final Pattern LINK = Pattern.compile("href=\"/help/([^\"#]+)(?:#([^\"]*))?\"");

    private final Manual manual;

    ManualTest() throws Exception {
        manual = new Manual();
    }

    @Test
    void every_page_leads_to_a_chapter_and_a_section_that_are_there() {
        for (var place : HelpPlace.ALL) {
            assertThat(isThere(place.place().split("#", 2))).as(place.place()).isTrue();
        }
    }

    @Test
    void the_chapters_lead_to_each_other() {
        var dead = new ArrayList<String>();
        for (var chapter : manual.chapters()) {
            var links = LINK.matcher(chapter.html());
            while (links.find()) {
                var section = links.group(2);
                var target = section == null
                        ? new String[] {links.group(1)}
                        : new String[] {links.group(1), URLDecoder.decode(section, StandardCharsets.UTF_8)};
                if (!isThere(target)) {
                    dead.add(chapter.name() + ": " + links.group());
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void words_are_found_in_their_section_and_headings_come_first() {
        var passages = manual.about("二维码", 5);
        assertThat(passages).isNotEmpty();
        assertThat(manual.about("第二道验证", 1)).extracting(Manual.Passage::path).containsExactly("/help/account#第二道验证");
        assertThat(manual.about("没有这样的词", 5)).isEmpty();
        assertThat(manual.about("  ", 5)).isEmpty();
    }

    @Test
    void a_chapter_is_text_and_never_markup_of_its_own() {
        var reader = new ChapterReader("/help", picture -> new Dimension(4, 3));
        var chapter = reader.read("x", "# 标题\n\n<script>x</script>\n\n[看](other.md#那里) ![图](images/a.png)\n");

        assertThat(chapter.title()).isEqualTo("标题");
        assertThat(chapter.html())
                .doesNotContain("<script>")
                .contains("href=\"/help/other#那里\"")
                .contains("src=\"/help/images/a.png\"", "width=\"4\"", "height=\"3\"");
    }

    private boolean isThere(String... place) {
        var chapter = manual.chapter(place[0]);
        return chapter.isPresent() && (place.length == 1 || chapter.get().html().contains(" id=\"" + place[1] + "\""));
    }
}
