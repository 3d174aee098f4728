/**
 * A menu closes when something else is clicked or has the focus, and with Escape, which leaves the focus at its button.
 */
export function closeMenus() {
  for (const leaving of ['click', 'focusin']) {
    document.addEventListener(leaving, ({ target }) => {
      for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false;
    });
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  // what a menu opens over the page takes its place
  document.addEventListener('click', ({ target }) => {
    const chosen = target.closest('[data-menu] :is([data-opens], [data-tour-starts], [data-help])');
    if (chosen) chosen.closest('[data-menu]').open = false;
  });
}

function openMenus() {
  return document.querySelectorAll('details[data-menu][open]');
}
