import {
  ClipboardModule,
  EditModule,
  FormatModule,
  FrozenColumnsModule,
  HistoryModule,
  InteractionModule,
  KeybindingsModule,
  ResizeColumnsModule,
  SelectRangeModule,
  Tabulator,
  TooltipModule,
} from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import './grid.css';
import { csrfHeaders } from '../habits/requests.js';
import { toast } from '../habits/toasts.js';
import { listFindings } from './findings.js';
import { toolbar } from './tools.js';

Tabulator.registerModule([
  ClipboardModule,
  EditModule,
  FormatModule,
  FrozenColumnsModule,
  HistoryModule,
  InteractionModule,
  KeybindingsModule,
  ResizeColumnsModule,
  SelectRangeModule,
  TooltipModule,
]);

/**
 * The rows of a decision table. data-source answers {columns, firstRow, rows, revision, editable, mistakes}, and takes
 * {revision, rows} back. Cells are named as the spreadsheet names them, so a mistake in C13 is the cell C13 here too.
 */
export default async function showGrid(place) {
  const answer = await fetch(place.dataset.source, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${place.dataset.source}: ${answer.status}`);
  const sheet = await answer.json();
  const state = { place, sheet, revision: sheet.revision, mistakes: byCell(sheet.mistakes), dirty: false };
  const box = document.createElement('div');
  place.replaceChildren(box);
  // first, so that nothing moves under the hand later
  if (sheet.editable) addTools(state);
  state.table = await draw(state, box);
  showCells(state);
}

const byCell = (mistakes) => new Map(mistakes.map((mistake) => [mistake.cell, mistake]));

function draw(state, box) {
  const { sheet, place } = state;
  const table = new Tabulator(box, {
    data: sheet.rows.map((texts, down) => ({ ...toRow(texts), at: sheet.firstRow + down })),
    columns: sheet.columns.map((column, at) => toColumn(state, column, at)),
    rowHeader: { formatter: (cell) => rowNumber(state, cell), width: 52, frozen: true, hozAlign: 'center', resizable: false },
    layout: 'fitDataFill',
    maxHeight: '70vh',
    placeholder: place.dataset.empty,
    history: sheet.editable,
    clipboard: 'copy',
    clipboardCopyStyled: false,
    clipboardCopyRowRange: 'range',
    clipboardCopyConfig: { rowHeaders: false, columnHeaders: false },
    selectableRange: 1,
    selectableRangeColumns: true,
    selectableRangeRows: true,
    selectableRangeClearCells: sheet.editable,
    selectableRangeClearCellsValue: '',
    editTriggerEvent: 'dblclick',
    columnDefaults: { headerWordWrap: true, resizable: 'header', minWidth: 64, maxInitialWidth: 220 },
  });
  box.setAttribute('aria-label', place.dataset.description);
  if (sheet.editable) {
    for (const change of ['cellEdited', 'rowAdded', 'rowDeleted', 'historyUndo', 'historyRedo']) {
      table.on(change, () => touch(state));
    }
    box.addEventListener('paste', (event) => paste(state, event), true);
  }
  return new Promise((done) => {
    table.on('tableBuilt', () => {
      // the box that scrolls takes the keyboard, so it is the group of the rows
      const holder = box.querySelector('.tabulator-tableholder');
      holder.setAttribute('role', 'rowgroup');
      // or the page jumps under the second click of a double click
      holder.focus = () => HTMLElement.prototype.focus.call(holder, { preventScroll: true });
      box.querySelector('.tabulator-table').setAttribute('role', 'presentation');
      done(table);
    });
  });
}

const field = (at) => `c${at}`;

const toRow = (texts) => Object.fromEntries(texts.map((text, at) => [field(at), text]));

function toColumn(state, column, at) {
  return {
    title: `${column.letter} ${column.label}`,
    field: field(at),
    hozAlign: column.figures ? 'right' : 'left',
    headerTooltip: column.hint,
    formatter: (cell) => mark(state, cell, column),
    editor: state.sheet.editable && (column.choices.length ? 'list' : 'input'),
    editorParams: column.choices.length
      ? { values: ['', ...column.choices], autocomplete: true, allowEmpty: true, freetext: true, listOnEmpty: true }
      : { selectContents: true },
  };
}

/** As the sheet counts, also after rows were added above. */
function rowNumber({ sheet }, cell) {
  const text = document.createElement('span');
  cell.getRow().watchPosition((position) => (text.textContent = sheet.firstRow + position - 1));
  return text;
}

/** A mistake belongs to the row that had its number when it was found. */
function mark(state, cell, column) {
  const mistake = state.mistakes.get(`${column.letter}${cell.getRow().getData().at}`);
  const element = cell.getElement();
  element.classList.toggle('has-error', Boolean(mistake?.error));
  element.classList.toggle('has-doubt', Boolean(mistake && !mistake.error));
  element.title = mistake?.text ?? '';
  const text = document.createElement('span');
  text.textContent = cell.getValue() ?? '';
  return text;
}

function touch(state) {
  state.dirty = true;
  if (state.note) state.note.textContent = state.place.dataset.unsaved;
}

function addTools(state) {
  const { place } = state;
  const { bar, button, note } = toolbar();
  const { dataset } = place;
  button(dataset.add, () => addRow(state, {}));
  button(dataset.copy, () => here(state) && addRow(state, values(state, here(state))));
  button(dataset.remove, () => here(state)?.delete());
  button(dataset.undo, () => state.table.undo());
  button(dataset.redo, () => state.table.redo());
  state.save = button(dataset.save, () => save(state), 'btn-primary');
  state.note = note();
  place.prepend(bar);
  addEventListener('beforeunload', (event) => state.dirty && event.preventDefault());
}

const here = ({ table }) => table.getRanges()[0]?.getRows()[0];

const values = ({ sheet }, row) => Object.fromEntries(sheet.columns.map((_, at) => [field(at), row.getData()[field(at)] ?? '']));

async function addRow(state, data) {
  const row = await state.table.addRow(data, false, here(state));
  state.table.scrollToRow(row, 'nearest', false);
}

/** From a spreadsheet: tabs between cells, lines between rows; rows that are missing are added. */
async function paste(state, event) {
  if (event.target.matches('input')) return;
  event.preventDefault();
  event.stopPropagation();
  const text = event.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n$/, '');
  const lines = text.split('\n').map((line) => line.split('\t'));
  const { table, sheet } = state;
  const range = table.getRanges()[0];
  const top = range ? range.getTopEdge() : table.getRows().length;
  const left = range ? Number(range.getColumns()[0].getField().slice(1)) : 0;
  for (let missing = top + lines.length - table.getRows().length; missing > 0; missing--) await table.addRow({});
  const rows = table.getRows();
  lines.forEach((cells, down) =>
    cells.forEach((value, right) => {
      if (left + right < sheet.columns.length) rows[top + down].getCell(field(left + right)).setValue(value.trim());
    }),
  );
}

async function save(state) {
  const { place, table, sheet } = state;
  state.save.disabled = true;
  try {
    const rows = table.getRows().map((row) => sheet.columns.map((_, at) => row.getData()[field(at)] ?? ''));
    const answer = await fetch(place.dataset.source, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrfHeaders() },
      body: JSON.stringify({ revision: state.revision, rows }),
    });
    const body = await answer.json();
    if (answer.ok) saved(state, body);
    else refused(state, body);
  } catch {
    toast(document.body.dataset.offlineText, 'refused');
  }
  state.save.disabled = false;
}

function saved(state, { revision, mistakes }) {
  state.revision = revision;
  state.dirty = false;
  state.note.textContent = state.place.dataset.saved;
  show(state, mistakes);
}

/** What no sheet can hold is named by its cell; nothing that was typed is lost. */
function refused(state, { detail, errors = [] }) {
  toast(detail ?? document.body.dataset.failedText, 'refused');
  if (errors.length) show(state, errors.map(({ field: cell, message }) => ({ cell, text: message, error: true })));
}

function show(state, mistakes) {
  state.mistakes = byCell(mistakes);
  state.table.getRows().forEach((row, down) => {
    row.getData().at = state.sheet.firstRow + down;
    row.reformat();
  });
  listMistakes(state.place.dataset, mistakes);
}

function listMistakes(texts, mistakes) {
  const cells = mistakes.map((mistake) => ({ ...mistake, place: mistake.cell, name: mistake.cell }));
  listFindings(document.getElementById('rule-mistakes'), texts, cells, 'cell');
}

/** An address in the list of mistakes leads to its cell. */
function showCells(state) {
  document.getElementById('rule-mistakes')?.addEventListener('click', async ({ target }) => {
    const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(target.dataset.cell ?? '') ?? [];
    const at = state.sheet.columns.findIndex(({ letter }) => letter === letters);
    const row = state.table.getRows()[Number(number) - state.sheet.firstRow];
    if (!row || at < 0) return;
    await state.table.scrollToRow(row, 'center', false);
    const cell = row.getCell(field(at));
    state.table.getRanges().forEach((range) => range.remove());
    state.table.addRange(cell, cell);
    cell.getElement().scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}
