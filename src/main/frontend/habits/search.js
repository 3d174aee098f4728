import { recentPages } from './recent.js';

/**
 * The search dialog: arrows move through the hits while the focus stays in the field, Enter opens the one that is marked.
 * With nothing typed it offers the pages opened last.
 */
export function openSearches() {
  const dialog = document.getElementById('search');
  if (!dialog) return;
  const field = dialog.querySelector('input[role="combobox"]');
  const results = document.getElementById('search-results');
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-search-opens]')) open(dialog, field, results);
    // a click on the dialog itself is one beside its content
    if (target === dialog) dialog.close();
  });
  field.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) move(field, results, step);
    if (event.key === 'Enter') marked(results)?.click();
    if (step || event.key === 'Enter') event.preventDefault();
  });
  field.addEventListener('input', () => {
    if (!field.value.trim()) offerRecent(dialog, field, results);
  });
  results.addEventListener('htmx:afterSwap', () => {
    // an answer that comes after the field was emptied has nobody to read it
    if (!field.value.trim()) offerRecent(dialog, field, results);
    else mark(field, results, 0);
  });
  results.addEventListener('click', ({ target }) => target.closest('a') && dialog.close());
}

function open(dialog, field, results) {
  if (dialog.open) return;
  field.value = '';
  offerRecent(dialog, field, results);
  dialog.showModal();
  field.focus();
}

function offerRecent(dialog, field, results) {
  const pages = recentPages();
  results.replaceChildren(...(pages.length ? [listOf(dialog.dataset.recentText, pages)] : []));
  mark(field, results, -1);
}

function listOf(heading, pages) {
  const list = element('div', { id: 'search-list', role: 'listbox', 'aria-label': heading });
  const group = element('div', { role: 'group', 'aria-labelledby': 'search-recent' });
  group.append(element('div', { class: 'search-group', id: 'search-recent' }, heading));
  pages.forEach(({ path, title, note }, at) => {
    const link = element('a', { role: 'option', 'aria-selected': 'false', tabindex: '-1', id: `recent-${at}`, href: path });
    link.append(element('span', { class: 'search-title' }, title), element('span', { class: 'search-hit-note quiet' }, note));
    group.append(link);
  });
  list.append(group);
  return list;
}

function element(name, attributes, text = '') {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

const options = (results) => [...results.querySelectorAll('[role="option"]')];
const marked = (results) => results.querySelector('[aria-selected="true"]');

function move(field, results, step) {
  const all = options(results);
  const at = all.indexOf(marked(results));
  mark(field, results, at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length);
}

function mark(field, results, at) {
  const all = options(results);
  all.forEach((option, place) => option.setAttribute('aria-selected', String(place === at)));
  field.setAttribute('aria-expanded', String(all.length > 0));
  field.setAttribute('aria-controls', all.length > 0 ? 'search-list' : 'search-results');
  if (all[at]) {
    field.setAttribute('aria-activedescendant', all[at].id);
    all[at].scrollIntoView({ block: 'nearest' });
  } else {
    field.removeAttribute('aria-activedescendant');
  }
}
