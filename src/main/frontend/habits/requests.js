import { toast } from './toasts.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

export function csrfHeaders() {
  const header = meta('_csrf_header');
  return header ? { [header]: meta('_csrf') } : {};
}

export function expectCsrf() {
  document.addEventListener('htmx:configRequest', (event) => {
    Object.assign(event.detail.headers, csrfHeaders());
  });
}

/** A refusal is shown as a toast, and beside each field it names. */
export function showRefusals() {
  document.addEventListener('htmx:beforeSwap', (event) => {
    // the session is over and the login page answered in place of the fragment
    if (new URL(event.detail.xhr.responseURL).pathname.endsWith('/login')) {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });
  document.addEventListener('htmx:beforeRequest', (event) => clearFieldErrors(event.detail.elt));
  document.addEventListener('htmx:responseError', (event) => {
    const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
    for (const { dataset, textContent } of answer.querySelectorAll('[data-field]')) {
      markField(event.detail.elt, dataset.field, textContent);
    }
    toast(answer.querySelector('[data-problem]')?.textContent ?? document.body.dataset.failedText, 'refused');
  });
  document.addEventListener('htmx:sendError', () => toast(document.body.dataset.offlineText, 'refused'));
}

function markField(form, name, text) {
  const field = form.elements?.namedItem(name);
  if (!field?.setAttribute) return;
  const note = document.createElement('div');
  note.className = 'invalid-feedback d-block';
  note.id = `${field.id || name}-error`;
  note.textContent = text;
  field.after(note);
  field.setAttribute('aria-describedby', note.id);
  field.setAttribute('aria-invalid', 'true');
  field.classList.add('is-invalid');
}

function clearFieldErrors(form) {
  for (const field of form.querySelectorAll('.is-invalid')) {
    field.classList.remove('is-invalid');
    field.removeAttribute('aria-invalid');
    document.getElementById(field.getAttribute('aria-describedby'))?.remove();
    field.removeAttribute('aria-describedby');
  }
}
