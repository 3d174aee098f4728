package io.shouqi.workflow;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.springframework.stereotype.Component;

/** Keeps the task list's own table in step with the engine. */
@Component
class TaskProjection extends AbstractBpmnParseListener {}
