import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { NamedValue } from '../../server/src/core/column.ts';
import type { Detector } from '../../server/src/core/detector.ts';
import type { PresentClass } from '../../server/src/core/summary.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import { evidenceFinder } from '../../server/src/engine/findEvidence.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { detectors } from '../../server/src/privacy/detectors/registry.generated.ts';
import rule from '../../server/src/rules/privacy/unannotated-personal-data/rule.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { SHAPES } from './shapes.ts';
import { sourceOf } from '../harness/check.ts';

const classOf = (text: string): PresentClass => (/^(?:0|[1-9]\d{0,17})$/.test(text) ? 'integer' : /^\d+$/.test(text) ? 'digits' : 'text');

/** Forty texts of a detector's shape that pass its check. */
function passing(detector: Detector, shape: RegExp): readonly NamedValue[] {
  const texts = new Set<string>();
  for (let seed = 1; texts.size < 40 && seed < 30; seed++) {
    for (const text of fc.sample(fc.stringMatching(shape), { numRuns: 4000, seed })) if (texts.size < 40 && detector.accepts(text)) texts.add(text);
  }
  return [...texts].map((text, i) => ({ text, class: classOf(text), hash: BigInt(i), count: 1, firstRecord: i }));
}

for (const detector of detectors) {
  const shape = SHAPES[detector.id];
  if (!shape || detector.among) continue;
  const values = passing(detector, shape);
  // The shape of a few is one that none of it passes: it stands for what must not.
  if (values.length < 40) continue;

  test(`a column of ${detector.id} under its name is told`, async () => {
    for (const name of detector.nameHints.slice(0, 3)) {
      const find = evidenceFinder(detectors, { words: name.split(' '), people: false });
      const [best] = await find(name, values, {}) ?? [];
      assert.equal(best?.detector.id, detector.id, name);
    }
  });

  if (detector.basis !== 'name') test(`a column of ${detector.id} without a name is told, or which it may be`, async () => {
    const find = evidenceFinder(detectors, { words: ['value'], people: false });
    const [best] = await find('value', values, {}) ?? [];
    assert.ok(best && [best.detector, ...(best.or ?? [])].includes(detector), `${best?.detector.id ?? 'nothing'} instead`);
  });
}

async function labels(csvText: string): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(csvText);
  const declared = { delimiter: ',', quote: '"', header: true };
  const checked = await checkTable({ uri: 'file:///x.csv', format: csv, source: sourceOf(bytes), declared, rules: [rule], configuration: DEFAULT_CONFIGURATION, kernel: createKernel() });
  return checked?.findings.map(({ message }) => renderMessage(message, { locale: 'en' })) ?? [];
}

const tableOf = (country: string): string => `land,ref\n${Array.from({ length: 30 }, (_, i) => `${country},${nine(i)}`).join('\n')}\n`;
/** Nine digits that pass the check by Luhn: Canadian and Israeli numbers are such. */
const nine = (i: number): string => {
  const stem = `1${String(2_345_671 + i * 7919)}`;
  return [...Array(10).keys()].map(last => stem + String(last)).find(each => detectors.find(({ id }) => id === 'il-tz')?.accepts(each)) ?? '';
};

test('where two forms are alike the answer names both, once', async () => {
  const found = await labels(tableOf('x'));
  assert.equal(found.length, 1);
  assert.match(found[0] ?? '', /Canadian social insurance number or Israeli identity number/);
});

test('a column of countries decides between forms that are alike', async () => {
  for (const country of ['IL', 'Israel', '以色列']) assert.match((await labels(tableOf(country))).join(), /\(Israeli identity number \(Teudat Zehut\)\)/);
  assert.match((await labels(tableOf('Canada'))).join(), /\(Canadian social insurance number\)/);
});
