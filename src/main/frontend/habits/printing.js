/** A button with data-prints prints the slip of its page; what is paper and what is not stands in the styles. */
export function printOnClick() {
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-prints]')) window.print();
  });
}
