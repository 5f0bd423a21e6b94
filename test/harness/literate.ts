import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/core/finding.ts';
import type { Kernel } from '../../server/src/core/kernel.ts';
import type { Rule } from '../../server/src/core/rule.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { comparable } from './check.ts';
import type { Cut } from './check.ts';
import { checkDataset, fixDataset } from './dataset.ts';
import type { Dataset } from './dataset.ts';
import type { Block, Example } from './examples.ts';
import { readExamples } from './examples.ts';
import { uriOf } from './memoryHost.ts';
import { draw, makeSample, markOf } from './sample.ts';
import type { Mark, Sample } from './sample.ts';

/** Files up to this size are checked once for every byte they could be cut at. */
const SMALL = 160;
const HEADINGS = ['Reported', 'Not reported', 'When to turn it off', 'Sources'];

/**
 * Runs a rule's README: what it draws under its examples is what the rule finds, whole, cut at every byte, and by every kernel alike; `fixed` is what
 * the fixes make of it, and there is nothing left to fix. With `UPDATE=1` the README is rewritten instead; read the difference as behaviour.
 */
export function testManual(rule: Rule, path: string, kernels: Readonly<Record<string, Kernel>>): void {
  describeManual(rule, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), kernels, text => writeFileSync(path, text));
}

/** The same for a manual that is not on disk yet; `rewrite` takes what `UPDATE=1` makes of it. */
export function describeManual(given: Rule, readme: string, kernels: Readonly<Record<string, Kernel>>, rewrite?: (text: string) => void): void {
  // Examples of a rule that waits to be switched on show what it does then.
  const rule: Rule = { ...given, enabled: true };
  const examples = readExamples(readme);
  describe(rule.id, () => {
    test('its manual has its sections', () => {
      const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      assert.deepEqual(headings, HEADINGS);
      assert.ok(readme.startsWith(`# ${rule.id}\n`));
      assert.ok(examples.some(({ kind }) => kind === 'good'), 'no good example');
    });
    if (process.env['UPDATE'] && rewrite) {
      test('rewritten', async () => rewrite(await redraw(readme, examples, rule, kernels)));
      return;
    }
    for (const example of examples) {
      const [first] = example.blocks;
      test(`${example.kind}, README line ${first?.line}`, () => runExample(example, rule, kernels));
    }
  });
}

async function runExample(example: Example, rule: Rule, kernels: Readonly<Record<string, Kernel>>): Promise<void> {
  const dataset = toDataset(example.blocks);
  const [kernel, ...others] = Object.values(kernels);
  assert.ok(kernel);
  const findings = await checkDataset(dataset, [rule], kernel);
  for (const block of example.blocks) assert.equal(drawBlock(block, findings), block.body);
  assert.equal(findings.length > 0, example.kind === 'bad', `the example is marked ${example.kind}`);
  for (const other of others) assert.deepEqual(comparable(await checkDataset(dataset, [rule], other)), comparable(findings), 'kernels differ');
  await checkCuts(dataset, rule, kernels, findings);
  await checkFixes(example, dataset, findings, rule, kernel);
}

/** However the bytes arrive, the findings are the same. */
async function checkCuts(dataset: Dataset, rule: Rule, kernels: Readonly<Record<string, Kernel>>, findings: readonly Finding[]): Promise<void> {
  const length = Math.max(...[...dataset.values()].map(({ bytes }) => bytes.length));
  const cuts: readonly Cut[] = length > SMALL ? [Math.floor(length / 2)] : ['bytes', ...Array.from({ length }, (_, i) => i + 1)];
  for (const [name, kernel] of Object.entries(kernels)) {
    for (const cut of cuts) {
      assert.deepEqual(comparable(await checkDataset(dataset, [rule], kernel, cut)), comparable(findings), `${name}, cut: ${cut}`);
    }
  }
}

async function checkFixes(example: Example, dataset: Dataset, findings: readonly Finding[], rule: Rule, kernel: Kernel): Promise<void> {
  if (example.fixed.length === 0) return;
  const fixed = await fixDataset(dataset, findings, kernel);
  for (const block of example.fixed) assert.equal(Buffer.from(fixed.get(block.file)?.bytes ?? []).toString(), Buffer.from(makeSample(block).bytes).toString());
  assert.deepEqual(await checkDataset(fixed, [rule], kernel), [], 'the fixed text is still reported');
}

async function redraw(readme: string, examples: readonly Example[], rule: Rule, kernels: Readonly<Record<string, Kernel>>): Promise<string> {
  const [kernel] = Object.values(kernels);
  assert.ok(kernel);
  const pieces: { readonly block: Block; readonly body: string }[] = [];
  // A good example that is reported is never drawn: that would turn a false alarm into a manual.
  for (const { blocks, fixed } of examples.filter(({ kind }) => kind === 'bad')) {
    const dataset = toDataset(blocks);
    const findings = await checkDataset(dataset, [rule], kernel);
    pieces.push(...blocks.map(block => ({ block, body: drawBlock(block, findings) })));
    const after = fixed.length > 0 ? await fixDataset(dataset, findings, kernel) : new Map();
    pieces.push(...fixed.map(block => ({ block, body: block.repeat > 1 ? block.body : Buffer.from(after.get(block.file)?.bytes ?? []).toString() })));
  }
  return pieces.reverse().reduce((text, { block, body }) => text.slice(0, block.from) + body + text.slice(block.to), readme);
}

const toDataset = (blocks: readonly Block[]): Dataset => new Map(blocks.map(block => [block.file, makeSample(block)]));

function drawBlock(block: Block, findings: readonly Finding[]): string {
  const sample = makeSample(block);
  return draw(sample, findings.flatMap(finding => marksOf(finding, block.file, sample)));
}

/** The message stands where the finding shows; the cells and rows it is about have carets alone. */
function marksOf(finding: Finding, file: string, sample: Sample): readonly Mark[] {
  const here = (uri: string): boolean => uri === uriOf(file);
  const primary = here(finding.primary.uri) ? [markOf(sample, finding.primary.range, renderMessage(finding.message, { locale: 'en' }))] : [];
  const spots = finding.spots.filter(({ uri }) => here(uri)).map(({ range }) => markOf(sample, range, ''));
  return [...primary, ...spots.filter(spot => !primary.some(({ line, from, width }) => spot.line === line && spot.from === from && spot.width === width))];
}
