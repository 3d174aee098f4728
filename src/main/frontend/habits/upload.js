/**
 * A form marked data-upload sends its file as soon as one is chosen or dropped, and shows how far it is. Files that are
 * too big for the server are still its to refuse.
 */
export function startUploads(part) {
  for (const form of part.querySelectorAll('form[data-upload]')) {
    const field = form.querySelector('input[type="file"]');
    const zone = field.closest('.drop-zone');
    field.addEventListener('change', () => field.files.length && form.requestSubmit());
    for (const over of ['dragenter', 'dragover']) zone.addEventListener(over, (event) => hover(event, zone));
    for (const off of ['dragleave', 'drop']) zone.addEventListener(off, () => zone.classList.remove('is-over'));
    zone.addEventListener('drop', (event) => take(event, form, field));
    showProgress(form, form.querySelector('progress'));
  }
}

function hover(event, zone) {
  event.preventDefault();
  zone.classList.add('is-over');
}

function take(event, form, field) {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  field.files = event.dataTransfer.files;
  form.requestSubmit();
}

function showProgress(form, bar) {
  form.addEventListener('htmx:xhr:progress', ({ detail }) => {
    if (!detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = (100 * detail.loaded) / detail.total;
  });
  form.addEventListener('htmx:afterRequest', () => {
    bar.hidden = true;
    // the same file, mended, can be chosen again
    form.reset();
  });
}
