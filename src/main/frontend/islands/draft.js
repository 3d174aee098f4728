import { csrfHeaders } from '../habits/requests.js';

/**
 * Keeps what is typed into a form: when a field is left, and at the button marked data-draft-save. What became of it
 * stands quietly in data-draft-note.
 */
export function keepDrafts(form, frame, address) {
  let typed;
  form.on('changed', ({ data }) => {
    typed = data;
  });
  const keep = async () => {
    if (!typed) return;
    const answers = typed;
    typed = undefined;
    const note = frame.querySelector('[data-draft-note]');
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrfHeaders() },
        body: JSON.stringify(answers),
      });
      const { message, detail } = await answer.json();
      note.textContent = message ?? detail ?? '';
    } catch {
      typed ??= answers;
      note.textContent = document.body.dataset.offlineText;
    }
  };
  frame.addEventListener('focusout', keep);
  frame.querySelector('[data-draft-save]')?.addEventListener('click', () => {
    typed ??= form._getState().data;
    keep();
  });
}
