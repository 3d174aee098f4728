/**
 * What is wrong, each with a button that leads there.
 *
 * @param texts found (with # for the number), clean, error, warning
 * @param findings each {place, name, text, error}, or with a word of its own
 * @param attribute of the button, such as cell: where it leads
 */
export function listFindings(section, texts, findings, attribute) {
  const line = document.createElement('p');
  line.className = `status-line ${findings.length ? 'is-waiting' : 'is-good'}`;
  line.textContent = findings.length ? texts.found.replace('#', findings.length) : texts.clean;
  const list = document.createElement('ul');
  list.append(...findings.map((finding) => toItem(texts, finding, attribute)));
  section.replaceChildren(line, ...(findings.length ? [list] : []));
}

function toItem(texts, { place, name, text, error, word }, attribute) {
  const item = document.createElement('li');
  if (name) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-sm', textContent: name });
    button.dataset[attribute] = place;
    item.append(button, ' ');
  }
  const kind = document.createElement('span');
  kind.className = `status-word ${error ? 'is-bad' : 'is-waiting'}`;
  kind.textContent = word ?? (error ? texts.error : texts.warning);
  item.append(kind, ' ', text);
  return item;
}

/** A name in the list of findings leads to its element of the drawing. */
export function leadToElements(viewer) {
  document.getElementById('model-findings')?.addEventListener('click', ({ target }) => {
    const element = viewer.get('elementRegistry').get(target.dataset.element ?? '');
    if (!element) return;
    viewer.get('selection').select(element);
    viewer.get('canvas').scrollToElement(element);
    viewer.get('canvas').getContainer().scrollIntoView({ block: 'center' });
  });
}
