import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { Column } from '../../server/src/core/column.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { isRight, precisionAt, scoreOf, scoreOfPersonal, scoresByType, tableOf } from '../harness/detection.ts';
import type { JudgedColumn } from '../harness/detection.ts';
import { sourceOf } from '../harness/check.ts';

/**
 * A folder of CSV files and their `labels.json`: for each file, for each of its columns in their order, what it holds. That is a category of the
 * taxonomy or the id of a detector (`user.contact.email`, `iban`), several with `|` between where either will do, the empty text for a column that
 * holds nothing personal, or `?` for one that is not to be counted.
 */
const FOLDER = process.env['LINTEL_DETECTION'] ?? '';
const LABELS = join(FOLDER, 'labels.json');
/** Where the columns that were judged wrongly are listed, if anywhere. */
const WRONG = process.env['LINTEL_DETECTION_WRONG'];

const kernel = createKernel();

async function judge(file: string, labels: readonly string[], named: boolean): Promise<readonly JudgedColumn[]> {
  const bytes = readFileSync(join(FOLDER, file));
  const request = { uri: `file:///${file}`, format: csv, rules: [], configuration: DEFAULT_CONFIGURATION, kernel, declared: { delimiter: ',', quote: '"', header: true } };
  const checked = await checkTable({ ...request, source: sourceOf(named ? bytes : withoutNames(bytes, labels.length)) });
  const columns: readonly Column[] = checked?.table?.columns ?? [];
  assert.equal(columns.length, labels.length, `${file} has another number of columns than labels`);
  return columns.flatMap(({ name, evidence }, i) => {
    const label = labels[i] ?? '?';
    return label === '?' ? [] : [{ file, column: name, expected: label === '' ? [] : label.split('|'), found: evidence[0] }];
  });
}

/** The same table with headers that say nothing. The header must be one line. */
function withoutNames(bytes: Uint8Array, columns: number): Uint8Array {
  const header = new TextEncoder().encode(Array.from({ length: columns }, (_, i) => `c${i + 1}`).join(','));
  const rest = bytes.subarray(bytes.indexOf(10));
  const all = new Uint8Array(header.length + rest.length);
  all.set(header);
  all.set(rest, header.length);
  return all;
}

const lineOf = ({ file, column, expected, found }: JudgedColumn): string =>
  `${file}\t${column}\t${expected.join('|') || '-'}\t${found ? `${found.detector.id} ${found.grade} ${found.matches}/${found.looked}` : '-'}`;

if (existsSync(LABELS)) {
  const labels: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(LABELS, 'utf8'));
  for (const [named, least] of [[true, 0.8], [false, 0.65]] as const) {
    test(`columns ${named ? 'with' : 'without'} their names`, async t => {
      const columns: JudgedColumn[] = [];
      for (const [file, ofFile] of Object.entries(labels)) columns.push(...await judge(file, ofFile, named));
      const all = scoreOf(columns);
      const high = precisionAt('high', columns);
      const table = tableOf([...scoresByType(columns), ['personal or not', scoreOfPersonal(columns)], ['all types', all], ['at high evidence', high],
        ['at medium evidence', precisionAt('medium', columns)], ['at low evidence', precisionAt('low', columns)]]);
      for (const line of table) t.diagnostic(line);
      if (WRONG !== undefined) {
        const wrong = columns.filter(column => !isRight(column) && (column.found || column.expected.length > 0));
        writeFileSync(`${WRONG}.${named ? 'named' : 'unnamed'}.tsv`, wrong.map(lineOf).join('\n'));
      }
      assert.ok(all.f1 >= least, `F1 ${all.f1.toFixed(3)} is below ${least}`);
      assert.ok(high.precision >= 0.85, `precision ${high.precision.toFixed(3)} at high evidence is below 0.85`);
    });
  }
} else {
  test('detection on labelled columns', { skip: 'LINTEL_DETECTION names no folder with labels.json' }, () => undefined);
}
