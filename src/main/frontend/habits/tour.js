import { csrfHeaders } from './requests.js';

/**
 * The guided tour: a card beside the element that it speaks of, one stop after the other and from page to page. The tab
 * remembers the stop while a page loads; the server remembers that it was seen.
 */
const KEPT = 'tour';
const GAP = 12;
const narrow = matchMedia('(max-width: 767px)');

export function guideTour() {
  const card = document.getElementById('tour');
  if (!card) return;
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-tour-starts]')) begin(card, 0);
  });
  card.addEventListener('click', ({ target }) => {
    if (target.closest('[data-tour-next]')) turn(card, 1);
    if (target.closest('[data-tour-back]')) turn(card, -1);
    if (target.closest('[data-tour-ends]')) end(card);
  });
  card.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) turn(card, step);
    if (event.key === 'Escape') {
      event.stopPropagation();
      end(card);
    }
  });
  addEventListener('resize', () => card.hidden || place(card));
  const kept = sessionStorage.getItem(KEPT);
  // who came by a link to something wants that first
  const isDue = document.body.dataset.tour === 'due' && location.pathname === '/';
  if (kept !== null || isDue) begin(card, Number(kept ?? 0));
}

async function begin(card, at) {
  const answer = await fetch(card.dataset.steps);
  if (!answer.ok) return;
  // words of our own server, without script: the same as a swap by htmx
  card.innerHTML = await answer.text();
  go(card, at);
}

const stops = (card) => [...card.querySelectorAll('section')];

function turn(card, step) {
  const at = stops(card).findIndex((stop) => !stop.hidden) + step;
  if (at >= stops(card).length) end(card);
  else if (at >= 0) go(card, at);
}

function go(card, at) {
  const stop = stops(card)[at];
  if (!stop) return;
  sessionStorage.setItem(KEPT, at);
  const { path } = stop.dataset;
  if (path && location.pathname !== path) {
    location.assign(path);
    return;
  }
  stops(card).forEach((other) => {
    other.hidden = other !== stop;
    other.querySelector('h2').id = other === stop ? 'tour-title' : '';
  });
  card.hidden = false;
  place(card);
  card.focus({ preventScroll: true });
}

function place(card) {
  const stop = stops(card).find((each) => !each.hidden);
  const at = visible(stop.dataset.place);
  unmark();
  card.classList.toggle('is-free', !at);
  if (!at) return;
  at.classList.add('tour-place');
  if (at.getBoundingClientRect().top < 0 || at.getBoundingClientRect().bottom > innerHeight) at.scrollIntoView({ block: 'center' });
  const target = at.getBoundingClientRect();
  const own = card.getBoundingClientRect();
  const below = target.bottom + GAP + own.height < innerHeight;
  const top = below ? target.bottom + GAP : Math.max(GAP, target.top - GAP - own.height);
  const left = narrow.matches ? GAP : Math.min(Math.max(GAP, target.left), innerWidth - own.width - GAP);
  // through the CSSOM, which the content policy allows
  card.style.top = `${Math.max(GAP, Math.min(top, innerHeight - own.height - GAP))}px`;
  card.style.left = `${left}px`;
}

function visible(selector) {
  return [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length > 0);
}

function unmark() {
  for (const marked of document.querySelectorAll('.tour-place')) marked.classList.remove('tour-place');
}

function end(card) {
  sessionStorage.removeItem(KEPT);
  delete document.body.dataset.tour;
  unmark();
  card.hidden = true;
  document.getElementById('content')?.focus({ preventScroll: true });
  fetch(card.dataset.seen, { method: 'POST', headers: csrfHeaders() });
}
