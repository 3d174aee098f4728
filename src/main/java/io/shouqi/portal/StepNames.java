package io.shouqi.portal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** What the elements of a process diagram are called on the drawing. */
final class StepNames {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private StepNames() {}

    /** @return names of those elements, in the order of the diagram; one without a name is left out */
    static List<String> of(String diagram, Set<String> ids) {
        var names = new ArrayList<String>();
        try {
            var reader = XML.createXMLStreamReader(new StringReader(diagram));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var id = reader.getAttributeValue(null, "id");
                    var name = reader.getAttributeValue(null, "name");
                    if (name != null && id != null && ids.contains(id)) {
                        names.add(name.replaceAll("\\s+", ""));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not a diagram", e);
        }
        return names;
    }
}
