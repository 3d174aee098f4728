/**
 * Of everything BPMN knows, the tools, menus and the panel offer what the product runs. The server has the word; this
 * only keeps people from drawing what it would refuse.
 */

const NOT_IN_PALETTE = ['create.task', 'create.data-object', 'create.data-store', 'create.group', 'create.intermediate-event'];

const NOT_IN_PAD = ['append.append-task', 'append.intermediate-event', 'append.text-annotation-data'];

const NOT_IN_MENU = new RegExp(
  '(?:^|-)(?:script|send|receive|manual|(?:business-)?rule|signal|error|escalation|compensation|link|cancel|complex|inclusive' +
    '|transaction|ad-hoc|data|loop|group|choreography)(?:-|$)' +
    '|message-(?:start|end|intermediate-throw)|timer-start|conditional-(?:start|intermediate|boundary)|conditional-non' +
    '|none-intermediate|^(?:replace-with|create|append)-(?:undefined-)?task$',
);

const IN_PANEL = new Set([
  'general',
  'documentation',
  'multiInstance',
  'timer',
  'message',
  'ElementTemplates__Template',
  'ElementTemplates__CustomProperties',
  'CamundaPlatform__HistoryCleanup',
  'CamundaPlatform__Condition',
  'CamundaPlatform__CallActivity',
  'CamundaPlatform__InMapping',
  'CamundaPlatform__OutMapping',
  'CamundaPlatform__AsynchronousContinuations',
]);

const LATE = 100;

function OfferedParts(palette, contextPad, popupMenu, propertiesPanel, create, elementFactory, translate) {
  const task = (type, className, title) => {
    const start = (event) => create.start(event, elementFactory.createShape({ type }));
    return { group: 'activity', className, title: translate(title), action: { dragstart: start, click: start } };
  };
  palette.registerProvider(LATE, {
    getPaletteEntries: () => (entries) => ({
      ...without(entries, (id) => NOT_IN_PALETTE.includes(id)),
      'create.user-task': task('bpmn:UserTask', 'bpmn-icon-user-task', 'Create user task'),
      'create.service-task': task('bpmn:ServiceTask', 'bpmn-icon-service-task', 'Create service task'),
    }),
  });
  contextPad.registerProvider(LATE, {
    getContextPadEntries: () => (entries) => without(entries, (id) => NOT_IN_PAD.includes(id)),
  });
  for (const menu of ['bpmn-replace', 'bpmn-create', 'bpmn-append']) {
    popupMenu.registerProvider(menu, LATE, {
      getPopupMenuEntries: () => (entries) => without(entries, (id) => NOT_IN_MENU.test(id)),
      getPopupMenuHeaderEntries: () => (entries) => without(entries, (id) => id === 'toggle-loop'),
    });
  }
  propertiesPanel.registerProvider(LATE, { getGroups: () => (groups) => groups.filter(({ id }) => IN_PANEL.has(id)) });
}

OfferedParts.$inject = ['palette', 'contextPad', 'popupMenu', 'propertiesPanel', 'create', 'elementFactory', 'translate'];

const without = (entries, refuses) => Object.fromEntries(Object.entries(entries).filter(([id]) => !refuses(id)));

export default { __init__: ['offeredParts'], offeredParts: ['type', OfferedParts] };
