package io.shouqi.portal.help;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Makes a chapter of a Markdown file. Links between the files become links between the chapters. */
final class ChapterReader {

    private static final String FILE = ".md";

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final TextContentRenderer words = TextContentRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();
    private final HtmlRenderer page = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .attributeProviderFactory(context -> this::attributes)
            .build();
    private final String root;
    private final Function<String, Dimension> pictures;

    /**
     * @param root path below which chapters and images lie
     * @param pictures how large an image is
     */
    ChapterReader(String root, Function<String, Dimension> pictures) {
        this.root = root;
        this.pictures = pictures;
    }

    Chapter read(String name, String markdown) {
        var document = parser.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(address(link.getDestination()));
            }

            @Override
            public void visit(Image image) {
                image.setDestination(root + "/" + image.getDestination());
            }
        });
        return new Chapter(name, title(document), page.render(document), sections(document));
    }

    private String address(String link) {
        var file = link.replaceFirst("#.*", "");
        if (link.contains("://") || !file.endsWith(FILE)) {
            return link;
        }
        var chapter = file.substring(0, file.length() - FILE.length());
        return root + "/" + chapter + link.substring(file.length());
    }

    private void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", id(heading));
        } else if (node instanceof Image image) {
            // the text stands still while pictures come, so that a link to a section ends there
            var size = pictures.apply(image.getDestination().substring(root.length() + 1));
            attributes.put("width", String.valueOf(size.width));
            attributes.put("height", String.valueOf(size.height));
            attributes.put("loading", "lazy");
        }
    }

    private String title(Node document) {
        return document.getFirstChild() instanceof Heading heading ? text(heading) : "";
    }

    private List<Chapter.Section> sections(Node document) {
        var sections = new ArrayList<Chapter.Section>();
        var title = title(document);
        var id = "";
        var text = new StringBuilder();
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                add(sections, new Chapter.Section(id, title, text.toString()));
                text.setLength(0);
                title = text(heading);
                id = id(heading);
            } else {
                text.append(text(node)).append(' ');
            }
        }
        add(sections, new Chapter.Section(id, title, text.toString()));
        return sections;
    }

    private static void add(List<Chapter.Section> sections, Chapter.Section section) {
        if (!section.text().isBlank()) {
            sections.add(section);
        }
    }

    private String id(Heading heading) {
        return text(heading).replaceAll("\\s+", "-");
    }

    /** A heading alone would be rendered with a colon. */
    private String text(Node node) {
        if (!(node instanceof Heading)) {
            return words.render(node).strip();
        }
        var text = new StringBuilder();
        for (var part = node.getFirstChild(); part != null; part = part.getNext()) {
            text.append(words.render(part));
        }
        return text.toString().strip();
    }
}
