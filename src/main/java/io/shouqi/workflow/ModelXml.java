package io.shouqi.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a file that anybody may have made: no document type, so no entities; neither large, nor deep, nor many. */
final class ModelXml extends DefaultHandler {

    static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 10_000;

    private final Deque<Element> open = new ArrayDeque<>();
    private @Nullable Locator place;
    private @Nullable Element root;
    private int elements;

    private ModelXml() {}

    /** @throws ModelRefused where it cannot be read, naming the line */
    static Element read(byte[] content) {
        if (content.length > LARGEST) {
            throw refused("models.finding.tooBig", Integer.toString(LARGEST / 1024));
        }
        var reading = new ModelXml();
        try {
            reader().newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), reading);
        } catch (SAXParseException e) {
            var line = Integer.toString(e.getLineNumber());
            var message = Objects.requireNonNullElse(e.getMessage(), "");
            throw message.contains("DOCTYPE")
                    ? refused("models.finding.doctype", line)
                    : refused("models.finding.malformed", line, message);
        } catch (SAXException | IOException e) {
            throw refused("models.finding.malformed", "1", Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return Objects.requireNonNull(reading.root);
    }

    private static SAXParserFactory reader() throws ParserConfigurationException, SAXException {
        var factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        return factory;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        place = locator;
    }

    @Override
    public void startElement(String uri, String name, String written, Attributes attributes) {
        var element = new Element(uri, name, written, attributes, place);
        if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
            var code = elements > MOST_ELEMENTS ? "models.finding.tooMany" : "models.finding.tooDeep";
            var limit = elements > MOST_ELEMENTS ? MOST_ELEMENTS : DEEPEST;
            throw refused(code, Integer.toString(limit), Integer.toString(element.getLine()));
        }
        var parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.add(element);
        }
        open.push(element);
    }

    @Override
    public void endElement(String uri, String name, String written) {
        open.pop();
    }

    @Override
    public void characters(char[] text, int start, int length) {
        var element = open.peek();
        if (element != null) {
            element.appendText(String.valueOf(text, start, length));
        }
    }

    /** The default prints to the console. */
    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    private static ModelRefused refused(String code, String... arguments) {
        return new ModelRefused(List.of(ModelFinding.error("", "", code, arguments)));
    }
}
