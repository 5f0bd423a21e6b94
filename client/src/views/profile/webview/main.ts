import './main.css';
import type { ColumnFactsInFull } from '../../../../../server/src/protocol/messages.ts';
import { element } from '../../shared/webview/dom.ts';
import type { FromPage, PageState, ToPage, Words } from '../messages.ts';
import { associationsOf } from './associations.ts';
import { fillDetails, findingsList } from './details.ts';
import { type SortKey, type Sorting, arrange } from './order.ts';
import { stampsOf } from './stamps.ts';
import { type Row, columnRow, headings } from './rows.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void };

/** The page of the profile: a table with a row a column of the dataset. A row is unfolded with Enter and shows all there is to know. */
const editor = acquireVsCodeApi();
const send = (message: FromPage): void => editor.postMessage(message);

const parts = {
  title: element('h1'), subject: element('p', { class: 'subject' }), status: element('p', { role: 'status', class: 'status' }),
  progress: element('progress'), filter: element('input', { type: 'search', id: 'filter', autocomplete: 'off', spellcheck: 'false' }), label: element('label', { for: 'filter' }),
  bar: element('div', { class: 'bar' }), again: element('button', { type: 'button', class: 'primary' }), scroll: element('div', { class: 'scroll' }),
  more: element('button', { type: 'button', class: 'link' }),
  caption: element('caption', { class: 'unseen' }), head: element('thead'), body: element('tbody'), table: element('table', { class: 'columns' }), rest: element('section'),
  pictures: element('section'),
  together: element('section'), togetherTitle: element('h2'), associate: element('button', { type: 'button', class: 'secondary' }), associations: element('div'),
};
parts.bar.append(parts.label, parts.filter);
parts.table.append(parts.caption, parts.head, parts.body);
parts.scroll.append(parts.table);
parts.together.append(parts.togetherTitle, parts.associate, parts.associations);
document.getElementById('page')?.append(
  parts.title, parts.subject, parts.status, parts.progress, parts.again, parts.pictures, parts.bar, parts.scroll, parts.more, parts.rest, parts.together,
);

let shown: ToPage | undefined;
/** Rows that were drawn once, by the index of their column. */
const rows = new Map<number, Row>();
/** The columns that are to be seen, in order; the first so many are drawn. */
let order: readonly ColumnFactsInFull[] = [];
let drawn = 0;
let sorting: Sorting = { key: 'position', descending: false };
/** Names of the columns that are unfolded: they stay so when the dataset is checked again. */
const open = new Set<string>();

/** Columns that are drawn at a time: a table of thousands is filled as one comes to its end. */
const STEP = 60;

parts.filter.addEventListener('input', () => arrangeRows(STEP));
parts.filter.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown') parts.body.querySelector<HTMLButtonElement>('button.name')?.focus();
});
parts.again.addEventListener('click', () => send({ type: 'again' }));
parts.more.addEventListener('click', () => drawUpTo(drawn + STEP));
parts.associate.addEventListener('click', () => {
  parts.associate.disabled = true;
  send({ type: 'associate' });
});
parts.body.addEventListener('keydown', moveFocus);
new IntersectionObserver(seen => { if (seen.some(({ isIntersecting }) => isIntersecting)) drawUpTo(drawn + STEP); }, { rootMargin: '600px' }).observe(parts.more);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const before = shown;
  shown = data;
  editor.setState({ uri: data.uri });
  drawFrame(data);
  if (data.profile !== before?.profile || data.refused !== undefined) drawProfile(data);
  if (data.associations !== before?.associations) drawAssociations(data);
});
send({ type: 'ready' });

function drawFrame({ title, words, profile, associations, refused, busy }: ToPage): void {
  setText(parts.title, title);
  setText(parts.subject, profile?.subject ?? '');
  setText(parts.status, refused ?? (busy ? (profile ? words.checking : words.scanning) : ''));
  setText(parts.label, words.filter);
  setText(parts.again, words.again);
  setText(parts.more, words.moreColumns);
  setText(parts.caption, words.columns);
  setText(parts.togetherTitle, words.associations);
  setText(parts.associate, words.associate);
  parts.progress.hidden = !busy;
  parts.progress.setAttribute('aria-label', words.progress);
  parts.again.hidden = refused === undefined || busy;
  parts.bar.hidden = parts.scroll.hidden = parts.together.hidden = profile === undefined;
  parts.associate.hidden = associations !== undefined;
  parts.associate.disabled = false;
}

function drawProfile({ words, profile, addresses = {} }: ToPage): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['column'] : undefined;
  parts.head.replaceChildren(headings(words, sorting, sortBy));
  rows.clear();
  arrangeRows(Math.max(STEP, drawn));
  [...rows.values()].find(({ column }) => column.name === focused)?.button.focus();
  const notices = profile?.notices ?? [];
  const pictures = profile?.pictures ?? [];
  parts.pictures.replaceChildren(...(pictures.length > 0 ? [element('h2', {}, words.pictures), ...stampsOf(pictures, addresses, words, send)] : []));
  parts.rest.replaceChildren(
    ...(profile && profile.findings.length > 0 ? [element('h2', {}, words.wholeTable), findingsList(profile.findings, -1, words, send)] : []),
    ...(notices.length > 0 ? [element('h2', {}, words.notices), element('ul', {}, ...notices.map(notice => element('li', {}, notice)))] : []),
  );
}

function drawAssociations({ words, profile, associations }: ToPage): void {
  parts.associations.replaceChildren(...(profile && associations ? associationsOf(associations, profile.columns, words) : []));
}

function rowOf(column: ColumnFactsInFull, words: Words): Row {
  const known = rows.get(column.index);
  if (known) return known;
  const row = columnRow(column, words, open.has(column.name), one => toggle(one, column));
  if (open.has(column.name)) fillDetails(row, words, send);
  rows.set(column.index, row);
  return row;
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
  arrangeRows(STEP);
}

/** Puts the columns in order, leaves out what the filter does not name, and draws the first so many. */
function arrangeRows(count: number): void {
  parts.body.replaceChildren();
  [order, drawn] = [[], 0];
  if (!shown?.profile) return;
  const { words, profile: { columns } } = shown;
  order = arrange(columns, parts.filter.value, sorting);
  drawUpTo(count);
  if (order.length === 0) parts.body.append(element('tr', {}, element('td', { colspan: '10', class: 'nothing' }, columns.length === 0 ? words.noColumns : words.noMatch)));
  if (shown.busy) return;
  const shares = words.shown.replace('{0}', String(order.length)).replace('{1}', String(columns.length));
  setText(parts.status, shown.refused ?? (parts.filter.value === '' ? '' : shares));
}

function drawUpTo(count: number): void {
  if (!shown) return;
  const { words } = shown;
  const next = order.slice(drawn, count).map(column => rowOf(column, words));
  parts.body.append(...next.flatMap(row => [row.summary, row.details]));
  drawn += next.length;
  parts.more.hidden = drawn >= order.length;
}

/** Arrows go from column to column, as in any list. */
function moveFocus(event: KeyboardEvent): void {
  const buttons = (): HTMLButtonElement[] => [...parts.body.querySelectorAll<HTMLButtonElement>('button.name')];
  const at = buttons().findIndex(button => button === event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
  if (at === -1 || to === undefined) return;
  event.preventDefault();
  if (to >= drawn) drawUpTo(to + 1);
  buttons()[to]?.focus();
}

/** A live region speaks whenever it is written to, so it is written to only when it changes. */
function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
