import './main.css';
import type { ColumnFactsInFull } from '../../../../../server/src/protocol/messages.ts';
import { element } from '../../shared/webview/dom.ts';
import type { FromPage, PageState, ToPage } from '../messages.ts';
import { fillDetails, findingsList } from './details.ts';
import { type SortKey, type Sorting, arrange } from './order.ts';
import { type Row, columnRow, headings } from './rows.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void };

/** The page of the profile: a table with a row a column of the dataset. A row is unfolded with Enter and shows all there is to know. */
const editor = acquireVsCodeApi();
const send = (message: FromPage): void => editor.postMessage(message);

const parts = {
  title: element('h1'), subject: element('p', { class: 'subject' }), status: element('p', { role: 'status', class: 'status' }),
  progress: element('progress'), filter: element('input', { type: 'search', id: 'filter', autocomplete: 'off', spellcheck: 'false' }), label: element('label', { for: 'filter' }),
  bar: element('div', { class: 'bar' }), again: element('button', { type: 'button', class: 'primary' }), scroll: element('div', { class: 'scroll' }),
  caption: element('caption', { class: 'unseen' }), head: element('thead'), body: element('tbody'), table: element('table', { class: 'columns' }), rest: element('section'),
};
parts.bar.append(parts.label, parts.filter);
parts.table.append(parts.caption, parts.head, parts.body);
parts.scroll.append(parts.table);
document.getElementById('page')?.append(parts.title, parts.subject, parts.status, parts.progress, parts.again, parts.bar, parts.scroll, parts.rest);

let shown: ToPage | undefined;
let rows: readonly Row[] = [];
let sorting: Sorting = { key: 'position', descending: false };
/** Names of the columns that are unfolded: they stay so when the dataset is checked again. */
const open = new Set<string>();

parts.filter.addEventListener('input', arrangeRows);
parts.filter.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown') parts.body.querySelector<HTMLButtonElement>('button.name')?.focus();
});
parts.again.addEventListener('click', () => send({ type: 'again' }));
parts.body.addEventListener('keydown', moveFocus);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const before = shown?.profile;
  shown = data;
  editor.setState({ uri: data.uri });
  drawFrame(data);
  if (data.profile !== before || data.refused !== undefined) drawProfile(data);
});
send({ type: 'ready' });

function drawFrame({ title, words, profile, refused, busy }: ToPage): void {
  setText(parts.title, title);
  setText(parts.subject, profile?.subject ?? '');
  setText(parts.status, refused ?? (busy ? (profile ? words.checking : words.scanning) : ''));
  setText(parts.label, words.filter);
  setText(parts.again, words.again);
  setText(parts.caption, words.columns);
  parts.progress.hidden = !busy;
  parts.progress.setAttribute('aria-label', words.progress);
  parts.again.hidden = refused === undefined || busy;
  parts.bar.hidden = parts.scroll.hidden = profile === undefined;
}

function drawProfile({ words, profile }: ToPage): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['column'] : undefined;
  parts.head.replaceChildren(headings(words, sorting, sortBy));
  rows = (profile?.columns ?? []).map(column => columnRow(column, words, open.has(column.name), row => toggle(row, column)));
  for (const row of rows) if (open.has(row.column.name)) fillDetails(row, words, send);
  arrangeRows();
  rows.find(({ column }) => column.name === focused)?.button.focus();
  const notices = profile?.notices ?? [];
  parts.rest.replaceChildren(
    ...(profile && profile.findings.length > 0 ? [element('h2', {}, words.wholeTable), findingsList(profile.findings, -1, words, send)] : []),
    ...(notices.length > 0 ? [element('h2', {}, words.notices), element('ul', {}, ...notices.map(notice => element('li', {}, notice)))] : []),
  );
}

function toggle(row: Row, column: ColumnFactsInFull): void {
  const unfold = !open.has(column.name);
  if (unfold) open.add(column.name);
  else open.delete(column.name);
  if (shown && unfold) fillDetails(row, shown.words, send);
  row.button.setAttribute('aria-expanded', String(unfold));
  row.details.hidden = !unfold;
}

function sortBy(key: SortKey): void {
  sorting = { key, descending: sorting.key === key ? !sorting.descending : !['position', 'column', 'type'].includes(key) };
  if (!shown) return;
  const buttons = [...parts.head.querySelectorAll('button')];
  for (const button of buttons) {
    button.closest('th')?.setAttribute('aria-sort', button.dataset['key'] !== key ? 'none' : sorting.descending ? 'descending' : 'ascending');
  }
  arrangeRows();
}

/** Puts the rows in order and leaves out what the filter does not name. */
function arrangeRows(): void {
  if (!shown?.profile) return parts.body.replaceChildren();
  const { words } = shown;
  const seen = arrange(rows, parts.filter.value, sorting);
  parts.body.replaceChildren(...seen.flatMap(row => [row.summary, row.details]));
  if (seen.length === 0) parts.body.append(element('tr', {}, element('td', { colspan: '10', class: 'nothing' }, rows.length === 0 ? words.noColumns : words.noMatch)));
  if (shown.busy) return;
  const shares = words.shown.replace('{0}', String(seen.length)).replace('{1}', String(rows.length));
  setText(parts.status, shown.refused ?? (parts.filter.value === '' ? '' : shares));
}

/** Arrows go from column to column, as in any list. */
function moveFocus(event: KeyboardEvent): void {
  const buttons = [...parts.body.querySelectorAll<HTMLButtonElement>('button.name')];
  const at = buttons.findIndex(button => button === event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at === -1 || to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}

/** A live region speaks whenever it is written to, so it is written to only when it changes. */
function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
