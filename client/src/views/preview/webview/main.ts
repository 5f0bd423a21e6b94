import './main.css';
import { element } from '../../shared/webview/dom.ts';
import type { FromPage, Target, ToPage, Words } from '../messages.ts';
import { rowTable } from './rowTable.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: Remembered): void; getState(): Remembered | undefined };

interface Remembered {
  readonly from: number;
}

/** Rows above the one that was asked for. */
const ABOVE = 10;
/** Rows of a page. */
const STEP = 100;
const NOWHERE: Target = { row: -1, column: -1 };

/** The page of the preview: a page of rows, and ways to the others. */
const editor = acquireVsCodeApi();
const parts = {
  title: element('h1'), status: element('p', { role: 'status', class: 'status' }), progress: element('progress'), bar: element('div', { class: 'bar' }),
  previous: element('button', { type: 'button', class: 'secondary' }), next: element('button', { type: 'button', class: 'secondary' }),
  rowForm: element('form', { class: 'bar' }), rowLabel: element('label', { for: 'row' }), row: element('input', { type: 'number', id: 'row', min: '1', step: '1' }),
  go: element('button', { type: 'submit', class: 'secondary' }),
  columnLabel: element('label', { for: 'column' }), column: element('select', { id: 'column' }),
  unmask: element('input', { type: 'checkbox', id: 'unmask' }), unmaskLabel: element('label', { for: 'unmask' }), mask: element('span', { class: 'bar' }),
  scroll: element('div', { class: 'scroll', tabindex: '0' }),
};
parts.rowForm.append(parts.rowLabel, parts.row, parts.go);
parts.mask.append(parts.unmask, parts.unmaskLabel);
parts.bar.append(parts.previous, parts.next, parts.rowForm, parts.columnLabel, parts.column, parts.mask);
document.getElementById('page')?.append(parts.title, parts.bar, parts.status, parts.progress, parts.scroll);

let words: Words | undefined;
let from = editor.getState()?.from ?? 0;
let total = 0;
/** The cell somebody asked for; it stays marked until another is. */
let aimed = NOWHERE;

parts.previous.addEventListener('click', () => ask(NOWHERE, Math.max(0, from - STEP)));
parts.next.addEventListener('click', () => ask(NOWHERE, from + STEP));
parts.unmask.addEventListener('change', () => ask(NOWHERE, from));
parts.column.addEventListener('change', () => reveal({ row: -1, column: parts.column.selectedIndex }));
parts.rowForm.addEventListener('submit', event => {
  event.preventDefault();
  goTo({ row: Math.max(0, Math.min(total, Number(parts.row.value)) - 1), column: -1 });
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
editor.postMessage({ type: 'ready' });

function receive(message: ToPage): void {
  if (message.type === 'words') label(message.title, message.words);
  if (message.type === 'go') goTo(message.target);
  if (message.type === 'refused') settle(message.refused);
  if (message.type === 'rows') showRows(message);
}

/** Without a row it stays where it is, or was before the window was reloaded. */
function goTo(target: Target): void {
  aimed = target;
  ask(target, target.row < 0 ? from : Math.max(0, target.row - ABOVE));
}

function ask(target: Target, first: number): void {
  parts.progress.hidden = false;
  if (words && total === 0) parts.status.textContent = words.scanning;
  editor.postMessage({ type: 'rows', from: first, unmasked: parts.unmask.checked, target });
}

function showRows({ page, target }: Extract<ToPage, { type: 'rows' }>): void {
  if (!words) return;
  [from, total] = [page.from, page.total];
  editor.setState({ from });
  const number = (value: number): string => value.toLocaleString(document.documentElement.lang || 'en');
  const range = [from + 1, from + page.rows.length, total].map(number);
  settle(total === 0 ? words.noRows : words.rowsOf.replace(/\{(\d)\}/g, (hole, i: string) => range[Number(i)] ?? hole));
  parts.previous.disabled = from === 0;
  parts.next.disabled = from + page.rows.length >= total;
  parts.row.max = String(total);
  parts.mask.hidden = !page.columns.some(({ masked }) => masked);
  if (parts.column.options.length !== page.columns.length) parts.column.replaceChildren(...page.columns.map(({ name }, i) => element('option', { value: String(i) }, `${i + 1} ${name}`)));
  parts.scroll.replaceChildren(rowTable(page, words, aimed, parts.unmask.checked));
  parts.scroll.scrollTop = 0;
  if (target.row >= 0 || target.column >= 0) reveal(target);
}

/** Scrolls to a cell, or to a column where the row is -1. */
function reveal({ row, column }: Target): void {
  const cell = parts.scroll.querySelector(row < 0 ? `thead [data-column="${column}"]` : `[data-row="${row}"] ${column < 0 ? 'th' : `[data-column="${column}"]`}`);
  cell?.scrollIntoView({ block: row < 0 ? 'nearest' : 'center', inline: column < 0 ? 'nearest' : 'center' });
}

function settle(text: string): void {
  parts.progress.hidden = true;
  parts.status.textContent = text;
}

function label(title: string, said: Words): void {
  words = said;
  parts.title.textContent = title;
  parts.previous.textContent = said.previous;
  parts.next.textContent = said.next;
  parts.rowLabel.textContent = said.goToRow;
  parts.go.textContent = said.go;
  parts.columnLabel.textContent = said.goToColumn;
  parts.unmaskLabel.textContent = said.unmask;
  parts.progress.setAttribute('aria-label', said.progress);
  parts.scroll.setAttribute('aria-label', said.rows);
}
