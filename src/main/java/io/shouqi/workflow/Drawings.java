package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The diagrams of a company's processes, as they were deployed. */
@Service
@Transactional(readOnly = true)
public class Drawings {

    private final Models models;

    Drawings(Models models) {
        this.models = models;
    }

    /**
     * @param version null for the one in force
     * @throws Refusal 404 where the company has no such process
     */
    public Drawing find(String company, String process, @Nullable Integer version) {
        var found = version == null
                ? models.inForce(company, ModelKind.PROCESS, process)
                : models.find(company, ModelKind.PROCESS, process, version);
        var content = models.content(company, ModelKind.PROCESS, process, found.version());
        var graph = new ModelGraph(ModelXml.read(content));
        var names = new LinkedHashMap<String, String>();
        graph.nodes().forEach(node -> names.put(node.id(), name(node)));
        return new Drawing(
                process,
                found.title(),
                found.version(),
                new String(content, StandardCharsets.UTF_8),
                names,
                CaseChanges.startable(graph));
    }

    private static String name(ModelGraph.Node node) {
        return node.own("name").map(name -> name.replaceAll("\\s+", "")).orElse(node.id());
    }
}
