package io.shouqi.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a company its processes and forms. */
@Service
public class Deployments {

    private static final String SHIPPED = "shipped";

    private final RepositoryService engine;

    Deployments(RepositoryService engine) {
        this.engine = engine;
    }

    /** Deploys the shipped processes and forms; what has not changed since the last time gets no new version. */
    @Transactional
    public void seed(String company) {
        var deployment = engine.createDeployment()
                .name(SHIPPED)
                .source(SHIPPED)
                .tenantId(company)
                .enableDuplicateFiltering(true);
        try {
            var resources = new PathMatchingResourcePatternResolver();
            for (var pattern : new String[] {"classpath*:processes/*.bpmn", "classpath*:forms/*.form"}) {
                for (var resource : resources.getResources(pattern)) {
                    deployment.addInputStream(name(resource), resource.getInputStream());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }

    private static String name(Resource resource) {
        return Objects.requireNonNull(resource.getFilename());
    }
}
