import type { PreparedEvent } from '../protocol/training.ts';
import { displayWidth } from '../words/displayWidth.ts';
import { isRunning, type Report, remarksOf } from './report.ts';
import { type ReportTable, tablesOf } from './tables.ts';

/** The report for a terminal, in the language its labels came in. */
export function toText(report: Report): string {
  const label = (key: string): string => report.started?.labels[key] ?? key;
  const { prepared, failure, study, unavailable, runs } = report;
  const notices = [...(prepared?.notices ?? []), ...(study?.begun.notices ?? []), ...unavailable.map(({ title, message }) => `${title}: ${message}`)];
  const failures = runs.flatMap(({ training, failure: own }) => (own === undefined ? [] : [`${training.title}, ${training.backendTitle}: ${own}`]));
  return [
    ...(prepared ? [subject(prepared, label)] : []),
    ...tablesOf(report, isRunning(report)).map(tableText),
    ...paragraph(label('diagnoses'), remarksOf(report)),
    ...paragraph(label('failures'), failures),
    ...paragraph(label('notices'), notices),
    ...(failure === undefined ? [] : [failure]),
  ].join('\n\n');
}

function subject({ target, task, rows: { train, validation, test } }: PreparedEvent, label: (key: string) => string): string {
  const parts = [`${label('train')} ${train}`, `${label('validation')} ${validation}`, `${label('test')} ${test}`];
  return `${label('target')}: ${target} (${label(task)}); ${label('rows')}: ${parts.join(', ')}`;
}

function tableText({ title, heads, rows }: ReportTable): string {
  const lines = [heads.map(({ text }) => text), ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map(cells => displayWidth(cells[column] ?? ''))));
  return [title, ...lines.map(cells => `  ${cells.map((cell, i) => padded(cell, widths[i] ?? 0, heads[i]?.numeric === true)).join('  ').trimEnd()}`)].join('\n');
}

function padded(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? blanks + text : text + blanks;
}

const paragraph = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [[title, ...lines.map(line => `  ${line}`)].join('\n')]);
