/**
 * j and k walk through the links of the list marked data-walk, / goes to the search field, ? lists the keys, and any
 * other letter presses the button marked with it: data-key="c".
 */
export function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (press(event.key)) event.preventDefault();
  });
}

function press(key) {
  switch (key) {
    case 'j':
      return walk(1);
    case 'k':
      return walk(-1);
    case '/':
      return focus(document.querySelector('input[type="search"]'));
    case '?':
      return openKeys(document.getElementById('keys'));
    default:
      return click(key);
  }
}

function isTyping(target) {
  return target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}

function walk(step) {
  const links = [...document.querySelectorAll('[data-walk] a[href]')];
  const here = links.findIndex((link) => link === document.activeElement || link.getAttribute('aria-current'));
  const focused = links.indexOf(document.activeElement);
  return focus(links[(focused >= 0 ? focused : here) + step] ?? (here < 0 ? links[0] : undefined));
}

function focus(element) {
  element?.focus();
  return element != null;
}

function openKeys(dialog) {
  dialog?.showModal();
  return dialog != null;
}

function click(key) {
  const button = /^[a-z]$/.test(key) && document.querySelector(`[data-key="${key}"]:not(:disabled)`);
  if (button) button.click();
  return Boolean(button);
}
