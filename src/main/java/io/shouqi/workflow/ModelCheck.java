package io.shouqi.workflow;

import io.shouqi.workflow.ModelStructure.Known;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Looks through a process somebody drew, from its bytes to what the engine makes of it. Nothing of it is stored or run. */
@Component
class ModelCheck {

    private static final int MOST_FINDINGS = 200;

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final ModelRules rules;
    private final Forms forms;
    private final Desks desks;

    ModelCheck(ProcessEngine engine, RepositoryService repository, EngineBeans beans, Forms forms, Desks desks) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.repository = repository;
        this.rules = new ModelRules(beans.steps());
        this.forms = forms;
        this.desks = desks;
    }

    /** @param key of the process that the model is a new version of */
    List<ModelFinding> findings(String company, String key, byte[] content) {
        try {
            var root = ModelXml.read(content);
            var found = new ArrayList<>(rules.findings(root));
            found.addAll(ModelStructure.findings(key, known(company), root));
            if (found.stream().noneMatch(ModelFinding::isError)) {
                found.addAll(engineFindings(root, content));
            }
            return List.copyOf(found.subList(0, Math.min(found.size(), MOST_FINDINGS)));
        } catch (ModelRefused unreadable) {
            return unreadable.findings();
        }
    }

    private Known known(String company) {
        var processes = new TreeSet<String>();
        repository.createProcessDefinitionQuery().tenantIdIn(company).latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .forEach(processes::add);
        return new Known(
                processes,
                form -> forms.exist(company, form),
                task -> desks.find(task).isPresent());
    }

    /** What is left for the engine to say, in its own words. */
    private List<ModelFinding> engineFindings(Element root, byte[] content) {
        try {
            engine.getCommandExecutorTxRequired()
                    .execute(context -> parser().createParse()
                            .sourceInputStream(new ByteArrayInputStream(content))
                            .deployment(new DeploymentEntity())
                            .name("draft")
                            .execute());
            return List.of();
        } catch (ParseException e) {
            return e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(problem -> {
                        var at = Objects.requireNonNullElse(problem.getMainElementId(), "");
                        return ModelFinding.error(
                                at,
                                new ModelGraph(root).nameOf(at),
                                "models.finding.engine",
                                Integer.toString(problem.getLine()),
                                Objects.requireNonNullElse(problem.getMessage(), ""));
                    })
                    .toList();
        }
    }

    private BpmnParser parser() {
        return engine.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(deployer -> ((BpmnDeployer) deployer).getBpmnParser())
                .findFirst()
                .orElseThrow();
    }
}
