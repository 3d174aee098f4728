/**
 * Arithmetic at the counter, a courtesy only: the server computes again. In a form marked data-counter the chosen
 * debts (data-fen) fill the amount, and the cash that was given less the amount is the change. All in fen.
 */
export function startCounters(part) {
  for (const form of part.querySelectorAll('form[data-counter]')) {
    const boxes = [...form.querySelectorAll('[data-fen]')];
    const show = () => compare(form, total(boxes));
    for (const box of boxes) {
      box.addEventListener('change', () => {
        fill(form, total(boxes));
        show();
      });
    }
    form.addEventListener('input', show);
    form.addEventListener('click', ({ target, detail }) => {
      // after the press itself has put the focus on the method; keys that walk through the methods stay there
      if (detail && target.closest('.method')) setTimeout(() => goOn(form));
    });
    form.addEventListener('focusin', ({ target }) => overwrite(target));
    // the amount has the focus already where the page came with it
    overwrite(document.activeElement);
    for (const note of form.querySelectorAll('[data-note]')) {
      note.addEventListener('click', () => {
        form.querySelector('[data-given]').value = note.dataset.yuan;
        show();
      });
    }
    show();
  }
}

/** What is typed into an amount takes its place. */
function overwrite(field) {
  if (field.matches('.money-field')) field.select();
}

function total(boxes) {
  return boxes.filter((box) => box.checked).reduce((sum, box) => sum + Number(box.dataset.fen), 0);
}

function fill(form, sum) {
  const amount = form.querySelector('[data-amount]');
  if (amount) amount.value = yuan(sum);
  const shown = form.querySelector('[data-sum]');
  if (shown) shown.textContent = withSign(sum);
}

function compare(form, owed) {
  const amount = fen(form.querySelector('[data-amount]')?.value);
  const over = form.querySelector('[data-over]');
  if (over) {
    over.hidden = !(amount > owed);
    over.querySelector('[data-over-sum]').textContent = withSign(Math.max(0, amount - owed) || 0);
  }
  const change = form.querySelector('[data-change]');
  if (!change) return;
  offerNotes(form, amount);
  const given = fen(form.querySelector('[data-given]').value);
  const back = given - amount;
  change.textContent = Number.isNaN(back) ? '–' : back < 0 ? `${change.dataset.short} ${withSign(-back)}` : withSign(back);
  change.classList.toggle('is-short', back < 0);
}

/** What customers hand over: the amount itself, or rounded up to the next hundred or thousand. */
function offerNotes(form, amount) {
  const notes = form.querySelector('[data-notes]');
  notes.hidden = !(amount > 0);
  const offered = new Set();
  for (const note of notes.querySelectorAll('[data-note]')) {
    const rounded = Math.ceil(amount / note.dataset.note) * note.dataset.note;
    note.hidden = offered.has(rounded);
    offered.add(rounded);
    note.dataset.yuan = yuan(rounded);
    note.textContent = note.dataset.exact ?? withSign(rounded).replace('.00', '');
  }
}

/** The next thing to type is the first field of the method that is still empty. */
function goOn(form) {
  const fields = [...form.querySelectorAll('.counter-fields input')];
  fields.find((field) => !field.value && field.offsetParent && field.name !== 'reference.note')?.focus();
}

function fen(text) {
  // as people write sums, which the server takes too: "¥50,000", full-width digits
  const plain = (text ?? '').normalize('NFKC').replace(/[\s,]/g, '').replace(/^¥|元$/g, '');
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : NaN;
}

function yuan(amount) {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

function withSign(amount) {
  const [whole, part] = yuan(amount).split('.');
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
}
