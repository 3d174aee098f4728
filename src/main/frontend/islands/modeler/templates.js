/**
 * Says of each element which template it is, so that the panel shows words also where the drawing was made without
 * templates. It is no change of the drawing.
 */
export function nameTemplates(modeler) {
  const templates = modeler.get('elementTemplates');
  for (const { businessObject } of modeler.get('elementRegistry').getAll()) {
    const id = templateOf(businessObject);
    if (id && !businessObject.get('camunda:modelerTemplate') && templates.get(id)) {
      businessObject.set('camunda:modelerTemplate', id);
    }
  }
}

function templateOf(element) {
  switch (element?.$type) {
    case 'bpmn:ServiceTask':
      return `step:${/^\$\{(\w+)}$/.exec(element.get('camunda:delegateExpression') ?? '')?.[1]}`;
    case 'bpmn:UserTask':
      return `task:${element.id}`;
    case 'bpmn:CallActivity':
      return `call:${element.calledElement}`;
    default:
      return null;
  }
}

/**
 * A template gives a user task the id by which the product knows it. The drawing finds it by that from then on; where
 * another one has it already, it stays as it was.
 */
export function followIds(modeler) {
  const elements = modeler.get('elementRegistry');
  for (const task of elements.filter(({ type }) => type === 'bpmn:UserTask')) {
    const { id } = task.businessObject;
    if (id === task.id) continue;
    if (elements.get(id)) task.businessObject.id = task.id;
    else elements.updateId(task, id);
  }
}
