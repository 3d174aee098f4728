package io.shouqi.workflow;

import io.shouqi.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The processes and forms of a company, in all their versions. */
@Service
@Transactional(readOnly = true)
public class Models {

    /** The engine's forms have no names; theirs are the keys. */
    private static final String VERSIONS = """
            with version as (
              select 'PROCESS' kind, id_ id, key_ model_key, coalesce(nullif(name_, ''), key_) title, version_ version,
                     deployment_id_ deployment, resource_name_ resource
                from act_re_procdef where tenant_id_ = :company
              union all
              select 'FORM', id_, key_, key_, version_, deployment_id_, resource_name_
                from act_re_camformdef where tenant_id_ = :company
            ), running as (
              select proc_def_id_ id, count(*) cases from act_ru_execution
               where parent_id_ is null and tenant_id_ = :company group by proc_def_id_
            )
            select v.*, p.deploy_time_, d.author_name, d.approver_name, d.reason, coalesce(r.cases, 0) cases,
                   sum(coalesce(r.cases, 0)) over (partition by v.kind, v.model_key) all_cases,
                   (select count(*) from model_draft o where o.company = :company and o.kind = v.kind
                       and o.model_key = v.model_key and o.status in ('DRAFT', 'IN_REVIEW')) drafts,
                   max(v.version) over (partition by v.kind, v.model_key) latest
              from version v
              join act_re_deployment p on p.id_ = v.deployment
              left join running r on r.id = v.id
              left join model_draft d on d.company = :company and d.kind = v.kind and d.model_key = v.model_key
                   and d.published_version = v.version
            """;

    private final JdbcClient jdbc;
    private final RepositoryService engine;

    Models(JdbcClient jdbc, RepositoryService engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /** Processes first, each as it is in force. */
    public List<ModelSummary> list(String company) {
        return jdbc.sql("select * from (" + VERSIONS + ") v where version = latest order by kind desc, model_key")
                .param("company", company)
                .query((rs, row) -> new ModelSummary(version(rs, row), rs.getLong("all_cases"), rs.getLong("drafts")))
                .list();
    }

    /** The latest first. */
    public List<ModelVersion> versions(String company, ModelKind kind, String key) {
        return jdbc.sql("select * from (" + VERSIONS
                        + ") v where kind = :kind and model_key = :key order by version desc")
                .param("company", company)
                .param("kind", kind.name())
                .param("key", key)
                .query(Models::version)
                .list();
    }

    /**
     * What the company has under that key; no form is called like a process.
     *
     * @throws Refusal 404 where it has neither
     */
    public ModelKind kind(String company, String key) {
        return Arrays.stream(ModelKind.values())
                .filter(kind -> !versions(company, kind, key).isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("models.unknown", key));
    }

    /** @throws Refusal 404 where the company has no such process or form */
    public ModelVersion inForce(String company, ModelKind kind, String key) {
        return versions(company, kind, key).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("models.unknown", key));
    }

    /** @throws Refusal 404 where there is no such version */
    public ModelVersion find(String company, ModelKind kind, String key, int version) {
        return versions(company, kind, key).stream()
                .filter(found -> found.version() == version)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("models.unknown", key));
    }

    /** The file as it was deployed. */
    public byte[] content(String company, ModelKind kind, String key, int version) {
        var resource = jdbc.sql("select deployment, resource from (" + VERSIONS
                        + ") v where kind = :kind and model_key = :key and version = :version")
                .param("company", company)
                .param("kind", kind.name())
                .param("key", key)
                .param("version", version)
                .query(Resource.class)
                .optional()
                .orElseThrow(() -> Refusal.unknown("models.unknown", key));
        return DeployedFile.of(engine, resource.deployment(), resource.resource());
    }

    private record Resource(String deployment, String resource) {}

    private static ModelVersion version(ResultSet rs, int row) throws SQLException {
        return new ModelVersion(
                ModelKind.valueOf(rs.getString("kind")),
                rs.getString("model_key"),
                Objects.requireNonNullElse(rs.getString("title"), "").replaceAll("\\s+", ""),
                rs.getInt("version"),
                rs.getTimestamp("deploy_time_").toInstant(),
                rs.getString("author_name"),
                rs.getString("approver_name"),
                rs.getString("reason"),
                rs.getLong("cases"));
    }
}
