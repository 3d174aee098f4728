package io.shouqi.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Every model passes here before it is stored, and again each time it is read back from the database. */
class ModelGuard extends AbstractBpmnParseListener {

    private final ModelRules rules;

    ModelGuard(Set<String> steps) {
        rules = new ModelRules(steps);
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        var findings = rules.findings(root);
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }
}
