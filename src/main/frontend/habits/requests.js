import { lookAgain } from './live.js';
import { asksAgain } from './proof.js';
import { toast } from './toasts.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

export function csrfHeaders() {
  const header = meta('_csrf_header');
  return header ? { [header]: meta('_csrf') } : {};
}

export function expectCsrf() {
  document.addEventListener('htmx:configRequest', (event) => {
    Object.assign(event.detail.headers, csrfHeaders());
    // what a page asks by itself does not keep its session alive
    const { triggeringEvent } = event.detail;
    if (!triggeringEvent || triggeringEvent.type.startsWith('live:')) event.detail.headers.Unattended = 'true';
  });
}

/** A refusal is shown beside each field it names, and in the form's data-problem; else as a toast. */
export function showRefusals() {
  document.addEventListener('htmx:beforeSwap', ({ detail }) => {
    // the session is over and the login page answered in place of the fragment
    if (new URL(detail.xhr.responseURL).pathname.endsWith('/login')) {
      detail.shouldSwap = false;
      location.reload();
    } else if (asksAgain(detail)) {
      detail.isError = false;
    } else if (detail.xhr.status >= 400) {
      show(detail.requestConfig.elt, detail.xhr.responseText);
      // somebody else was faster: what the page shows is old
      if (detail.xhr.status === 409) lookAgain();
      // a no is an answer; only what broke belongs into the console
      detail.isError = detail.xhr.status >= 500;
    }
  });
  document.addEventListener('htmx:beforeRequest', (event) => clearFieldErrors(event.detail.elt));
  document.addEventListener('htmx:sendError', ({ detail }) => {
    // a list says so in its own place, and what nobody asked for says nothing
    const isList = detail.target?.closest?.('.list')?.querySelector('[data-list-failed]');
    const isAsked = !detail.requestConfig.headers.Unattended;
    if (!isList && isAsked) toast(document.body.dataset.offlineText, 'refused');
  });
}

function show(form, html) {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  const elsewhere = [];
  for (const { dataset, textContent } of answer.querySelectorAll('[data-field]')) {
    if (!markField(form, dataset.field, textContent)) elsewhere.push(`${dataset.field} ${textContent}`);
  }
  listElsewhere(form, elsewhere);
  const text = answer.querySelector('[data-problem]')?.textContent ?? document.body.dataset.failedText;
  if (!showProblem(form, text)) toast(text, 'refused');
}

function showProblem(form, text) {
  const box = form.querySelector('[data-problem]');
  if (!box) return false;
  box.textContent = text;
  box.hidden = !text;
  return true;
}

/** What is wrong inside of a file that the form sends, cell by cell. */
function listElsewhere(form, lines) {
  const list = form.querySelector('[data-elsewhere]');
  if (!list) return;
  list.hidden = lines.length === 0;
  list.replaceChildren(...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
}

/** @return whether the form has a place for it */
function markField(form, name, text) {
  const place = form.querySelector(`[data-error-of="${CSS.escape(name)}"]`);
  if (place) place.textContent = text;
  const field = form.elements?.namedItem(name);
  if (place || !field?.setAttribute) return Boolean(place);
  const note = document.createElement('div');
  note.className = 'invalid-feedback d-block';
  note.id = `${field.id || name}-error`;
  note.textContent = text;
  field.after(note);
  field.setAttribute('aria-describedby', note.id);
  field.setAttribute('aria-invalid', 'true');
  field.classList.add('is-invalid');
  return true;
}

function clearFieldErrors(form) {
  showProblem(form, '');
  listElsewhere(form, []);
  for (const place of form.querySelectorAll('[data-error-of]')) place.textContent = '';
  for (const field of form.querySelectorAll('.is-invalid')) {
    field.classList.remove('is-invalid');
    field.removeAttribute('aria-invalid');
    document.getElementById(field.getAttribute('aria-describedby'))?.remove();
    field.removeAttribute('aria-describedby');
  }
}
