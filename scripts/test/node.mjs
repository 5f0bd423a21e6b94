// The layers that need no editor: bundled test files in Node's own runner.
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { output } from './command.mjs';

/** Which test files form which layer; the last one takes the rest. */
const parts = [
  ['architecture', /^out\/test\/(architecture|manifest)/],
  ['protocol', /^out\/test\/server\//],
  ['big files', /^out\/test\/all\//],
  ['unit', /^/],
];

/** Files that take a moment, for `--quick`, from every room: a few seconds of one core in all. What is not named here waits for `npm test`. */
const QUICK = new RegExp('^out/test/(' + [
  'architecture', 'client', 'config/(assist|configurations)', 'core', 'engine/(check|digest|fold|giveWay|mendText|rowIndex)', 'metadata/(descriptions|names|pattern|places)',
  'privacy/(duties|evidence|profiles|measures|taxonomy)', 'report', 'util/(?!accounting|guess|charset|personalSpans)', 'words',
].join('|') + ')');

let bundled;

/**
 * Runs one layer, or with `quick` the files of it that take a moment.
 * @param {'architecture' | 'protocol' | 'unit' | 'big files'} layer
 * @returns {Promise<{ passed: number, failed: number, skipped: number, refusal?: string }>}
 */
export async function nodeLayer(layer, root, { quick = false } = {}) {
  bundled ??= import(pathToFileURL(join(root, 'scripts', 'build', 'tests.mjs')).href)
    .then(async ({ bundleTests }) => [...await bundleTests(), ...await bundleTests('test/all/')]);
  const all = (await bundled).filter(file => parts.find(([, pattern]) => pattern.test(file))[0] === layer);
  const files = all.filter(file => !quick || QUICK.test(file));
  if (files.length < all.length) console.log(`${layer}: ${files.length} of ${all.length} files; npm test runs them all`);
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0, refusal: 'no test file belongs to it' };
  // A test that failed may have left a server running, and a test that waits may wait for ever: neither may keep the others' results from being told.
  const run = quick ? [await together(layer, files, root)] : ['--test', `--test-concurrency=${availableParallelism()}`, '--test-force-exit', '--test-timeout=600000', ...files];
  const { code, said } = await output(['--enable-source-maps', '--test-reporter=spec', ...run], root);
  await mkdir(join(root, 'test-results'), { recursive: true });
  await writeFile(join(root, 'test-results', `${layer}.log`), said);
  const counts = countsIn(said);
  if (code !== 0) console.log(failures(said));
  for (const reason of skips(said)) console.log(reason);
  console.log(`${files.length} files: ${counts.passed} passed, ${counts.failed} failed; all lines in test-results/${layer}.log`);
  // A runner that died has no failed test to show for it.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** One file that runs the others in one process: to start one for each takes longer than what they test. */
async function together(layer, files, root) {
  const path = join('out', 'test', `quick-${layer}.mjs`);
  await writeFile(join(root, path), files.map(file => `import ${JSON.stringify(`../../${file}`)};\n`).join(''));
  return path;
}

function countsIn(said) {
  const count = word => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(said)?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') };
}

function failures(said) {
  const list = said.indexOf('✖ failing tests:');
  return list < 0 ? said.slice(-4000) : said.slice(list);
}

function skips(said) {
  return said.split('\n').filter(line => /^\s*﹣ .* # /.test(line)).map(line => line.trim());
}
