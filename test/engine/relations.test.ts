import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { say } from '../../server/src/core/message.ts';
import type { Place } from '../../server/src/core/place.ts';
import type { RowQuery } from '../../server/src/core/query.ts';
import { defineRule } from '../../server/src/core/rule.ts';
import { FirstLabels } from '../../server/src/engine/conflicts.ts';
import { allRules } from '../../server/src/engine/registry.ts';
import { Signatures } from '../../server/src/engine/signatures.ts';
import { growForest, scoreRow, usualPath } from '../../server/src/util/statistics/forest.ts';
import { shinglesOf, similarity, tokensOf } from '../../server/src/util/statistics/minHash.ts';
import { seeded } from '../../server/src/util/mix.ts';
import { checkBytes } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';

async function placesOf(query: RowQuery, text: string): Promise<readonly Place[]> {
  const rule = defineRule({
    id: 'asks', scope: 'table', summary: 'Asks', severity: 'hint', dimension: 'validity', since: 'next', needs: [], options: {},
    *check() {
      yield { place: { at: 'file' }, cells: query, message: say`found` };
    },
  });
  const { findings } = await checkBytes('x.csv', new TextEncoder().encode(text), [rule], KERNELS.kernel);
  return findings.flatMap(({ spots }) => spots.map(({ place }) => place));
}

test('a match of a row shows at the cell that is asked for, or at the row where it has none', async () => {
  const query: RowQuery = { is: 'compare', left: 0, op: '>', right: 1, at: 2 };
  assert.deepEqual(await placesOf(query, 'a,b,c\n2,1,x\n1,2,y\n9,3\n'), [{ at: 'cell', row: 0, column: 2 }, { at: 'cell', row: 2, column: 2 }]);
});

test('tails of empty rows repeat nothing', async () => {
  assert.deepEqual(await placesOf({ is: 'duplicate' }, 'a,b\n1,2\n,\n,\n\n,\n1,2\n'), [{ at: 'row', row: 5 }]);
});

test('within its budget the first label of every hash is kept; beyond it, what is kept does not depend on the order', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 40 }), fc.nat({ max: 2 })), { maxLength: 100 }), rows => {
    const labels = new FirstLabels();
    rows.forEach(([low, high, label], i) => {
      const first = rows.slice(0, i + 1).find(([l, h]) => l === low && h === high);
      assert.equal(labels.first(low, high, label), first?.[2]);
    });
  }));
  const random = seeded(3);
  const words = Array.from({ length: 20_000 }, () => Math.floor(random() * 2 ** 32));
  const kept = (order: readonly number[]): string => {
    const labels = new FirstLabels(1);
    for (const word of order) labels.first(word, word, 1);
    return words.map(word => labels.first(word, word, 2)).join('').replace(/[^1]/g, '-');
  };
  assert.match(kept(words), /1/);
  assert.equal(kept(words), kept([...words].reverse()));
});

const WORDS = Array.from({ length: 60 }, (_, i) => `word${i}`);
const near = (one: readonly string[], other: readonly string[]): number => similarity(shinglesOf(one), shinglesOf(other));
const jaccardOf = (one: readonly string[], other: readonly string[]): number => {
  const shingles = (words: readonly string[]) => new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(' ')));
  const [a, b] = [shingles(one), shingles(other)];
  return [...a].filter(shingle => b.has(shingle)).length / new Set([...a, ...b]).size;
};

test('texts are as alike as their sets of shingles', () => {
  const changed = WORDS.map((word, i) => (i === 30 ? 'other' : word));
  assert.equal(near(WORDS, changed), jaccardOf(WORDS, changed));
  assert.equal(near(WORDS, [...WORDS]), 1);
  assert.ok(near(WORDS, [...WORDS].reverse()) < 0.1);
});

test('near duplicates of a similarity of 0.8 are found, and nothing else is, in English and in Chinese', () => {
  const english = Array.from({ length: 4000 }, (_, i) => `w${i.toString(36)}`);
  const chinese = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(0x4e00 + i));
  for (const [words, between] of [[english, ' '], [chinese, '']] as const) {
    const random = seeded(7);
    const below = (most: number): number => Math.floor(random() * most);
    let [alike, found, reported] = [0, 0, 0];
    for (let pair = 0; pair < 600; pair++) {
      const one = Array.from({ length: 40 + below(400) }, () => words[below(words.length)] ?? '');
      const other = [...one];
      for (let edits = below(one.length * 0.14); edits > 0; edits--) other.splice(below(other.length), below(2), words[below(words.length)] ?? '');
      const tokens = [one, other].map(text => tokensOf(text.join(between)));
      const seen = new Signatures();
      const isFound = tokens.map((text, row) => seen.offer(text, row, 0.8))[1] === true;
      const isAlike = jaccardOf(tokens[0] ?? [], tokens[1] ?? []) >= 0.8;
      alike += Number(isAlike);
      reported += Number(isFound);
      found += Number(isFound && isAlike);
    }
    assert.ok(alike > 100 && reported > 100);
    assert.ok(found >= 0.95 * alike, `${found} of ${alike} are found`);
    assert.ok(found >= 0.95 * reported, `${found} of ${reported} are right`);
  }
});

test('words are compared without case and punctuation, Chinese by characters', () => {
  assert.deepEqual(tokensOf('Hello,  WORLD! Straße 12'), ['hello', 'world', 'straße', '12']);
  assert.deepEqual(tokensOf('买iPhone手机，ＯＫ'), ['买', 'iphone', '手', '机', 'ok']);
});

