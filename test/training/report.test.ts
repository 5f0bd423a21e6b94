import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { pageHtml } from '../../client/src/views/shared/page.ts';
import { labelsIn } from '../../server/src/bench/labels.ts';
import { toMarkdown } from '../../server/src/bench/markdown.ts';
import { createStopwatch, quantile } from '../../server/src/bench/measure.ts';
import { scoresOf } from '../../server/src/bench/metrics.ts';
import { addEvent, bestRuns, EMPTY_REPORT, endingOf, toJson } from '../../server/src/bench/report.ts';
import { splitLines } from '../../server/src/bench/spawn.ts';
import type { BenchmarkEvent } from '../../server/src/protocol/training.ts';
import { english } from './tables.ts';

const training = { kind: 'training', backend: 'tfjs-wasm', backendTitle: 'WebAssembly', versions: { core: '4.22.0' }, threads: 1, parameters: 9, of: 3 } as const;
const result = { stopped: 'converged', bestEpoch: 4, seconds: 1.25, secondsToGoal: null, peakBytes: 128 * 2 ** 20 } as const;
const EVENTS: readonly BenchmarkEvent[] = [
  {
    kind: 'started', file: '/data/pen|guins.csv', time: '2026-01-02T03:04:05.000Z', seed: 1, labels: labelsIn(english),
    environment: { lintel: '0.1.0', runtime: 'Node 20', platform: 'linux x64', processor: 'CPU', cores: 2, memoryBytes: 2 ** 33 },
  },
  {
    kind: 'prepared', task: 'classification', target: 'species', classes: ['<b>a</b>', 'b'], rows: { file: 10, used: 10, train: 6, validation: 2, test: 2 },
    features: ['x', 'y_1'], inputs: 3, notices: ['Left out: ‘id’.'], seconds: 0.1,
  },
  { kind: 'unavailable', backend: 'tfjs-node', title: 'Native', message: 'Not installed.' },
  { ...training, run: 'base', model: 'majority-class', title: 'Most frequent class', backend: null, backendTitle: '', versions: {}, threads: null, index: 1 },
  { kind: 'model', run: 'base', result: { ...result, stopped: 'not-trained', scores: { task: 'classification', accuracy: 0.5, macroF1: 0.33333 }, speed: null } },
  { ...training, run: 'mlp', model: 'mlp', title: 'Neural network', index: 2 },
  { kind: 'verified', run: 'mlp', reference: 'tfjs-cpu', steps: 3, difference: 1.23e-7 },
  { kind: 'epoch', run: 'mlp', epoch: 0, seconds: 0, trainLoss: 1, validationLoss: 1, validationScore: 0.5, gradients: null },
  {
    kind: 'model', run: 'mlp',
    result: { ...result, scores: { task: 'classification', accuracy: 0.9, macroF1: 0.85 }, speed: { median: 12345.6, lowerQuartile: 12000, upperQuartile: 13000, windows: 9 } },
  },
  { ...training, run: 'linear', model: 'linear', title: 'Logistic regression', index: 3 },
  { kind: 'failed', run: 'linear', message: 'The computation failed: ‘x’' },
  { kind: 'done', cancelled: false, seconds: 3.21, peakBytes: 256 * 2 ** 20 },
];
const report = EVENTS.reduce(addEvent, EMPTY_REPORT);

