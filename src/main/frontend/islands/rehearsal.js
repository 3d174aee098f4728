import { openDiagram, mark } from './diagram.js';

/**
 * The diagram of a process that is played through. Beside it stands the element named in data-follows, whose data-passed,
 * data-current and data-failed name the elements to mark; each choice puts another in its place.
 */
export default async function followRehearsal(place) {
  const { viewer, show } = await openDiagram(place);
  const follow = () => {
    const course = document.getElementById(place.dataset.follows);
    const state = Object.fromEntries(['passed', 'current', 'failed'].map((name) => [name, ids(course.dataset[name] ?? '')]));
    mark(viewer, state);
    show([...state.failed, ...state.current]);
  };
  follow();
  document.addEventListener('htmx:afterSwap', follow);
}

const ids = (text) => text.split(' ').filter(Boolean);
