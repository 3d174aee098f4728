/**
 * A field with data-remember="name" keeps what was last sent in it, in this browser: the terminal stands at the counter.
 * The name says whose it is.
 */
export function rememberFields(part) {
  for (const field of part.querySelectorAll('[data-remember]')) {
    field.value ||= localStorage.getItem(field.dataset.remember) ?? '';
    field.form.addEventListener('submit', () => {
      if (field.value) localStorage.setItem(field.dataset.remember, field.value);
    });
  }
}
