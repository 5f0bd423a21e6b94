import type { Evidence } from '../core/detector.ts';
import { count, percent, say, type Message } from '../core/message.ts';
import type { Json } from '../core/problem.ts';
import type { ColumnVerdict, FoundType } from '../engine/columnVerdicts.ts';
import { displayWidth, shorten } from '../words/displayWidth.ts';
import { renderMessage } from '../words/render.ts';
import { makeVisible } from '../words/visible.ts';

/** What was found out about the columns of one table. */
export interface TableScan {
  readonly path: string;
  /** Left out where no row was read. */
  readonly rows?: number;
  /** Only names were looked at. */
  readonly namesOnly: boolean;
  readonly columns: readonly ColumnVerdict[];
}

/** A table for a terminal, a line a column. */
export function writeScan(scans: readonly TableScan[], locale: string): string {
  return scans.map(scan => writeOne(scan, message => renderMessage(message, { locale }))).join('\n');
}

/** One JSON document: a list of tables. */
export function writeScanJson(scans: readonly TableScan[]): string {
  return `${JSON.stringify(scans.map(scan => ({ ...scan, columns: scan.columns.map(jsonOf) })), null, 2)}\n`;
}

/** Widest a name is written. */
const WIDEST = 40;

function writeOne({ path, rows, namesOnly, columns }: TableScan, words: (message: Message) => string): string {
  const personal = columns.filter(({ found, annotation }) => found !== undefined || (annotation !== undefined && annotation.notPersonal !== true)).length;
  const read = rows === undefined ? say`${count(columns.length, 'column')}` : say`${count(rows, 'row')}, ${count(columns.length, 'column')}`;
  const head = namesOnly ? say`${read}, by their names alone; ${count(personal, 'column')} with something personal` : say`${read}; ${count(personal, 'column')} with something personal`;
  const heads = [say`Column`, say`Holds`, say`Evidence`, say`Share of the values looked at`, say`Annotation`].map(words);
  const lines = columns.map(column => cellsOf(column, words));
  const widths = heads.map((_, i) => Math.max(...[heads, ...lines].map(line => displayWidth(line[i] ?? ''))));
  const padded = (cells: readonly string[]): string => cells.map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(cell)))).join('  ').trimEnd();
  return `${path}: ${words(head)}\n${[heads, ...lines].map(line => `  ${padded(line)}\n`).join('')}`;
}

function cellsOf({ name: called, found, annotation }: ColumnVerdict, words: (message: Message) => string): readonly string[] {
  return [
    shorten(makeVisible(called), WIDEST), found ? words(titleOf(found)) : '–', found ? words(GRADES[found.grade]) : '', found ? words(shareOf(found)) : '',
    annotation ? words(annotationText(annotation)) : words(say`none`),
  ];
}

/** What a detector looks for, in words. */
export const titleOf = ({ detector }: Pick<FoundType, 'detector'>): Message => ({ template: detector.title, parts: [] });

/** How sure detectors are, in words. */
export const GRADES: Readonly<Record<Evidence['grade'], Message>> = { high: say`high`, medium: say`medium`, low: say`low` };

/** The share with the bound it is surely above; only the name where no value was looked at. */
export const shareOf = ({ looked, share, atLeast }: FoundType): Message =>
  (looked === 0 ? say`its name alone` : say`${percent(share)} of ${count(looked, 'value')}, at least ${percent(atLeast)}`);

/** What an annotation says, shortly. */
export function annotationText({ notPersonal, category, type, role }: NonNullable<ColumnVerdict['annotation']>): Message {
  const kind = category ?? type;
  if (notPersonal) return say`not personal`;
  if (kind !== undefined) return role === undefined ? plain(kind) : say`${plain(kind)} (${plain(role)})`;
  return role === undefined ? say`without a category` : plain(role);
}

/** Terms of a vocabulary stand as they are. */
const plain = (term: string): Message => ({ template: '{0}', parts: [{ kind: 'message', message: { template: term.replaceAll('{', '('), parts: [] } }] });

function jsonOf({ index, name: called, found, annotation }: ColumnVerdict): Json {
  return {
    index, name: called,
    found: found ? {
      type: found.detector.id, category: found.detector.category, role: found.detector.role, evidence: found.grade,
      matches: found.matches, looked: found.looked, share: found.share, atLeast: found.atLeast,
    } : null,
    annotation: annotation ? {
      category: annotation.category ?? null, type: annotation.type ?? null, role: annotation.role ?? null, notPersonal: annotation.notPersonal ?? false,
      special: [...annotation.special ?? []], technique: annotation.transform?.technique ?? null,
    } : null,
  };
}
