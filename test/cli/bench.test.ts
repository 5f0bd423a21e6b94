import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

/** Blanks behind every tenth class. */
const ROWS = Array.from({ length: 120 }, (_, i) => `${i % 2 === 0 ? 2 + (i % 7) / 10 : 5 + (i % 5) / 10},${i},${i % 2 === 0 ? 'small' : 'large'}${i % 10 === 0 ? ' ' : ''}`);

describe('lintel bench', () => {
  folder.write('sizes.csv', `width,noise,size\n${ROWS.join('\n')}\n`);
  const bench = (...options: readonly string[]) => folder.lintel('bench', 'sizes.csv', '--max-epochs', '4', ...options);

  test('trains, and says how well and on what', () => {
    const { stdout, stderr, status } = bench('--target', 'size', '--model', 'majority-class', '--model', 'linear');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Target: size \(classification\); Rows: training \d+, validation \d+, test \d+$/m);
    assert.match(stdout, /^  Most frequent class .* nothing to train$/m);
    assert.match(stdout, /^  Logistic regression \(best\) +TensorFlow\.js, WebAssembly /m);
    assert.match(stdout, /^What the best network learned from \(Logistic regression\)\n  Column +Score lost without it  Spread\n  width /m);
  });

  test('gives the same as JSON and Markdown, in Chinese too', () => {
    const report = JSON.parse(bench('--target', 'size', '--model', 'linear', '--repeats', '3', '--format', 'json').stdout);
    assert.equal(report.runs[0].repeats.length, 2);
    assert.equal(report.runs[0].importance.columns[0].column, 'width');
    assert.match(bench('--target', 'size', '--model', 'majority-class', '--format', 'markdown', '--lang', 'zh-cn').stdout, /^# 训练基准测试: sizes\.csv/);
  });

  test('compares the file with a copy in which fixes are made, and leaves the file alone', () => {
    const before = folder.read('sizes.csv');
    const report = JSON.parse(bench('--target', 'size', '--model', 'linear', '--fix-unsafe', 'outer-whitespace', '--repeats', '2', '--format', 'json').stdout);
    assert.equal(report.study.pairs.length, 2);
    assert.deepEqual(report.study.pairs.map(({ rows }: { rows: number }) => rows), [24, 24]);
    assert.match(report.diagnoses[0].message, /95% interval/);
    assert.equal(folder.read('sizes.csv'), before);
  });

  test('draws a learning curve', () => {
    const { stdout } = bench('--target', 'size', '--model', 'linear', '--learning-curve', '--repeats', '2');
    assert.match(stdout, /^Does more data help\? \(Logistic regression\)\n +Rows trained on +Score +Spread +Seeds\n/m);
  });

  test('what cannot be is said with a next step', () => {
    const said = (...options: readonly string[]): string => {
      const { status, stderr } = bench(...options);
      assert.equal(status, 2);
      return stderr;
    };
    assert.match(said('--target', 'sise'), /There is no column ‘sise’; did you mean ‘size’\?/);
    assert.match(said('--learning-curve', '--fixed'), /different questions; ask one at a time/);
    assert.match(said('--repeats', '0'), /‘--repeats’ takes a number from 1 on/);
    assert.match(said('--target', 'size', '--fixed'), /No finding has a safe fix; ‘--fix-unsafe’ makes those of a rule: ‘outer-whitespace’/);
    assert.match(bench('--target', 'size', '--backend', 'tfjs-gpu').stdout, /There is no ‘tfjs-gpu’; there are ‘onnx-native’, ‘tfjs-cpu’, /);
    assert.match(folder.lintel('bench', 'none.csv').stderr, /‘none\.csv’ cannot be checked: there is no such file or folder/);
  });
});
