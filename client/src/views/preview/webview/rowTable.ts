import type { RowFinding, RowPage } from '../../../../../server/src/protocol/messages.ts';
import { element } from '../../shared/webview/dom.ts';
import type { Target, Words } from '../messages.ts';

/** Rows with their numbers; cells that a finding speaks of are marked, with its words. */
export function rowTable({ columns, from, rows, findings }: RowPage, words: Words, target: Target, unmasked: boolean): HTMLTableElement {
  const heads = columns.map(({ name, masked, numeric }, i) => {
    const note = masked && !unmasked ? [element('span', { class: 'faint' }, ` ${words.masked}`)] : [];
    return element('th', { scope: 'col', 'data-column': String(i), ...(numeric && { class: 'number' }) }, name === '' ? words.empty : name, ...note);
  });
  const body = rows.map((cells, i) => {
    const row = from + i;
    const said = findings.filter(finding => finding.row === row);
    const head = element('th', { scope: 'row', ...markOf(said.filter(({ column }) => column === -1)) }, (row + 1).toLocaleString(document.documentElement.lang || 'en'));
    const aimed = row === target.row;
    return element('tr', { 'data-row': String(row), ...(aimed && { class: 'aimed' }) }, head, ...cells.map((text, column) => {
      const mark = markOf(said.filter(finding => finding.column === column), columns[column]?.numeric === true ? 'number' : '');
      return element('td', { 'data-column': String(column), ...mark }, ...(text === null ? [element('span', { class: 'faint' }, words.absent)] : [text]));
    }));
  });
  return element('table', {}, element('caption', { class: 'unseen' }, words.rows),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, words.row), ...heads)), element('tbody', {}, ...body));
}

const WORST: readonly RowFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

function markOf(findings: readonly RowFinding[], also = ''): Readonly<Record<string, string>> {
  const worst = WORST.find(severity => findings.some(finding => finding.severity === severity));
  const classes = [also, ...(worst ? ['marked', worst] : [])].filter(name => name !== '').join(' ');
  const text = findings.map(({ message }) => message).join('\n');
  return { ...(classes !== '' && { class: classes }), ...(worst && { title: text, 'aria-description': text }) };
}
