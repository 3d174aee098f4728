/**
 * j and k walk through the links of the list marked data-walk, f goes to the page's own search field, ? lists the keys,
 * Ctrl+K and / open the search. After g, a letter follows the link marked with it: data-go="t". Any other letter presses
 * the button marked with it: data-key="c".
 */
const GO_WITHIN = 1500;

let leaving = 0;

export function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openSearch();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && press(event.key)) {
      event.preventDefault();
    }
  });
}

function press(key) {
  if (Date.now() < leaving && key.length === 1) {
    leaving = 0;
    return go(key);
  }
  switch (key) {
    case 'g':
      leaving = Date.now() + GO_WITHIN;
      return true;
    case 'j':
      return walk(1);
    case 'k':
      return walk(-1);
    case '/':
      return openSearch();
    case 'f':
      return focus(document.querySelector('main input[type="search"]')) || click(key);
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

function openSearch() {
  const opener = document.querySelector('[data-search-opens]');
  opener?.click();
  return opener != null;
}

function openKeys(dialog) {
  dialog?.showModal();
  return dialog != null;
}

function go(key) {
  const link = /^[a-z]$/.test(key) && document.querySelector(`[data-go="${key}"]`);
  if (link) link.click();
  return Boolean(link);
}

function click(key) {
  const button = /^[a-z]$/.test(key) && document.querySelector(`[data-key="${key}"]:not(:disabled)`);
  if (button) button.click();
  return Boolean(button);
}