test('the report as Markdown', () => {
  assert.equal(toMarkdown(report), `# Training benchmark: pen\\|guins.csv

- Date: 2026-01-02T03:04:05.000Z
- Target: species (classification)
- Classes: \\<b\\>a\\</b\\>, b
- Rows: 10 (training 6, validation 2, test 2)
- Features: x, y\\_1 (2 → 3)
- Seed: 1
- Total time (s): 3.2

## Results on the test data

| Model | Backend | Accuracy | Macro-F1 | Examples per second (middle half) | Training time (s) | Best epoch | Peak memory (MB) | Difference from reference | Ended |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
| Most frequent class |  | 0.5000 | 0.3333 |  |  |  |  |  | nothing to train |
| Neural network (best) | WebAssembly | 0.9000 | 0.8500 | 12346 (12000–13000) | 1.3 | 4 | 128 | 1.2e-7 | converged |
| Logistic regression | WebAssembly |  |  |  |  |  |  |  | failed |

## Notices

- Left out: ‘id’.

## Not run

- Native: Not installed.

## Failures

- Logistic regression, WebAssembly: The computation failed: ‘x’

## Environment

- Lintel: 0.1.0
- Runtime: Node 20
- Platform: linux x64
- Processor: CPU
- Cores: 2
- Memory: 8.0 GiB
- Threads: tfjs-wasm 1
- Versions: core 4.22.0
- Peak memory (MB): 256
`);
});

test('any beginning of the events makes a report', () => {
  for (let end = 0; end <= EVENTS.length; end++) {
    const partial = EVENTS.slice(0, end).reduce(addEvent, EMPTY_REPORT);
    assert.match(toMarkdown(partial), /^# /);
    const parsed: unknown = JSON.parse(toJson(partial));
    assert.equal(typeof parsed, 'object');
  }
  const [, mlp] = EVENTS.slice(0, 8).reduce(addEvent, EMPTY_REPORT).runs;
  assert.deepEqual(mlp && [endingOf(mlp, true), endingOf(mlp, false)], ['running', 'interrupted']);
});

test('the best is named among runs with a score', () => {
  assert.deepEqual(bestRuns(report), ['mlp']);
  assert.deepEqual(bestRuns(EMPTY_REPORT), []);
});

test('scores by their definitions', () => {
  const classes = scoresOf('classification', [0, 0, 1, 1, 2], [0, 0, 1, 2, 2]);
  assert.deepEqual(classes, { task: 'classification', accuracy: 0.8, macroF1: (1 + 2 / 3 + 2 / 3) / 3 });
  const numbers = scoresOf('regression', [2.5, 0, 2, 8], [3, -0.5, 2, 7]);
  assert.ok(numbers.task === 'regression' && Math.abs(numbers.r2 - 0.9486081370449679) < 1e-12 && Math.abs(numbers.rmse - Math.sqrt(0.375)) < 1e-12);
  assert.deepEqual(scoresOf('regression', [1, 1], [1, 1]), { task: 'regression', rmse: 0, r2: 1 });
});

test('speed is a median over windows, the first left out', () => {
  const watch = createStopwatch();
  for (let i = 0; i < 20; i++) watch.step(i < 5 ? 100 : 50, 100);
  assert.equal(watch.spent, 1250);
  assert.deepEqual(watch.speed(), { median: 2000, lowerQuartile: 2000, upperQuartile: 2000, windows: 19 });
  assert.equal(createStopwatch().speed(), null);
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
});

test('lines arrive whole however the text is cut', () => {
  fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }).map(text => text.replace(/\n/g, '') || 'x')), fc.array(fc.nat(), { maxLength: 9 }), (lines, cuts) => {
    const text = lines.map(line => `${line}\n`).join('');
    const places = [0, ...cuts.map(cut => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
    const seen: string[] = [];
    const push = splitLines(line => seen.push(line));
    places.slice(1).forEach((place, i) => push(text.slice(places[i], place)));
    assert.deepEqual(seen, lines);
  }));
});

test('the page allows our own script and styles, nothing else, and no title becomes markup', () => {
  const html = pageHtml({ cspSource: 'https://host', nonce: 'n1', script: 'https://host/a.js', styles: ['https://host/a.css'], language: 'en', title: '<script>"x"' });
  assert.match(html, /content="default-src 'none'; script-src 'nonce-n1'; style-src https:\/\/host; img-src https:\/\/host"/);
  assert.ok(!html.includes('<script>"x"') && !/style="|unsafe|\son\w+=/.test(html));
  assert.equal(html.match(/<script/g)?.length, 1);
});
