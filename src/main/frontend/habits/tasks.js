/**
 * The task list: Esc goes back to the list, a refreshed list shows as many tasks as before, and tasks of one kind may be
 * approved together.
 */
export function startTasks() {
  if (cameFromList()) document.querySelector('#task-detail[data-task] h2')?.focus({ preventScroll: true });
  document.addEventListener('keydown', onEscape);
  document.addEventListener('change', ({ target }) => target.matches('[data-pick], [data-pick-all]') && offerApproval());
  document.addEventListener('htmx:configRequest', askForAllInSight);
  document.addEventListener('htmx:afterSettle', ({ target }) => {
    if (target.id === 'bulk-dialog') target.showModal();
    if (target.id === 'task-detail') showOpen(target);
    offerApproval();
  });
}

/** A link that was followed before the scripts had it: the keyboard goes on in the task all the same. */
function cameFromList() {
  return document.referrer !== '' && new URL(document.referrer).pathname.startsWith('/tasks');
}

function onEscape(event) {
  if (event.key !== 'Escape' || !document.querySelector('[data-tasks]') || document.querySelector('dialog[open]')) return;
  const field = event.target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]');
  if (field) field.blur();
  else goBack();
}

function goBack() {
  const back = document.querySelector('.back-to-list');
  if (back?.offsetParent) back.click();
  else document.querySelector('.task-list a[aria-current]')?.focus();
}

function askForAllInSight({ detail, target }) {
  if (!target.matches?.('[data-refresh]')) return;
  detail.parameters.rows = target.querySelectorAll('[data-row]').length;
  const open = document.getElementById('task-detail')?.dataset.task;
  if (open) detail.parameters.open = open;
}

function showOpen(detail) {
  for (const link of document.querySelectorAll('.task-list a[aria-current]')) link.removeAttribute('aria-current');
  document.getElementById(`task-${detail.dataset.task}`)?.setAttribute('aria-current', 'true');
  // the keyboard goes on in the task: the list may be refreshed at any moment, and on a phone it is gone
  detail.querySelector('h2')?.focus({ preventScroll: document.querySelector('.task-column')?.offsetParent !== null });
}

function offerApproval() {
  const button = document.querySelector('[data-bulk-approve]');
  if (!button) return;
  const chosen = [...document.querySelectorAll('[data-pick]:checked')];
  const kinds = new Set(chosen.map((box) => box.dataset.kind));
  button.disabled = kinds.size !== 1 || chosen.some((box) => !('several' in box.dataset));
}
