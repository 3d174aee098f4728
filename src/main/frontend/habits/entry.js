/**
 * Entering a contract (form[data-entry]): Enter goes to the next field and never sends the form by accident, Ctrl+Enter
 * sends it; the sum of an own plan and the total below are kept up while typing. The server reckons all of it again.
 */
export function helpEntry() {
  document.addEventListener('keydown', onKey);
  document.addEventListener('input', ({ target }) => target.matches('[data-entry-part]') && showSum(target.form));
  document.addEventListener('click', ({ target }) => {
    const more = target.closest('[data-entry-more]');
    if (more) unfold(more);
  });
  document.addEventListener('htmx:afterSwap', ({ target }) => target.id === 'quote' && showTotal(target));
  keepWhatIsTypedMeanwhile();
  document.addEventListener('htmx:afterRequest', ({ detail }) => {
    if (detail.xhr.status >= 400 && detail.elt.matches('form[data-entry]')) goToFirstError(detail.elt);
  });
}

export function startEntries(part) {
  for (const form of part.querySelectorAll('form[data-entry]')) showSum(form);
}

/** While the form comes back in another shape somebody goes on typing: what is newer than the request stays. */
function keepWhatIsTypedMeanwhile() {
  let sent = null;
  let newer = [];
  document.addEventListener('htmx:beforeRequest', ({ detail }) => {
    if (isReshaping(detail)) sent = new Map(texts().map((field) => [field.id, field.value]));
  });
  document.addEventListener('htmx:beforeSwap', ({ detail }) => {
    if (!sent || !isReshaping(detail)) return;
    newer = texts().filter((field) => sent.get(field.id) !== field.value).map(({ id, value }) => [id, value]);
  });
  document.addEventListener('htmx:afterSettle', () => {
    for (const [id, value] of newer) {
      const field = document.getElementById(id);
      if (field?.value === sent.get(id)) {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    newer = [];
  });
}

function isReshaping({ requestConfig }) {
  return requestConfig.path.startsWith('/contracts/new/form');
}

function texts() {
  return [...document.querySelectorAll('form[data-entry] input[id]:not([type="radio"], [type="checkbox"])')];
}

function onKey(event) {
  const form = event.target.closest?.('form[data-entry]');
  if (event.key !== 'Enter' || !form || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.querySelector('[type="submit"]').click();
  } else if (event.target.matches('input, select')) {
    event.preventDefault();
    next(form, event.target)?.focus();
  }
}

function next(form, here) {
  const fields = [...form.elements].filter(
    (field) => field.matches('input:not([type="hidden"]), select, [type="submit"]') && field.offsetParent && isReachable(field),
  );
  return fields[fields.indexOf(here) + 1];
}

/** Of a group of radios only the chosen one takes the focus. */
function isReachable(field) {
  return field.type !== 'radio' || field.checked;
}

function showSum(form) {
  const sum = form.querySelector('[data-entry-sum]');
  if (!sum) return;
  const parts = [...form.querySelectorAll('[data-entry-part]')].map(({ value }) => Number(value.replace('%', '')));
  const hundredths = Math.round(parts.reduce((all, each) => all + each, 0) * 10000);
  const off = 1000000 - hundredths;
  const rest = Math.abs(off) / 10000;
  sum.textContent = Number.isNaN(off)
    ? '–'
    : `${hundredths / 10000}%${off > 0 ? ` ${sum.dataset.short} ${rest}%` : off < 0 ? ` ${sum.dataset.over} ${rest}%` : ' ✓'}`;
  sum.classList.toggle('is-short', off !== 0);
}

function showTotal(place) {
  place.removeAttribute('aria-busy');
  const total = document.querySelector('[data-entry-total]');
  const quote = place.querySelector('[data-total]');
  if (total && quote) total.textContent = quote.dataset.total;
}

function unfold(more) {
  const open = more.getAttribute('aria-expanded') !== 'true';
  more.setAttribute('aria-expanded', String(open));
  document.getElementById(more.getAttribute('aria-controls')).classList.toggle('is-open', open);
}

function goToFirstError(form) {
  const wrong = form.querySelector('.is-invalid') ?? [...form.querySelectorAll('[data-error-of]')].find((e) => e.textContent);
  const folded = wrong?.closest('details:not([open])');
  if (folded) folded.open = true;
  (wrong?.matches('[data-error-of]') ? wrong.closest('section, aside')?.querySelector('input:not([type="hidden"]), select') : wrong)?.focus();
  wrong?.scrollIntoView({ block: 'center' });
}
