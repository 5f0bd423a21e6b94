import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

before(() => {
  const rows = Array.from({ length: 80 }, (_, i) => `${i},person${i}@example.org,${(i * 7) % 31}.5,${i % 3 ? 'red' : '<i>&"blue"'}`);
  folder.write('d/people.csv', `id,email,amount,"<script>colour"\n${rows.join('\n')}\n`);
});

/** Tags that are opened are closed, in order. */
function assertBalanced(text: string): void {
  const open: string[] = [];
  const body = text.replace(/<style>[^]*?<\/style>/, '').replace(/<!doctype html>/, '');
  for (const [, closing, name = '', alone] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing) assert.equal(open.pop(), name);
    else if (!alone && name !== 'meta') open.push(name);
  }
  assert.deepEqual(open, []);
}

describe('lintel profile', () => {
  test('text, JSON and HTML agree and show no personal value', () => {
    const text = folder.lintel('profile', 'd/people.csv').stdout;
    const [profile] = JSON.parse(folder.lintel('profile', 'd/people.csv', '--format', 'json').stdout);
    const html = folder.lintel('profile', 'd/people.csv', '--format', 'html').stdout;
    for (const output of [text, JSON.stringify(profile), html]) assert.doesNotMatch(output, /person\d/);
    assert.equal(profile.rows, 80);
    const amount = profile.columns[2];
    assert.equal(amount.type, 'float');
    assert.deepEqual([amount.numbers.min, amount.numbers.max], [0.5, 30.5]);
    assert.equal(amount.numbers.histogram.reduce((sum: number, each: number) => sum + each, 0), 80);
    assert.match(text, /Range: 0\.5 to 30\.5/);
    assert.match(html, /Range: 0\.5 to 30\.5/);
    assertBalanced(html);
  });
  test('a file that is no table is said', () => {
    folder.write('empty.csv', '');
    const { status, stderr } = folder.lintel('profile', 'empty.csv');
    assert.equal(status, 2);
    assert.match(stderr, /‘empty\.csv’ cannot be read as a table/);
  });
});

describe('lintel report', () => {
  test('one page without scripts, what comes from files is text in it, personal values are masked', () => {
    assert.equal(folder.lintel('report', 'd').status, 0);
    const html = folder.read('lintel-report.html');
    assertBalanced(html);
    assert.doesNotMatch(html, /<script|<i>|person\d|https?:\/\/(?!json)/);
    assert.match(html, /unannotated-personal-data/);
    assert.match(html, /prefers-color-scheme: dark/);
  });
  test('the next report is compared with the JSON of this one', () => {
    const before = JSON.parse(folder.read('lintel-report.json'));
    assert.equal(before.quality.dimensions.length, 7);
    folder.write('d/people.csv', folder.read('d/people.csv').replaceAll(/,red$/gm, ',').replaceAll(/\.5,/g, ',,'));
    folder.lintel('report', 'd');
    assert.match(folder.read('lintel-report.html'), /class="(worse|better)"/);
    assert.doesNotMatch(folder.read('lintel-report.json'), /person\d/);
  });
  test('a report in Chinese', () => {
    folder.lintel('report', 'd', '--output', 'zh.html', '--lang', 'zh-cn');
    assert.match(folder.read('zh.html'), /<h1>数据质量报告<\/h1>/);
  });
});

describe('lintel diff', () => {
  const table = (from: number, kind: (i: number) => string): string => `id,kind\n${Array.from({ length: 300 }, (_, i) => `${from + i},${kind(i)}`).join('\n')}\n`;
  test('equal versions differ in nothing', () => {
    folder.write('a.csv', table(0, i => 'xyz'[i % 3] ?? ''));
    folder.write('b.csv', table(0, i => 'xyz'[i % 3] ?? ''));
    const { stdout, status } = folder.lintel('diff', 'a.csv', 'b.csv');
    assert.match(stdout, /nothing to report/);
    assert.equal(status, 0);
  });
  test('a category that was never there, a column that is gone', () => {
    folder.write('c.csv', table(0, i => (i < 20 ? 'new' : 'xyz'[i % 3] ?? '')).replaceAll(/^\w+,/gm, ''));
    const { stdout } = folder.lintel('diff', 'a.csv', 'c.csv');
    assert.match(stdout, /“new” \[new-category\]/);
    assert.match(stdout, /\[split-schema-mismatch\]/);
  });
});
