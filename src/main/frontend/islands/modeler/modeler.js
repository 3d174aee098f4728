import ElementTemplateChooser from '@bpmn-io/element-template-chooser';
import Modeler from 'camunda-bpmn-js/lib/camunda-platform/Modeler';
import 'camunda-bpmn-js/dist/assets/camunda-platform-modeler.css';
import 'camunda-bpmn-js/dist/assets/element-template-chooser.css';
import './modeler.css';
import { csrfHeaders } from '../../habits/requests.js';
import { toast } from '../../habits/toasts.js';
import { leadToElements, listFindings } from '../findings.js';
import { translateWith } from '../language.js';
import { toolbar } from '../tools.js';
import chinese from './chinese.js';
import { lint } from './linting.js';
import OfferedParts from './offered-parts.js';
import { followIds, nameTemplates } from './templates.js';

/** A company's processes fit the page. */
const NoMinimap = { minimap: ['value', null] };

/** What is worked on most is not hidden behind its heading. */
const OPEN = {
  general: { open: true },
  ElementTemplates__CustomProperties: { open: true },
  CamundaPlatform__Condition: { open: true },
  timer: { open: true },
};

/** Below the tools at the left nothing can be seen. */
const TOOLS = 50;

/**
 * Where an analyst draws a process. data-source answers {content, revision, findings, templates} and takes
 * {revision, content} back, answering {revision, findings}.
 */
export default async function showModeler(place) {
  const answer = await fetch(place.dataset.source, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${place.dataset.source}: ${answer.status}`);
  const { content, revision, findings, templates } = await answer.json();
  const state = { place, revision, findings, hints: [], dirty: false };
  const { canvas, panel } = layOut(state);
  state.modeler = new Modeler({
    container: canvas,
    propertiesPanel: { parent: panel, layout: { groups: OPEN } },
    additionalModules: [ElementTemplateChooser, OfferedParts, NoMinimap, translateWith(chinese)],
  });
  state.modeler.get('elementTemplatesLoader').setTemplates(templates);
  try {
    await state.modeler.importXML(content);
  } catch {
    // what is wrong with the file stands below, by line
    place.replaceChildren(place.dataset.unreadable);
    return;
  }
  nameTemplates(state.modeler);
  fit(state);
  state.modeler.on('commandStack.changed', () => touch(state));
  leadToElements(state.modeler);
  saveForTabs(state);
  addEventListener('beforeunload', (event) => state.dirty && event.preventDefault());
  await look(state);
}

function layOut(state) {
  const { dataset } = state.place;
  const { bar, button, note } = toolbar();
  const stack = () => state.modeler.get('commandStack');
  button(dataset.undo, () => stack().canUndo() && stack().undo());
  button(dataset.redo, () => stack().canRedo() && stack().redo());
  button(dataset.fit, () => fit(state));
  state.save = button(dataset.save, () => save(state), 'btn-primary');
  state.note = note();
  const canvas = box('modeler-canvas', dataset.description);
  const panel = box('modeler-panel', dataset.panel);
  state.place.replaceChildren(bar, canvas, panel);
  return { canvas, panel };
}

function fit({ modeler }) {
  const canvas = modeler.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.zoom() * 0.86, 'auto');
  canvas.scroll({ dx: TOOLS, dy: 0 });
}

function box(className, label) {
  const made = Object.assign(document.createElement('div'), { className });
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', label);
  return made;
}

function touch(state) {
  followIds(state.modeler);
  state.dirty = true;
  state.note.textContent = state.place.dataset.unsaved;
  clearTimeout(state.looking);
  state.looking = setTimeout(() => look(state), 400);
}

/** How it is drawn is looked at in the page; whether it can run only the server knows. */
async function look(state) {
  state.hints = await lint(state.modeler, state.place.dataset.hint);
  show(state);
}

function show({ place, findings, hints }) {
  const found = findings.map((finding) => ({ ...finding, place: finding.element }));
  listFindings(document.getElementById('model-findings'), place.dataset, [...found, ...hints], 'element');
}

/** @return whether it was kept */
async function save(state) {
  state.save.disabled = true;
  try {
    const { xml } = await state.modeler.saveXML({ format: true });
    const answer = await fetch(state.place.dataset.source, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrfHeaders() },
      body: JSON.stringify({ revision: state.revision, content: xml }),
    });
    const body = await answer.json();
    if (answer.ok) saved(state, body);
    else toast(body.detail ?? document.body.dataset.failedText, 'refused');
    return answer.ok;
  } catch {
    toast(document.body.dataset.offlineText, 'refused');
    return false;
  } finally {
    state.save.disabled = false;
  }
}

function saved(state, { revision, findings }) {
  state.revision = revision;
  state.findings = findings;
  state.dirty = false;
  state.note.textContent = state.place.dataset.saved;
  // a file that replaces the draft replaces what was saved just now
  const replacing = document.querySelector('#replace-dialog [name="revision"]');
  if (replacing) replacing.value = revision;
  show(state);
}

/** What changed and what becomes of running cases is told of the draft as it is saved. */
function saveForTabs(state) {
  for (const id of ['tab-changes', 'tab-plan']) {
    document.getElementById(id)?.addEventListener('click', async () => {
      if (state.dirty && (await save(state))) document.body.dispatchEvent(new CustomEvent('model:saved'));
    });
  }
}
