const KEPT = 'toast';

/**
 * @param said words, or elements of the page such as words and the way back
 * @param kind "done" or "refused"
 */
export function toast(said, kind = 'done') {
  if (!said) return;
  const note = document.createElement('div');
  note.className = `toast-note toast-${kind}`;
  note.append(...(typeof said === 'string' ? [said] : said));
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), 8000);
}

/** What the server wrote into a page or fragment for a moment's attention: data-toast. */
export function showToasts(part) {
  for (const note of part.querySelectorAll('[data-toast]')) {
    toast(note.children.length ? [...note.childNodes] : note.textContent);
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
