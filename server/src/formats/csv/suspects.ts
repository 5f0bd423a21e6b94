import type { Declared } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Dialect } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { detectDelimiter, explains, usualDelimiter } from './dialect.ts';
import { tokenise } from './sample.ts';
import type { Sample } from './sample.ts';
import { isBlank } from './values.ts';

/** Characters of Chinese and Japanese typing that stand where a delimiter should. */
const WIDE = ['，', '；', '、', '｜', '\u3000'];
const ENOUGH = 3;

/** What speaks for another way of cutting the text than the one that was taken, or than the one the name or the description promises. */
export function delimiterFacts(
  kernel: Kernel, body: Uint8Array, fileName: string, dialect: Dialect, sample: Sample, declared: Declared,
): readonly StructuralFact[] {
  const { delimiter } = dialect;
  const promised = declared.delimiter === undefined ? usualDelimiter(fileName) : delimiter;
  const named = declared.delimiter !== undefined || /\.(?:tsv|tab|psv)$/i.test(fileName);
  const { rows } = sample;
  const single = rows.filter(row => row.length === 1).length > rows.length * 0.9;
  const found = declared.delimiter !== undefined && single ? detectDelimiter(kernel, body, '', dialect) : delimiter;
  const cuts = found !== promised && explains(tokenise(kernel, { ...dialect, delimiter: found }, body), found) > 0.3;
  if (rows.length >= ENOUGH && rows.every(row => row.length >= 3 && row.length % 2 === 1 && row.every((cell, i) => i % 2 === 0 || cell === ''))) {
    return [{ kind: 'wide-delimiter', place: { at: 'file' }, numbers: { code: delimiter, times: 2 } }];
  }
  if (named && cuts) return [{ kind: 'other-delimiter', place: { at: 'file' }, numbers: { delimiter: promised, found, declared: Number(declared.delimiter !== undefined) } }];
  if (!single) return [];
  const lines = rows.map(row => row[0] ?? '').filter(line => !isBlank(line));
  const wide = lines.length < ENOUGH ? undefined : WIDE.find(character => isCutBy(lines, character));
  if (wide !== undefined) return [{ kind: 'wide-delimiter', place: { at: 'file' }, numbers: { code: wide.charCodeAt(0) } }];
  return lines.length >= ENOUGH && areAligned(lines) ? [{ kind: 'aligned-columns', place: { at: 'file' }, numbers: {} }] : [];
}

/** As many of the character in nearly every line, the first included, and no full stop, which would make it a text. */
function isCutBy(lines: readonly string[], character: string): boolean {
  const counts = lines.map(line => line.split(character).length - 1);
  const [first = 0] = counts;
  return first > 0 && counts.filter(count => count === first).length >= lines.length * 0.95 && !lines.some(line => line.includes('。'));
}

/** Runs of spaces in every line, and at least one column of the page that is blank in all of them between texts. */
function areAligned(lines: readonly string[]): boolean {
  if (!lines.every(line => /\S {2,}\S/.test(line))) return false;
  const shortest = Math.min(...lines.map(line => line.trimEnd().length));
  const gaps = Array.from({ length: shortest }, (_, i) => lines.every(line => line[i] === ' ')).map((gap, i) => gap && i > 0);
  return gaps.includes(true) && lines.every(line => line.slice(0, gaps.indexOf(true)).trim() !== '');
}
