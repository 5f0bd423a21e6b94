import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Finding } from '../../server/src/core/finding.ts';
import { allRules } from '../../server/src/engine/registry.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkDataset } from '../harness/dataset.ts';

/**
 * A folder of suites of other validators, which are not part of this repository: one `<suite>.jsonl` each, with one case a line. A case is the files of a
 * folder as texts by name (`{ "base64": ... }` where they are no text) and what is expected of them: a verdict, and of each finding the rules one of
 * which should tell it, with the line it stands at, counted from 1, where that is known.
 */
const SUITES = process.env['LINTEL_SUITES'] ?? '';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string | { readonly base64: string }>>;
  /** `free`: only what is listed is looked for. */
  readonly verdict: Verdict | 'free';
  readonly findings?: readonly Expected[];
  /** Rules that find nothing. */
  readonly absent?: readonly string[];
}

interface Expected {
  readonly rules: readonly string[];
  readonly file?: string;
  readonly line?: number;
}

type Verdict = 'fine' | 'warned' | 'wrong';

const RULES = allRules.filter(({ enabled }) => enabled);
const tally = new Map<string, { total: number; good: number }>();

/** Opinions about statistics are no verdict on a file. */
function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'wrong';
  return findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'fine';
}

function isMet({ rules, file, line }: Expected, findings: readonly Finding[]): boolean {
  return findings.some(({ rule, primary, spots }) => rules.includes(rule) && [primary, ...spots].some(({ uri, range }) =>
    (file === undefined || uri.endsWith(`/${file}`)) && (line === undefined || (range.start.line <= line - 1 && line - 1 <= range.end.line))));
}

async function check({ name, files, verdict, findings: expected = [], absent = [] }: Case): Promise<void> {
  const dataset = new Map(Object.entries(files).map(([file, content]) => [
    file, { bytes: new Uint8Array(typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.base64, 'base64')) },
  ]));
  const findings = await checkDataset(dataset, RULES, createKernel());
  const words = findings.map(({ rule, severity, primary, message }) =>
    `${severity} ${rule} ${primary.uri.slice(primary.uri.lastIndexOf('/') + 1)}:${primary.range.start.line + 1} ${renderMessage(message, { locale: 'en' })}`).join('\n');
  const unmet = expected.filter(one => !isMet(one, findings));
  assert.ok(unmet.length === 0, `${name}: not found: ${JSON.stringify(unmet)}\n${words}`);
  assert.ok(!findings.some(({ rule }) => absent.includes(rule)), `${name}: should be fine\n${words}`);
  const got = verdictOf(findings);
  assert.ok(verdict === 'free' || (expected.length > 0 && got === 'warned') || got === verdict || (verdict === 'fine' && got === 'warned'), `${name}: ${got}, not ${verdict}\n${words}`);
}

const suites = existsSync(SUITES) ? readdirSync(SUITES).filter(file => file.endsWith('.jsonl')) : [];
if (suites.length === 0) test('suites of other validators', { skip: 'LINTEL_SUITES names no folder with *.jsonl' }, () => undefined);

for (const suite of suites) {
  const counts = { total: 0, good: 0 };
  tally.set(suite, counts);
  for (const line of readFileSync(join(SUITES, suite), 'utf8').split('\n').filter(one => one !== '')) {
    const one: Case = JSON.parse(line);
    counts.total += 1;
    test(`${suite} ${one.name}`, async () => {
      await check(one);
      counts.good += 1;
    });
  }
}

after(() => {
  for (const [suite, { total, good }] of tally) console.log(`${suite.padEnd(36)} ${String(good).padStart(5)} of ${total} as expected`);
});
