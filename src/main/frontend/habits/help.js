import htmx from 'htmx.org';

const wide = matchMedia('(min-width: 768px)');

/** On a desk the manual opens beside the page; on a phone it is a page. */
export function openHelp() {
  const panel = document.getElementById('help-panel');
  if (!panel) return;
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-help], #help-panel a[href*="/help/"]:not(.help-whole)');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (link && wide.matches && !elsewhere) {
      event.preventDefault();
      show(panel, new URL(link.href));
    }
    if (event.target.closest('[data-help-closes]')) close(panel);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !panel.hidden && !document.querySelector('dialog[open]')) close(panel);
  });
}

async function show(panel, address) {
  const body = panel.querySelector('#help-body');
  if (panel.hidden) opener = document.activeElement;
  panel.hidden = false;
  panel.querySelector('.help-whole').href = address.pathname + address.hash;
  await htmx.ajax('GET', address.pathname, { target: body, select: '#chapter', swap: 'innerHTML' });
  const section = address.hash && document.getElementById(decodeURIComponent(address.hash.slice(1)));
  body.scrollTop = 0;
  if (section) section.scrollIntoView();
  body.focus({ preventScroll: true });
}

let opener = null;

function close(panel) {
  panel.hidden = true;
  opener?.focus();
}
