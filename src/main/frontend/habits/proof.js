let waiting;

/** An answer with the header Ask-Again wants the password once more; then the same form is sent again. */
export function asksAgain({ xhr, requestConfig }) {
  if (xhr.getResponseHeader('Ask-Again') == null) return false;
  waiting = requestConfig.elt;
  document.getElementById('ask-again').showModal();
  return true;
}

export function sendAgainOnceProven() {
  document.addEventListener('htmx:afterRequest', ({ target, detail }) => {
    const dialog = target.closest('#ask-again');
    if (!dialog || !detail.successful) return;
    target.reset();
    dialog.close();
    waiting?.requestSubmit();
    waiting = undefined;
  });
}