test('rows of nearly the same words are found, equal rows and short ones are not', async () => {
  const text = WORDS.slice(0, 30).join(' ');
  const rows = [`1,${text}`, `2,${text.replace('word29', 'last').toUpperCase()}.`, '3,short text', '4,short text', `1,${text}`, `5,${[...WORDS].reverse().join(' ')}`];
  const found = await placesOf({ is: 'near-duplicate', columns: [1], least: 0.7 }, `id,text\n${rows.join('\n')}\n`);
  assert.deepEqual(found, [{ at: 'row', row: 1 }]);
});

test('near duplicates are found among thousands, each and no other', async () => {
  const random = seeded(11);
  const vocabulary = Array.from({ length: 3000 }, (_, i) => `w${i}`);
  const texts = Array.from({ length: 3000 }, () => Array.from({ length: 40 }, () => vocabulary[Math.floor(random() * 3000)] ?? ''));
  const copies = [3, 700, 2999].map(i => (texts[i] ?? []).map((word, k) => (k === 20 ? 'changed' : word)));
  const lines = [...texts, ...copies].map((words, i) => `${i},${words.join(' ')}`);
  const found = await placesOf({ is: 'near-duplicate', columns: [1], least: 0.7 }, `id,text\n${lines.join('\n')}\n`);
  assert.deepEqual(found, [0, 1, 2].map(i => ({ at: 'row', row: 3000 + i })));
});

test('among many texts nearly equal ones are found in English and in Chinese, also where there is little room', () => {
  for (const [size, between] of [[4000, ' '], [2500, '']] as const) {
    const words = Array.from({ length: size }, (_, i) => (between === '' ? String.fromCharCode(0x4e00 + i) : `word${i}`));
    for (const budget of [undefined, { shingles: 120_000, slots: 1 << 17 }]) {
      const random = seeded(13);
      const below = (most: number): number => Math.floor(random() * most);
      const seen = new Signatures(budget);
      const texts: (readonly string[])[] = [];
      let [alike, found, wrong] = [0, 0, 0];
      for (let row = 0; row < 2400; row++) {
        const original = texts[below(texts.length)];
        const isCopy = original !== undefined && row % 3 === 0;
        const text = isCopy ? [...original] : Array.from({ length: 20 + below(60) }, () => words[below(size)] ?? '');
        if (isCopy) for (let edits = 1 + below(text.length * 0.05); edits > 0; edits--) text.splice(below(text.length), 1, words[below(size)] ?? '');
        const tokens = tokensOf(text.join(between));
        const isFound = seen.offer(tokens, row, 0.7);
        const isAlike = isCopy && jaccardOf(tokens, tokensOf(original.join(between))) >= 0.8;
        alike += Number(isAlike);
        found += Number(isAlike && isFound);
        wrong += Number(isFound && !isCopy);
        if (!isCopy) texts.push(text);
      }
      assert.ok(alike > 200, `${alike} pairs`);
      assert.ok(found >= 0.98 * alike, `${found} of ${alike} are found`);
      assert.equal(wrong, 0);
    }
  }
});

test('of conversations, what is said is compared, whatever escapes it is written with', async () => {
  const said = '北京今天的天气晴朗，适合到公园里散步，也可以骑自行车去郊外看看秋天的红叶';
  const line = (content: string, coded: boolean): string => {
    const json = JSON.stringify({ messages: [{ role: 'user', content }, { role: 'assistant', content: '好' }] });
    return coded ? json.replace(/[^\x00-\x7f]/g, character => `\\u${character.charCodeAt(0).toString(16)}`) : json;
  };
  const lines = [line(said, false), line(said.replace('晴朗', '晴好'), true), line([...said].reverse().join(''), true)];
  const rule = allRules.find(({ id }) => id === 'near-duplicate-row');
  assert.ok(rule);
  const { findings } = await checkBytes('chat.jsonl', new TextEncoder().encode(`${lines.join('\n')}\n`), [rule], KERNELS.kernel);
  assert.deepEqual(findings.map(({ spots }) => spots.map(({ place }) => place)), [[{ at: 'row', row: 1 }]]);
});

test('the usual path is that of the paper, and a forest finds the row that was planted', () => {
  assert.equal(usualPath(2), 1);
  assert.ok(Math.abs(usualPath(256) - 10.244770920116851) < 1e-9);
  const random = seeded(5);
  const [x, noise] = [0, 1].map(() => Float64Array.from({ length: 1000 }, () => random() + random() + random()));
  assert.ok(x && noise);
  const y = x.map((value, i) => 2 * value + 0.1 * (noise[i] ?? 0));
  x[500] = 3.5;
  y[500] = -0.5;
  const forest = growForest([0, 1], [x, y]);
  assert.ok(forest);
  const scores = Array.from(x, (value, i) => scoreRow(forest, Float64Array.of(value, y[i] ?? NaN)));
  assert.ok((scores[500] ?? 0) > 0.7);
  assert.ok(scores.filter(score => score >= (scores[500] ?? 0)).length < 6);
  assert.deepEqual(growForest([0, 1], [x, y]), forest, 'the same numbers give the same forest');
  assert.equal(growForest([0], [Float64Array.of(1, 1, NaN)]), undefined);
});
