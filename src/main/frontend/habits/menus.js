/** A menu closes when something else is clicked, and with Escape, which leaves the focus at its button. */
export function closeMenus() {
  document.addEventListener('click', ({ target }) => {
    for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}

function openMenus() {
  return document.querySelectorAll('details[data-menu][open]');
}
