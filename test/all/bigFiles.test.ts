import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { before, test } from 'node:test';
import { tableOf } from '../bench/data.mjs';

const CLI = resolve('out/cli.js');
const FOLDER = '.cache/bench';
let clean = '';
let dirty = '';

before(() => {
  mkdirSync(FOLDER, { recursive: true });
  clean = tableOf(1_000_000);
  dirty = withFaults(clean, `${FOLDER}/dirty.csv`);
});

/** The same table with a stray quote, a long row and an invalid byte far from its start. */
function withFaults(from: string, to: string): string {
  const bytes = readFileSync(from);
  const file = openSync(to, 'w');
  const middle = bytes.indexOf('\n', 200_000_000) + 1;
  writeSync(file, bytes.subarray(0, middle));
  writeSync(file, Buffer.concat([Buffer.from('7,ab"c,x\n8,'), Buffer.of(0xff), Buffer.from(',"open\n')]));
  writeSync(file, bytes.subarray(middle));
  closeSync(file);
  return to;
}

interface Run {
  readonly report: string;
  readonly peakMiB: number;
}

function check(path: string, workers: number): Run {
  const script = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS)); process.argv.splice(1, 1); require(${JSON.stringify(CLI)})`;
  const args = ['-e', script, 'lintel', 'lintel', 'check', path, '--format', 'json', '--max-workers', String(workers)];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
  return { report: stdout, peakMiB: Number(/peak (\d+)/.exec(stderr)?.[1] ?? NaN) / 1024 };
}

for (const kind of ['clean', 'dirty'] as const) {
  test(`340 MB, ${kind}: the same findings with one thread and with four`, () => {
    const path = kind === 'clean' ? clean : dirty;
    const [one, four] = [check(path, 1), check(path, 4)];
    assert.ok(JSON.parse(one.report).files[0].findings.length > 0);
    assert.equal(four.report, one.report);
    console.log(`peak memory: ${one.peakMiB.toFixed(0)} MiB with one thread, ${four.peakMiB.toFixed(0)} MiB with four`);
  });
}

test('memory does not follow the size of the file', () => {
  const small = check(tableOf(100_000), 1).peakMiB;
  const big = check(clean, 1).peakMiB;
  assert.ok(big < 350, `${big} MiB`);
  console.log(`peak memory: ${small.toFixed(0)} MiB for 34 MB, ${big.toFixed(0)} MiB for 340 MB`);
});
