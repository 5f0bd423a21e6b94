import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Configuration } from '../../server/src/config/configuration.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import { formatOf, ruleOf } from '../../server/src/engine/registry.ts';
import { Evaluations } from '../../server/src/engine/texts/evaluation.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { sourceOf } from '../harness/check.ts';
import { FOLDER, memoryHost, uriOf } from '../harness/memoryHost.ts';

const encoder = new TextEncoder();
const kernel = createKernel();

/** Findings of one rule about `train.jsonl`, whose lines are given, beside files for evaluation. */
async function find(id: string, lines: readonly string[], configuration: Partial<Configuration>, beside: Readonly<Record<string, string>> = {}): Promise<readonly Finding[]> {
  const rule = ruleOf(id);
  const format = formatOf('train.jsonl');
  assert.ok(rule && format);
  const host = memoryHost(new Map(Object.entries(beside).map(([file, text]) => [file, { bytes: encoder.encode(text) }])));
  const checked = await checkTable({
    uri: uriOf('train.jsonl'), format, source: sourceOf(encoder.encode(lines.map(line => `${line}\n`).join(''))), rules: [rule], kernel: await kernel,
    configuration: { rules: {}, ...configuration }, log: host.log, evaluations: { known: new Evaluations(), files: host.files },
  });
  return checked?.findings ?? [];
}

const EVALUATION = { evaluation: { folder: FOLDER.slice(0, -1), patterns: ['bench/*.jsonl'] } };
const ENGLISH = 'The quick brown fox jumps over the lazy dog while seventeen curious cats watch from the old garden wall';
const CHINESE = '一只敏捷的棕色狐狸跳过懒狗，十七只好奇的猫在旧花园的墙上看着它们跑来跑去';
const bench = (...texts: readonly string[]): Readonly<Record<string, string>> => ({ 'bench/a.jsonl': texts.map(text => `${JSON.stringify({ question: text, id: 'x' })}\n`).join('') });
const chat = (...contents: readonly string[]): string => JSON.stringify({ messages: contents.map((content, i) => ({ role: i % 2 === 0 ? 'user' : 'assistant', content })) });

describe('texts for evaluation', () => {
  test('are found whatever case, signs and lines they are written with', async () => {
    const [finding] = await find('evaluation-text-in-training', [chat('Hi', `I say: ${ENGLISH.toUpperCase().replaceAll(' ', ',\n')}!`), chat('Hi', 'there')], EVALUATION, bench('Something else', ENGLISH));
    assert.match(JSON.stringify(finding?.message), /hold texts for evaluation/);
    assert.equal(finding?.count, 1);
    assert.equal(finding.related[0]?.spot.uri, uriOf('bench/a.jsonl'));
    assert.deepEqual(finding.related[0].spot.range.start, { line: 1, character: 13 });
  });

  test('half of a text is reported from its share on, less is not', async () => {
    const words = Array.from({ length: 40 }, (_, i) => `word${String.fromCharCode(97 + i % 26)}${i}`);
    const held = (n: number): Promise<readonly Finding[]> => find('evaluation-text-in-training', [chat('Hi', `${words.slice(0, n).join(' ')} and on`), chat('a', 'b')], EVALUATION, bench(words.join(' ')));
    // 40 words have 28 runs of 13; 26 words have 14 of them.
    assert.equal((await held(26)).length, 1);
    assert.equal((await held(25)).length, 0);
  });

  test('words that many texts are asked with do not count', async () => {
    const asked = 'Read the following passage carefully and then choose the best of the four answers that are given below';
    const texts = Array.from({ length: 12 }, (_, i) => `${asked} number ${i} of this set`);
    assert.deepEqual(await find('evaluation-text-in-training', [chat(asked, 'Fine'), chat('a', 'b')], EVALUATION, bench(...texts)), []);
  });

  test('short texts must be there as a whole', async () => {
    const short = 'What is the capital city of the country France';
    assert.equal((await find('evaluation-text-in-training', [chat(short, 'Paris'), chat('a', 'b')], EVALUATION, bench(short))).length, 1);
    assert.deepEqual(await find('evaluation-text-in-training', [chat(short.slice(0, -7), 'x'), chat('a', 'b')], EVALUATION, bench(short)), []);
  });
});

/** A JSON string written with some of the escapes that JSON has for each character. */
function written(text: string, choices: readonly number[]): string {
  let at = 0;
  const units = [...text].map(character => {
    const choice = choices[at++ % Math.max(1, choices.length)] ?? 0;
    const code = [...character].length === 1 && choice % 3 === 1 ? [...Array(character.length).keys()].map(i => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('') : undefined;
    return code ?? (character === '/' && choice % 3 === 2 ? '\\/' : JSON.stringify(character).slice(1, -1));
  });
  return units.join('');
}

const around = fc.array(fc.constantFrom('so ', '，', '"', '\\', '\n', '\t', '/', '😀', '好的。', 'é', '\u0001', ' '), { maxLength: 12 }).map(parts => parts.join(''));

describe('spans under every escape of JSON', () => {
  for (const [language, phrase, list] of [['English', ENGLISH, 'lazy dog'], ['Chinese', CHINESE, '懒狗']] as const) {
    test(language, async () => {
      await fc.assert(fc.asyncProperty(around, around, fc.array(fc.nat(8), { minLength: 1, maxLength: 12 }), async (before, after, choices) => {
        const [head, body, tail] = [written(`${before} `, choices), written(phrase, choices), written(` ${after}`, choices)];
        const line = `{"messages":[{"role":"user","content":"x"},{"role":"assistant","content":"${head}${body}${tail}"}]}`;
        assert.equal(JSON.parse(line).messages[1].content, `${before} ${phrase} ${after}`);
        const from = line.indexOf('"assistant","content":"') + '"assistant","content":"'.length + head.length;
        const [shared] = await find('evaluation-text-in-training', [line, chat('a', 'b')], EVALUATION, bench(phrase));
        assert.deepEqual([shared?.spots[0]?.range.start.character, shared?.spots[0]?.range.end.character], [from, from + body.length]);
        const [listed] = await find('listed-word', [line, chat('a', 'b')], { words: [{ name: 'animals', words: [list] }] });
        const word = written(phrase.slice(0, phrase.indexOf(list)), choices).length;
        assert.equal(listed?.spots[0]?.range.start.character, from + word);
      }), { numRuns: 60 });
    });
  }
});

test('listed words are whole words in any case, and Chinese ones wherever they stand', async () => {
  const [finding] = await find('listed-word', [chat('The Classic class', 'An ASS, and 大笨蛋们'), chat('x', 'passing')], { words: [{ name: 'bad', words: ['ass', '笨蛋'] }] });
  assert.equal(finding?.count, 2);
});
