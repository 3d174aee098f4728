package io.shouqi.workflow;

import io.shouqi.workflow.ModelChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What differs between two models, element by element; where the shapes stand does not count. */
final class ModelDiff {

    /** They repeat what the flows and lanes say themselves. */
    private static final Set<String> REPEATED = Set.of("incoming", "outgoing", "flowNodeRef");

    /** What holds others is compared by itself, its parts by themselves. */
    private static final Set<String> FRAMES = Set.of("definitions", "laneSet", "extensionElements");

    private ModelDiff() {}

    /** @return in the order of the later model, then what is gone */
    static List<ModelChange> between(Element before, Element after) {
        var earlier = byId(before);
        var later = byId(after);
        var changes = new ArrayList<ModelChange>();
        later.forEach((id, element) -> {
            var old = earlier.get(id);
            if (old == null) {
                changes.add(change(Kind.ADDED, id, element, element));
            } else if (!own(old).equals(own(element))) {
                changes.add(change(Kind.CHANGED, id, element, old));
            }
        });
        earlier.forEach((id, element) -> {
            if (!later.containsKey(id)) {
                changes.add(change(Kind.REMOVED, id, element, element));
            }
        });
        return changes;
    }

    private static ModelChange change(Kind kind, String id, Element element, Element before) {
        return new ModelChange(kind, id, ModelGraph.called(element), element.getTagName(), ModelGraph.called(before));
    }

    private static Map<String, Element> byId(Element root) {
        var elements = new LinkedHashMap<String, Element>();
        for (var element : new ModelGraph(root).all()) {
            var id = element.attribute("id");
            var part = element.getTagName().endsWith("EventDefinition");
            if (id != null
                    && ModelSpaces.BPMN.equals(element.getUri())
                    && !part
                    && !FRAMES.contains(element.getTagName())) {
                elements.putIfAbsent(id, element);
            }
        }
        return elements;
    }

    /** Its attributes, text and the parts that are nothing by themselves. Which template was picked does nothing. */
    private static String own(Element element) {
        var attributes = new TreeMap<String, String>();
        element.attributes().stream()
                .filter(key -> !key.startsWith("xmlns") && !key.contains("modelerTemplate"))
                .forEach(key -> attributes.put(key, element.attribute(key)));
        var words = new StringBuilder(attributes.toString())
                .append(element.getText().strip());
        for (var part : element.elements()) {
            var counts = part.attribute("id") == null || part.getTagName().endsWith("EventDefinition");
            if (counts && !REPEATED.contains(part.getTagName())) {
                words.append('<').append(part.getTagName()).append(own(part)).append('>');
            }
        }
        return words.toString();
    }
}
