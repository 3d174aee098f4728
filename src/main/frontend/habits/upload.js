/**
 * A form marked data-upload sends its file as soon as one is chosen or dropped, and shows how far it is. Files that are
 * too big for the server are still its to refuse.
 */
export function startUploads() {
  document.addEventListener('change', ({ target }) => {
    if (formOf(target) && target.type === 'file' && target.files.length) target.form.requestSubmit();
  });
  for (const over of ['dragenter', 'dragover']) document.addEventListener(over, hover);
  document.addEventListener('dragleave', ({ target }) => zoneOf(target)?.classList.remove('is-over'));
  document.addEventListener('drop', take);
  document.addEventListener('htmx:xhr:progress', showProgress);
  document.addEventListener('htmx:afterRequest', finish);
}

const formOf = (target) => target.closest?.('form[data-upload]');

const zoneOf = (target) => formOf(target) && target.closest('.drop-zone');

function hover(event) {
  const zone = zoneOf(event.target);
  if (!zone) return;
  event.preventDefault();
  zone.classList.add('is-over');
}

function take(event) {
  const zone = zoneOf(event.target);
  if (!zone) return;
  event.preventDefault();
  zone.classList.remove('is-over');
  if (!event.dataTransfer.files.length) return;
  const field = zone.querySelector('input[type="file"]');
  field.files = event.dataTransfer.files;
  field.form.requestSubmit();
}

function showProgress({ target, detail }) {
  const bar = detail.lengthComputable && formOf(target)?.querySelector('progress');
  if (!bar) return;
  bar.hidden = false;
  bar.value = (100 * detail.loaded) / detail.total;
}

function finish({ target }) {
  const form = formOf(target);
  if (!form) return;
  form.querySelector('progress').hidden = true;
  // the same file, mended, can be chosen again
  form.reset();
}
