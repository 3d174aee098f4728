import NavigatedViewer from 'camunda-bpmn-js/lib/camunda-platform/NavigatedViewer';
import 'camunda-bpmn-js/dist/assets/camunda-platform-navigated-viewer.css';
import './diagram.css';

const MARKERS = { passed: 'step-passed', current: 'step-current', failed: 'step-failed' };

/** A process diagram. data-source answers {xml, passed, current, failed}, the last three as ids of elements. */
export default async function showDiagram(place) {
  const answer = await fetch(place.dataset.source, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${place.dataset.source}: ${answer.status}`);
  const process = await answer.json();
  const viewer = new NavigatedViewer({ container: place });
  await viewer.importXML(process.xml);
  mark(viewer, process);
  viewer.get('canvas').zoom('fit-viewport', 'auto');
}

function mark(viewer, process) {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  for (const [state, marker] of Object.entries(MARKERS)) {
    for (const id of process[state] ?? []) {
      if (elements.get(id)) canvas.addMarker(id, marker);
    }
  }
}
