/**
 * News from the server: that tasks, money or notices may have changed, never what. Pages hear them as events
 * live:tasks, live:money and live:notices on the body. The tabs of a browser share one connection where the browser
 * lets them: the tab that holds the lock listens and tells the others.
 */
const KINDS = ['tasks', 'money', 'notices'];
/** While much happens, a page is told of a kind this often. */
const SPACE_MILLIS = 1500;
const HIDDEN_FOR_LONG_MILLIS = 5 * 60_000;
const FIRST_PAUSE_MILLIS = 5_000;
const LONGEST_PAUSE_MILLIS = 60_000;

const told = {};
const waiting = new Set();
const shared = navigator.locks !== undefined && window.BroadcastChannel !== undefined;
const channel = shared ? new BroadcastChannel('live') : undefined;

let address;
let source;
let openedBefore = false;
let missed = false;
let pause = FIRST_PAUSE_MILLIS;
let retry;
let leaving;
let hiding;

export function listenForNews() {
  address = document.body.dataset.live;
  if (!address) return;
  channel?.addEventListener('message', ({ data }) => hear(data));
  document.addEventListener('visibilitychange', () => (document.hidden ? hide() : show()));
  // an open connection would keep the page from being kept for the way back
  addEventListener('pagehide', leave);
  addEventListener('pageshow', ({ persisted }) => persisted && come());
  if (!document.hidden) come();
}

/** Takes the lock, or waits for it while another tab listens; without locks each tab listens for itself. */
function come() {
  if (leaving) return;
  leaving = new AbortController();
  const { signal } = leaving;
  if (!shared) {
    listen();
    signal.addEventListener('abort', stop);
    return;
  }
  const untilLeaving = () => new Promise((done) => {
    listen();
    signal.addEventListener('abort', () => done(stop()));
  });
  // whoever leaves while waiting is told so by an exception
  navigator.locks.request('live', { signal }, untilLeaving).catch(() => {});
}

function leave() {
  leaving?.abort();
  leaving = undefined;
}

function stop() {
  clearTimeout(retry);
  source?.close();
  source = undefined;
}

function hide() {
  hiding = setTimeout(() => {
    missed = true;
    leave();
  }, HIDDEN_FOR_LONG_MILLIS);
}

function show() {
  clearTimeout(hiding);
  come();
  if (missed) hear('all');
  missed = false;
  flush();
}

function listen() {
  source = new EventSource(address);
  source.onopen = () => {
    pause = FIRST_PAUSE_MILLIS;
    // nobody knows what happened since the last connection; a page that just came knows by itself
    if (openedBefore) spread('all');
    else channel?.postMessage('all');
    openedBefore = true;
  };
  for (const name of [...KINDS, 'all']) source.addEventListener(name, () => spread(name));
  // too many pages of one person: this one looks again when somebody looks at it
  source.addEventListener('full', () => {
    missed = true;
    leave();
  });
  source.onerror = () => {
    if (source?.readyState === EventSource.CLOSED) listenLater();
  };
}

/** The server said no: it goes down, or the session is over. */
function listenLater() {
  stop();
  retry = setTimeout(listen, pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
}

function spread(name) {
  channel?.postMessage(name);
  hear(name);
}

function hear(name) {
  for (const kind of name === 'all' ? KINDS : [name]) waiting.add(kind);
  flush();
}

/** As if anything might have changed. */
export function lookAgain() {
  hear('all');
}

/** What a hidden page hears waits until somebody looks at it. */
function flush() {
  if (document.hidden) return;
  for (const kind of waiting) {
    const since = Date.now() - (told[kind] ?? 0);
    if (since < SPACE_MILLIS) {
      setTimeout(flush, SPACE_MILLIS - since);
      continue;
    }
    waiting.delete(kind);
    told[kind] = Date.now();
    document.body.dispatchEvent(new CustomEvent(`live:${kind}`));
  }
}
