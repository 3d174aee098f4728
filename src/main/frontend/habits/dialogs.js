/** A button with data-opens="id" opens that dialog, one with data-closes closes the dialog it is in. */
export function openDialogs() {
  document.addEventListener('click', ({ target }) => {
    const opener = target.closest('[data-opens]');
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    if (target.closest('[data-closes]')) target.closest('dialog').close();
  });
}
