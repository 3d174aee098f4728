/**
 * The pages somebody opened last, in this browser and for this person alone: paths and what the pages are called, never
 * what was typed. Logging out forgets them, and whatever else the tab remembers.
 */
const MOST = 8;
const KEPT = 'recent:';

export function rememberPages() {
  const key = keyOfPerson();
  if (!key) return;
  document.addEventListener('submit', ({ target }) => {
    if (target.matches('[data-logout]')) forgetEverything();
  });
  const page = thisPage();
  const others = read(key).filter(({ path, title }) => path !== page.path && title !== page.title);
  localStorage.setItem(key, JSON.stringify([page, ...others].slice(0, MOST + 1)));
}

/** Without the page that is open. */
export function recentPages() {
  const key = keyOfPerson();
  return key ? read(key).filter(({ path }) => path !== location.pathname).slice(0, MOST) : [];
}

function thisPage() {
  const name = document.title.replace(/ · [^·]*$/, '');
  const heading = document.querySelector('main h1')?.textContent.trim() || name;
  return { path: location.pathname, title: heading, note: name === heading ? '' : name };
}

function keyOfPerson() {
  const { person } = document.body.dataset;
  return person ? KEPT + person : null;
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

function forgetEverything() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(KEPT)) localStorage.removeItem(key);
  sessionStorage.clear();
}
