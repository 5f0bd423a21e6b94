import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { wordFinder } from '../../server/src/engine/review.ts';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

const ROWS = Array.from({ length: 400 }, (_, i) => `${i},${i % 4 === 0 ? 'forum' : 'news'},${i % 40 === 0 ? 'a Bad word here' : 'a badger, nothing else'},p${i}@example.com`.replace(/(a badger[^,]*, nothing else)/, '"$1"'));
folder.write('corpus.csv', `id,site,text,mail\n${ROWS.join('\n')}\n`);
folder.write('words.txt', '# my list\nbad\n坏词\n');

interface Review {
  readonly sources: readonly { readonly source: string; readonly rows: number; readonly hits: number }[];
  readonly over: readonly string[];
}

describe('lintel privacy review', () => {
  const review = (...args: readonly string[]) => folder.lintel('privacy', 'review', ...args);

  test('counts rows with words of the list by source, and says which source is over the limit', () => {
    const { stdout, status } = review('corpus.csv', '--keywords', 'words.txt', '--source', 'site', '--format', 'json');
    const { sources, over }: Review = JSON.parse(stdout);
    assert.deepEqual(sources, [{ source: 'news', rows: 300, hits: 0 }, { source: 'forum', rows: 100, hits: 10 }]);
    assert.deepEqual(over, ['forum']);
    assert.equal(status, 1);
    const whole = review('corpus.csv', '--keywords', 'words.txt');
    assert.equal(whole.status, 0);
    assert.match(whole.stdout, /400 rows, 10 with words of the list \(2\.5%, 95 % interval 1\.4% to 4\.5%\)/);
    assert.equal(review('corpus.csv', '--keywords', 'words.txt', '--limit', '0.02').status, 1);
  });

  test('draws the same sample for the same seed, masks what is personal and writes over nothing', () => {
    assert.equal(review('corpus.csv', '--out', 'a.csv', '--sample', '20', '--seed', '7').status, 0);
    assert.equal(review('corpus.csv', '--out', 'b.csv', '--sample', '20', '--seed', '7').status, 0);
    assert.equal(review('corpus.csv', '--out', 'c.csv', '--sample', '20', '--seed', '8').status, 0);
    const [a, b, c] = ['a.csv', 'b.csv', 'c.csv'].map(path => folder.read(path));
    assert.equal(a, b);
    assert.notEqual(a, c);
    const lines = a?.trimEnd().split('\r\n') ?? [];
    assert.equal(lines[0], '\uFEFFrow,verdict,reason,id,site,text,mail');
    assert.equal(lines.length, 21);
    assert.doesNotMatch(a ?? '', /p\d+@example/);
    assert.equal(review('corpus.csv', '--out', 'a.csv').status, 2);
    assert.equal(folder.read('a.csv'), a);
  });

  test('tells how many of the judged rows passed', () => {
    folder.write('sheet.csv', `row,verdict,reason,text\n${['合格', 'pass', 'PASS', 'fail', ''].map((verdict, i) => `${i},${verdict},,x`).join('\n')}\n`);
    const { stdout, status } = review('sheet.csv', '--verdicts');
    assert.equal(status, 0);
    assert.match(stdout, /3 of 4 rows passed \(75%, 95 % interval 30\.1% to 95\.4%\), 1 are open/);
    assert.equal(review('sheet.csv', '--verdicts', '--least', '0.96').status, 1);
    assert.equal(review('corpus.csv', '--verdicts').status, 2);
  });

  test('says what it needs', () => {
    assert.equal(review('corpus.csv').status, 2);
    assert.equal(review('corpus.csv', '--keywords', 'words.txt', '--limit', '5').status, 2);
    assert.match(review('corpus.csv', '--keywords', 'words.txt', '--source', 'nowhere').stderr, /no column ‘nowhere’/);
  });
});

test('words of a list are whole ones, in any case, and Chinese ones stand anywhere', () => {
  const finds = wordFinder(['cid', '坏词', 'c++', 'a.b']);
  for (const text of ['CID', 'the cid.', '这是坏词吗', 'I like C++', 'ＣＩＤ', 'a.b']) assert.ok(finds(text), text);
  for (const text of ['acid', 'cider', '坏的词', 'axb', '']) assert.ok(!finds(text), text);
  assert.ok(!wordFinder(['', ' '])('anything'));
});

test('a word is found in itself, whatever it is made of', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter(word => word.trim().normalize('NFKC').trim() !== ''), word => wordFinder([word])(word)));
});
