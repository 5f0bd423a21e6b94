import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { test } from 'node:test';
import { allRules } from '../../server/src/engine/registry.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkDataset } from '../harness/dataset.ts';

/** The folder `tests` of the repository of CSV on the Web, which is not part of this one. */
const SUITE = process.env['CSVW_SUITE'] ?? '';
const MANIFEST = join(SUITE, 'manifest-validation.jsonld');

interface Entry {
  readonly id: string;
  readonly type: 'csvt:PositiveValidationTest' | 'csvt:WarningValidationTest' | 'csvt:NegativeValidationTest';
  readonly name: string;
  readonly action: string;
  readonly option?: { readonly metadata?: string };
  readonly httpLink?: string;
  readonly implicit?: readonly string[];
}

const VERDICTS = { 'csvt:PositiveValidationTest': 'fine', 'csvt:WarningValidationTest': 'warned', 'csvt:NegativeValidationTest': 'wrong' } as const;
/** What validators look at; one of the tests is of a table alone. */
const RULES = allRules.filter(({ id, scope }) => scope === 'metadata' || scope === 'resource' || scope === 'reference' || id === 'ragged-row');

/** Each test alone with its files and those they name, as if they were a folder; metadata by another name than we look for gets one. */
async function verdictOf({ action, implicit = [], option }: Entry): Promise<readonly [verdict: string, words: string]> {
  const files = new Map<string, { readonly bytes: Uint8Array }>();
  const metadata = [option?.metadata, action].find(path => path?.endsWith('.json') === true);
  const wanted = [action, ...implicit, ...(option?.metadata === undefined ? [] : [option.metadata])].map(one => one.replace(/\?.*/, ''));
  for (const path of wanted) {
    const name = path === metadata && !/-metadata\.json$|metadata\.json$|csvm\.json$/.test(basename(path)) ? path.replace(/\.json$/, '.csvm.json') : path;
    if (files.has(name) || !existsSync(join(SUITE, path))) continue;
    const bytes = readFileSync(join(SUITE, path));
    files.set(name, { bytes });
    if (path.endsWith('.json')) wanted.push(...namedIn(bytes.toString('utf8'), dirname(path)));
  }
  const findings = await checkDataset(files, RULES, createKernel());
  const words = findings.map(({ rule, message }) => `${rule}: ${renderMessage(message, { locale: 'en' })}`).join('; ');
  const worst = findings.some(({ severity }) => severity === 'error') ? 'wrong' : findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'fine';
  return [worst, words];
}

/** Files beside a document that it may be naming: manifests do not list what is only referred to. */
const namedIn = (text: string, folder: string): readonly string[] => [...text.matchAll(/"([^"\s]+\.(?:csv|tsv|json))"/g)].map(match => join(folder, match[1] ?? ''));

if (existsSync(MANIFEST)) {
  const { entries }: { readonly entries: readonly Entry[] } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  for (const entry of entries) {
    const isServed = entry.httpLink !== undefined && entry.type === 'csvt:WarningValidationTest';
    test(`${entry.id.replace(/.*#/, '')} ${entry.name}`, { skip: isServed && 'only a server says by a header which metadata belongs to a file' }, async () => {
      const [verdict, words] = await verdictOf(entry);
      assert.equal(verdict, VERDICTS[entry.type], words);
    });
  }
} else {
  test('validation tests of CSV on the Web', { skip: 'CSVW_SUITE names no folder with manifest-validation.jsonld' }, () => undefined);
}
