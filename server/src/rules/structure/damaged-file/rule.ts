import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf, TABLE_FAULTS } from '../../../core/structure.ts';
import type { TableFault } from '../../../core/structure.ts';

export default defineRule({
  id: 'damaged-file',
  scope: 'document',
  summary: 'A Parquet file or a workbook is damaged, cut short or locked',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading }) {
    yield* problemsOf(facts, 'damaged-table', ({ place, numbers: { code = 0, column = -1, rows = 0 } }) => {
      const fault = TABLE_FAULTS[code] ?? 'directory';
      const message = fault === 'pages' ? lostPages(reading?.header[column] ?? '', rows) : fault === 'sheet' ? lostRows(rows) : fault === 'too-big' ? firstRows(rows) : WHOLE[fault];
      return { place, message, ...(rows > 0 && { facts: told({ rows }) }) };
    });
  },
});

const lostPages = (column: string, rows: number): Message =>
  say`${name(column)} cannot be read in ${count(rows, 'row')}: its pages are damaged or in an unknown encoding. These cells count as missing; write the file again`;

const lostRows = (rows: number): Message => say`The sheet ends early or is damaged: ${count(rows, 'row')} could be read and checked. Save the workbook again`;

const firstRows = (rows: number): Message => say`The sheet is too big: its first ${count(rows, 'row')} were checked. Save it as CSV or Parquet`;

/** Of files nothing of which can be read. */
const WHOLE: Readonly<Record<Exclude<TableFault, 'pages' | 'sheet' | 'too-big'>, Message>> = {
  'cut-short': say`The file is cut short: what says where its parts are stands at its end and is not there, so nothing was checked. Fetch or write the file again`,
  directory: say`The end of the file, which says where its parts are, is damaged, so nothing was checked. Fetch or write the file again`,
  encrypted: say`The file is encrypted, so nothing was checked. Write it without encryption, or check what it was made from`,
  'no-sheet': say`The workbook has no sheet with cells, so nothing was checked. Save it again as .xlsx`,
  'no-such-sheet': say`The workbook has no sheet of the name or number that the configuration gives, so nothing was checked`,
};
