import { openDiagram } from './diagram.js';
import './heat.css';

const WIDE = 60;

/**
 * A process diagram with a number on each element where cases stand. data-source answers {xml, badges}; a badge has the
 * element, its text, a label that says the same in a sentence, a warmth from 1 to 5 and the address of its cases.
 */
export default async function showHeat(place) {
  const { viewer, process, show } = await openDiagram(place);
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  for (const badge of process.badges) {
    canvas.addMarker(badge.element, `heat-${badge.level}`);
    overlays.add(badge.element, { position: placeOn(elements.get(badge.element)), scale: { min: 0.8, max: 1.2 }, html: link(badge) });
  }
  const hottest = [...process.badges].sort((a, b) => b.level - a.level).map(({ element }) => element);
  show(hottest.slice(0, 1));
}

/** On the upper edge of a step; beside a sign, which it would cover. */
const placeOn = ({ width }) => (width < WIDE ? { top: -10, left: width - 6 } : { top: -16, left: 8 });

function link({ text, label, href, failing, level }) {
  const link = Object.assign(document.createElement('a'), { href, textContent: text, title: label, className: `heat-badge is-${level}` });
  link.setAttribute('aria-label', label);
  if (failing) link.append(Object.assign(document.createElement('span'), { textContent: failing, className: 'heat-failing' }));
  return link;
}
