import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { Kernel, Summarizer } from '../../server/src/core/kernel.ts';
import { type CheckRequest, checkTable } from '../../server/src/engine/check.ts';
import { allDetectors, allRules } from '../../server/src/engine/registry.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { sourceOf } from '../harness/check.ts';
import { memoryHost } from '../harness/memoryHost.ts';

/** A table in which there is much to compare: columns that fix each other but for a few rows, gaps, numbers, a target, values that look personal. */
function table(rows: number): Uint8Array {
  const lines = ['id,zip,city,state,email,phone,a,b,c,note,label'];
  for (let i = 0; i < rows; i++) {
    const zip = (i * 7) % 40;
    const city = i % 997 === 5 ? 'Elsewhere' : `City ${zip}`;
    const gap = i % 11 === 0 ? '' : (i * 31) % 1000;
    lines.push(`${i},${10_000 + zip},${city},S${zip % 10},p${i}@example.com,+1-202-555-${1000 + (i % 9000)},${gap},${((i * 31) % 1000) * 2},${(i * 17) % 613},"word ${i % 300}, and more",${i % 3}`);
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

/** What is done between two turns of others: cells the kernel was shown, and values detectors looked at. */
class Meter {
  cells = 0;
  looks = 0;
  mostCells = 0;
  mostLooks = 0;
  turns = 0;

  turn(): void {
    [this.mostCells, this.mostLooks] = [Math.max(this.mostCells, this.cells), Math.max(this.mostLooks, this.looks)];
    [this.cells, this.looks] = [0, 0];
    this.turns++;
  }
}

/** The kernel, with a count of the cells it looks at: of all columns of a chunk while it is summarised, else of one. */
function metered(kernel: Kernel, meter: Meter): Kernel {
  const meteredSummarizer = (summarizer: Summarizer): Summarizer => ({
    add: (chunk, hashes) => {
      meter.cells += chunk.ends.length;
      summarizer.add(chunk, hashes);
    },
    get rowHashes() { return summarizer.rowHashes; },
    hashRows: (chunk, columns) => {
      meter.cells += chunk.records * columns.length;
      return summarizer.hashRows(chunk, columns);
    },
    cells: (chunk, column) => {
      meter.cells += chunk.records;
      return summarizer.cells(chunk, column);
    },
    export: () => summarizer.export(),
    merge: exported => summarizer.merge(exported),
    read: () => summarizer.read(),
    dispose: () => summarizer.dispose(),
  });
  return Object.assign(Object.create(kernel), { summarizer: (spec: Parameters<Kernel['summarizer']>[0]) => meteredSummarizer(kernel.summarizer(spec)) });
}

const request = (bytes: Uint8Array, rest: Partial<CheckRequest>): CheckRequest => ({
  uri: 'file:///data/x.csv', format: csv, source: sourceOf(bytes), rules: allRules, configuration: DEFAULT_CONFIGURATION, kernel: createKernel(), log: memoryHost(new Map()).log, ...rest,
});

test('others have a turn after every few thousand cells and every few thousand values of a check', async () => {
  const meter = new Meter();
  const detectors = allDetectors.map(detector => ({
    ...detector,
    accepts: (text: string) => {
      meter.looks++;
      return detector.accepts(text);
    },
  }));
  const pause = (): Promise<void> => Promise.resolve(meter.turn());
  const checked = await checkTable(request(table(20_000), { kernel: metered(createKernel(), meter), detectors, pause }));
  meter.turn();
  assert.ok(checked);
  assert.ok(checked.findings.some(({ rule }) => rule === 'broken-dependency'), 'columns were held against each other');
  assert.ok(meter.mostCells > 0 && meter.mostLooks > 0);
  // Two columns of a sample of 20,000 rows, or a chunk of 128 KB with all its cells asked about several times.
  assert.ok(meter.mostCells <= 60_000, `${meter.mostCells} cells in one go`);
  // A chunk of 128 KB of short cells, of which two columns are asked about.
  assert.ok(meter.mostLooks <= 16_000, `${meter.mostLooks} values in one go`);
});

test('a check that is cancelled during a turn of others does nothing more', async () => {
  const bytes = table(3000);
  const kernel = createKernel();
  let turns = 0;
  await checkTable(request(bytes, { kernel, pause: () => Promise.resolve(void turns++) }));
  assert.ok(turns > 100, `${turns} turns`);
  for (let at = 1; at <= turns; at += 7) {
    const meter = new Meter();
    const cancellation = { cancelled: false };
    const pause = (): Promise<void> => {
      meter.turn();
      if (meter.turns === at) cancellation.cancelled = true;
      return Promise.resolve();
    };
    const checked = await checkTable(request(bytes, { kernel: metered(kernel, meter), pause, cancellation }));
    assert.deepEqual([checked, meter.turns, meter.cells], [undefined, at, 0], `cancelled in turn ${at} of ${turns}`);
  }
});
