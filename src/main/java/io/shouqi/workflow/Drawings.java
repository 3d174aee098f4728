package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The diagrams of a company's processes, as they were deployed. */
@Service
@Transactional(readOnly = true)
public class Drawings {

    private static final String VERSIONS = """
            select id_ as id, key_ as process, coalesce(nullif(name_, ''), key_) as title, version_ as version
              from act_re_procdef where tenant_id_ = :company
            """;

    private final JdbcClient jdbc;
    private final RepositoryService engine;

    Drawings(JdbcClient jdbc, RepositoryService engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /** @param id of the engine */
    public record Version(String id, String process, String title, int version) {}

    /** All processes in all versions; the newest of each first. */
    public List<Version> versions(String company) {
        return jdbc.sql(VERSIONS + " order by process, version desc")
                .param("company", company)
                .query(Version.class)
                .list();
    }

    /**
     * @param version null for the one in force
     * @throws Refusal 404 where the company has no such process
     */
    public Drawing find(String company, String process, @Nullable Integer version) {
        var found = jdbc.sql(VERSIONS + """
                         and key_ = :process and (cast(:version as integer) is null or version_ = :version)
                         order by version_ desc limit 1
                        """)
                .param("company", company)
                .param("process", process)
                .param("version", version)
                .query(Version.class)
                .optional()
                .orElseThrow(() -> Refusal.unknown("models.unknown", process));
        return drawing(found, DeployedFile.ofProcess(engine, found.id()));
    }

    private static Drawing drawing(Version version, byte[] content) {
        var graph = new ModelGraph(ModelXml.read(content));
        var names = new LinkedHashMap<String, String>();
        graph.nodes().forEach(node -> names.put(node.id(), node.name()));
        return new Drawing(
                version.process(),
                version.title(),
                version.version(),
                new String(content, StandardCharsets.UTF_8),
                names,
                CaseChanges.startable(graph));
    }
}
