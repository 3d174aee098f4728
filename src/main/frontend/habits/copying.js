import { toast } from './toasts.js';

/** A button with data-copies="id" copies that field and says so in its data-done text. */
export function copyOnClick() {
  document.addEventListener('click', async ({ target }) => {
    const button = target.closest('[data-copies]');
    if (!button) return;
    const field = document.getElementById(button.dataset.copies);
    field.select();
    // browsers keep the clipboard from pages without TLS; then the marked text is there for Ctrl+C
    await navigator.clipboard?.writeText(field.value);
    toast(button.dataset.done);
  });
}
