/**
 * A button with data-opens="id" opens that dialog, one with data-closes closes the dialog it is in, one with
 * data-fills="name" writes its own text into that field of its form.
 */
export function openDialogs() {
  document.addEventListener('click', ({ target }) => {
    const opener = target.closest('[data-opens]');
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    // a toast has done its work once its button was pressed
    opener?.closest('.toast-note')?.remove();
    const filler = target.closest('[data-fills]');
    if (filler) filler.form.elements.namedItem(filler.dataset.fills).value = filler.textContent.trim();
    if (target.closest('[data-closes]')) target.closest('dialog').close();
  });
}
