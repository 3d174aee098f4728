import NavigatedViewer from 'camunda-bpmn-js/lib/camunda-platform/NavigatedViewer';
import 'camunda-bpmn-js/dist/assets/camunda-platform-navigated-viewer.css';
import './diagram.css';
import { leadToElements } from './findings.js';

const MARKERS = {
  passed: 'step-passed',
  current: 'step-current',
  failed: 'step-failed',
  added: 'step-added',
  changed: 'step-changed',
  removed: 'step-removed',
};

const READABLE = 0.45;

/** A process diagram. data-source answers {xml} and, as ids of elements, what is to be marked: see MARKERS. */
export default async function showDiagram(place) {
  const { viewer, process, show } = await openDiagram(place);
  mark(viewer, process);
  leadToElements(viewer);
  show(process.current ?? process.changed ?? []);
}

/** What cannot be drawn is the file's fault and no failure of the page. */
class Unreadable extends Error {
  isExpected = true;
}

/** @return the viewer, and how to bring elements into sight, now and whenever the place changes its size */
export async function openDiagram(place) {
  const answer = await fetch(place.dataset.source, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${place.dataset.source}: ${answer.status}`);
  const process = await answer.json();
  const viewer = new NavigatedViewer({ container: place });
  try {
    await viewer.importXML(process.xml);
  } catch {
    // a draft may hold any file; the page says beside it what is wrong
    throw new Unreadable();
  }
  let seen = [];
  const show = (elements) => {
    seen = elements;
    fit(viewer, seen);
  };
  new ResizeObserver(() => fit(viewer, seen)).observe(place);
  return { viewer, process, show };
}

/** The whole diagram where that can be read; on a phone the step it waits at. */
function fit(viewer, current) {
  const canvas = viewer.get('canvas');
  if (canvas.getContainer().clientWidth === 0) return;
  canvas.resized();
  canvas.zoom('fit-viewport', 'auto');
  const step = current.find((id) => viewer.get('elementRegistry').get(id));
  if (step && canvas.zoom() < READABLE) {
    canvas.zoom(READABLE);
    canvas.scrollToElement(step);
  }
}

/** Marks these elements, and no longer those that were marked before. */
export function mark(viewer, states) {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  for (const [state, marker] of Object.entries(MARKERS)) {
    for (const element of elements.getAll()) canvas.removeMarker(element, marker);
    for (const id of states[state] ?? []) {
      if (elements.get(id)) canvas.addMarker(id, marker);
    }
  }
}
