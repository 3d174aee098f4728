package io.shouqi.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a company its processes and forms. */
@Service
public class Deployments {

    private static final String SHIPPED = "shipped";
    private static final String OWN = "published";

    private final RepositoryService engine;

    Deployments(RepositoryService engine) {
        this.engine = engine;
    }

    /**
     * Deploys the shipped processes and forms; what has not changed since the last time gets no new version, and what
     * the company has changed by itself stays as it is.
     */
    @Transactional
    public void seed(String company) {
        var deployment = engine.createDeployment()
                .name(SHIPPED)
                .source(SHIPPED)
                .tenantId(company)
                .enableDuplicateFiltering(true);
        var own = ownFiles(company);
        try {
            var resources = new PathMatchingResourcePatternResolver();
            for (var pattern : new String[] {"classpath*:processes/*.bpmn", "classpath*:forms/*.form"}) {
                for (var resource : resources.getResources(pattern)) {
                    if (!own.contains(name(resource))) {
                        deployment.addInputStream(name(resource), resource.getInputStream());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }

    private Set<String> ownFiles(String company) {
        return engine.createDeploymentQuery().deploymentName(OWN).tenantIdIn(company).list().stream()
                .flatMap(deployment -> engine.getDeploymentResourceNames(deployment.getId()).stream())
                .collect(Collectors.toSet());
    }

    /** A version that the company made by itself, in force from the commit on. */
    DeploymentWithDefinitions publish(String company, ModelKind kind, String key, byte[] content) {
        return engine.createDeployment()
                .name(OWN)
                .source(OWN)
                .tenantId(company)
                .addInputStream(kind.file(key), new ByteArrayInputStream(content))
                .deployWithResult();
    }

    private static String name(Resource resource) {
        return Objects.requireNonNull(resource.getFilename());
    }
}
