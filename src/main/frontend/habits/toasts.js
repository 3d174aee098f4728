const KEPT = 'toast';

/** @param kind "done" or "refused" */
export function toast(text, kind = 'done') {
  if (!text) return;
  const note = document.createElement('div');
  note.className = `toast-note toast-${kind}`;
  note.textContent = text;
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), 8000);
}

/** What the server wrote into a page or fragment for a moment's attention: data-toast. */
export function showToasts(part) {
  for (const note of part.querySelectorAll('[data-toast]')) {
    toast(note.textContent);
    note.remove();
  }
}

/** Shows the toast on the page that comes next. */
export function keepToast(text) {
  sessionStorage.setItem(KEPT, text);
}

export function showKeptToast() {
  toast(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  document.addEventListener('toast', (event) => toast(event.detail.value ?? event.detail.text, event.detail.kind));
}
