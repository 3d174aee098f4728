package io.shouqi.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The forms of the user tasks. The engine's own look-up of a task's form ignores the company and fails as soon as two
 * have deployed it, so the company's newest one is asked for here.
 */
@Component
class Forms {

    private final CommandExecutor engine;
    private final RepositoryService repository;
    private final JsonMapper json;

    Forms(ProcessEngine engine, RepositoryService repository, JsonMapper json) {
        this.engine = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.repository = repository;
        this.json = json;
    }

    JsonNode latest(String company, String key) {
        var form = find(company, key);
        if (form == null) {
            throw new IllegalStateException("form " + key + " is not deployed for " + company);
        }
        return json.readTree(repository.getResourceAsStream(form.getDeploymentId(), form.getResourceName()));
    }

    boolean exist(String company, String key) {
        return find(company, key) != null;
    }

    private @Nullable CamundaFormDefinition find(String company, String key) {
        return engine.execute(context ->
                context.getCamundaFormDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, company));
    }
}
