import htmx from 'htmx.org';

/** Lists: rows that are ticked, columns that are moved, filters on a phone, what failed to load. */
export function startLists() {
  document.addEventListener('click', ({ target }) => {
    const press = (selector, act) => {
      const button = target.closest(selector);
      if (button) act(button);
    };
    press('[data-move]', moveColumn);
    press('[data-list-fields]', toggleFields);
    press('[data-list-retry]', retry);
    press('[data-pick-none]', () => pickOnly([]));
  });
  document.addEventListener('change', ({ target }) => {
    if (target.matches('[data-pick]')) remember(target);
    if (target.matches('[data-pick-all]')) boxes().forEach((box) => remember(box, target.checked));
  });
  document.addEventListener('keydown', pickByKey);
  for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
    document.addEventListener(failure, ({ detail }) => showFailure(detail));
  }
  document.addEventListener('htmx:beforeRequest', ({ detail }) => hideFailure(detail.target));
}

/** Rows that were swapped in are ticked again where their like was; whoever is gone is no longer chosen. */
export function keepPicks() {
  const here = new Set(boxes().map((box) => box.value));
  for (const number of picked) if (!here.has(number)) picked.delete(number);
  showPicks();
}

const picked = new Set();

const boxes = () => [...document.querySelectorAll('[data-pick]')];

function remember(box, chosen = box.checked) {
  if (chosen) picked.add(box.value);
  else picked.delete(box.value);
  showPicks();
}

function pickOnly(numbers) {
  picked.clear();
  numbers.forEach((number) => picked.add(number));
  showPicks();
}

function showPicks() {
  const all = boxes();
  for (const box of all) {
    box.checked = picked.has(box.value);
    box.closest('tr, [data-row]')?.classList.toggle('is-picked', box.checked);
  }
  const head = document.querySelector('[data-pick-all]');
  if (head) {
    head.checked = all.length > 0 && picked.size === all.length;
    head.indeterminate = picked.size > 0 && picked.size < all.length;
  }
  const bar = document.querySelector('[data-bulk]');
  if (!bar) return;
  bar.hidden = picked.size === 0;
  bar.querySelector('[data-picked]').textContent = picked.size;
}

/** x ticks the row that has the focus. */
function pickByKey(event) {
  if (event.key !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('textarea, select, dialog, input:not([data-pick])')) return;
  const box = event.target.closest('tr, [data-row]')?.querySelector('[data-pick]');
  if (!box) return;
  event.preventDefault();
  remember(box, !box.checked);
}

/** The order of the boxes is the order of the columns; the first stays where it is. */
function moveColumn(button) {
  const line = button.closest('li');
  const other = button.dataset.move === 'up' ? line.previousElementSibling : line.nextElementSibling;
  if (!other?.querySelector('[data-move]')) return;
  if (button.dataset.move === 'up') other.before(line);
  else other.after(line);
  button.focus();
  const places = [...line.parentElement.children];
  line.closest('form').querySelector('[data-moved]').textContent =
    `${line.querySelector('.form-check-label').textContent} ${places.indexOf(line) + 1} / ${places.length}`;
}

function toggleFields(button) {
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
  button.closest('form').classList.toggle('is-open', open);
}

let failed;

/** A list that could not be loaded says so in its place and offers to try again. */
function showFailure({ target, elt, xhr }) {
  const note = target?.closest?.('.list')?.querySelector('[data-list-failed]');
  if (!note || (xhr.status >= 400 && xhr.status < 500)) return;
  failed = elt;
  note.hidden = false;
}

function hideFailure(target) {
  const note = target?.closest?.('.list')?.querySelector('[data-list-failed]');
  if (note) note.hidden = true;
}

function retry() {
  htmx.trigger(failed, failed.matches('form') ? 'submit' : 'click');
}
