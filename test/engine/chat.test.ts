import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChatView, LineTally } from '../../server/src/core/chat.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { CHAT_FAULTS } from '../../server/src/core/chat.ts';
import { ChatMeasure } from '../../server/src/engine/chat/measure.ts';
import { measureRecords } from '../../server/src/engine/chat/measureRecords.ts';
import { RepetitionMeter } from '../../server/src/util/chat/repetition.ts';
import { Offences } from '../../server/src/engine/chat/offences.ts';
import { allRules, formatOf } from '../../server/src/engine/registry.ts';
import { checkBytes, sourceOf } from '../harness/check.ts';

const kernel = createKernel();
const encoder = new TextEncoder();
const chatRules = allRules.filter(({ needs }) => needs.includes('chat'));

interface Turn {
  readonly role: string;
  readonly content: string;
}

const ROLES = ['system', 'user', 'assistant', 'asistant', 'Üser'];
const TEXTS = ['Hello "you"', 'Zeile\n\tzwei\\', '你好 <|im_end|> 😀', '作为一个人工智能语言模型，我', '', ' \n', '{{name}} é/', '`<|im_end|>` code', 'As an AI language model'];
const turn = fc.record({ role: fc.constantFrom(...ROLES), content: fc.constantFrom(...TEXTS) });
const conversation = fc.array(turn, { minLength: 1, maxLength: 6 });
/** How characters are written: as they are, or as codes. */
const spelling = fc.constantFrom(/[^\s\S]/g, /[^\x00-\x7f]/g, /[<>/{}\u4e00-\u9fff]/g);

/** The same text in JSON, some characters as codes; what is outside of strings is ASCII and none of them. */
const write = (turns: readonly Turn[], coded: RegExp): string => {
  const code = (text: string): string => JSON.stringify(text).replaceAll(coded, character => [...Array(character.length).keys()].map(i => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''));
  return `{"messages": [${turns.map(({ role, content }) => `{"role": ${code(role)}, "content": ${code(content)}}`).join(', ')}]}`;
};

async function check(lines: readonly string[]): Promise<{ readonly findings: readonly Finding[]; readonly chat: ChatView | undefined }> {
  const checked = await checkBytes('chat.jsonl', encoder.encode(`${lines.join('\n')}\n`), chatRules, kernel);
  return { findings: checked.findings, chat: checked.table?.chat };
}

/** What a finding marks, read as the JSON text it is. */
function marked(lines: readonly string[], { spots }: Finding): readonly string[] {
  return spots.map(({ range: { start, end } }) => {
    const text = (lines[start.line] ?? '').slice(start.character, end.character);
    try {
      const said: unknown = JSON.parse(`"${text}"`);
      return typeof said === 'string' ? said : text;
    } catch {
      return text;
    }
  });
}

test('what rules about conversations mark is what they speak of, whatever escapes it is written with', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(conversation, spelling), { minLength: 1, maxLength: 8 }), async pairs => {
    const conversations = pairs.map(([turns]) => turns);
    const lines = pairs.map(([turns, coded]) => write(turns, coded));
    const { findings, chat } = await check(lines);
    const of = (rule: string): readonly string[] => findings.filter(finding => finding.rule === rule).flatMap(finding => marked(lines, finding));
    const all = conversations.flat();
    const holding = (text: string, turns = all): number => turns.filter(({ content }) => content.includes(text)).length;
    assert.deepEqual([...of('unknown-chat-role')].sort(), all.flatMap(({ role }) => (['asistant', 'Üser'].includes(role) ? [role] : [])).sort());
    assert.deepEqual(of('control-token-in-text'), Array.from({ length: holding('😀') }, () => '<|im_end|>'));
    assert.deepEqual(of('unfilled-placeholder'), Array.from({ length: holding('{{name}}') }, () => '{{name}}'));
    const answers = all.filter(({ role }) => role !== 'user' && role !== 'system');
    assert.equal(of('assistant-self-reference').filter(text => text === '作为一个人工智能语言模型').length, holding('作为一个人工智能语言模型', answers));
    assert.equal(of('assistant-self-reference').filter(text => text === 'As an AI language model').length, holding('As an AI', answers));
    const late = conversations.flatMap(turns => turns.filter(({ role }, i) => role === 'system' && i > 0 && turns[i - 1]?.role !== 'system'));
    assert.equal(of('misplaced-system-message').length, late.length);
    const twice = conversations.flatMap(turns => turns.filter(({ role }, i) => i > 0 && (role === 'user' || role === 'assistant') && turns[i - 1]?.role === role));
    assert.deepEqual([...of('repeated-speaker')].sort(), twice.map(({ role }) => role).sort());
    assert.equal(of('unanswered-conversation').length, conversations.filter(turns => ['user', 'system'].includes(turns.at(-1)?.role ?? '')).length);
    assert.equal(of('empty-message').length, all.filter(({ role, content }) => content.trim() === '' && role !== 'system').length);
    for (const role of chat?.roles ?? []) {
      const own = all.filter(one => one.role === role.name);
      assert.equal(role.turns, own.length);
      assert.equal(role.characters, own.reduce((sum, { content }) => sum + [...content].length, 0));
      assert.equal(role.longest, Math.max(...own.map(({ content }) => [...content].length)));
    }
  }), { numRuns: 150 });
});

test('a text is found again where the escapes before it moved it', async () => {
  const lines = ['{"prompt": "a\\n\\u4f60 \\"b\\" \\ud83d\\ude00 \\u003c|im_end|>, is it?", "completion": "It is so."}'];
  const { findings } = await check(lines);
  assert.deepEqual(findings.filter(({ rule }) => rule === 'control-token-in-text').flatMap(finding => marked(lines, finding)), ['<|im_end|>']);
});

test('threads that measure stretches come to what one pass comes to, whatever is cut where', async () => {
  await fc.assert(fc.asyncProperty(fc.array(conversation, { minLength: 2, maxLength: 30 }), fc.integer({ min: 1, max: 400 }), async (conversations, bytes) => {
    const lines = conversations.map(turns => write(turns, /[^\s\S]/g));
    const text = encoder.encode(`${lines.join('\n')}\n`);
    const { chat } = await check(lines);
    assert.ok(chat);
    const measure = new ChatMeasure(chat.shape, conversations.length);
    let record = 0;
    for (const [offset, length] of stretchesOf(lines, bytes)) {
      const part = new ChatMeasure(chat.shape, conversations.length);
      const format = formatOf('chat.jsonl');
      assert.ok(format);
      const detected = format.detect(kernel, text, 'chat.jsonl', {});
      assert.ok('reading' in detected);
      const readable = { kernel, format, source: sourceOf(text), reading: { ...detected.reading, header: ['messages[]'] } };
      await measureRecords(part, readable, {}, { offset, record, length });
      record += new TextDecoder().decode(text.subarray(offset, offset + length)).split('\n').length - 1;
      measure.merge(part.tally());
    }
    const together = measure.view();
    assert.deepEqual([together.examples, together.roles, together.tokens.total], [chat.examples, chat.roles, chat.tokens.total]);
    assert.deepEqual(together.frequentLines(1).records, chat.frequentLines(1).records);
    assert.deepEqual([...together.frequentLines(1).lines].sort(byText), [...chat.frequentLines(1).lines].sort(byText));
    for (const fault of CHAT_FAULTS) assert.deepEqual([together.recordsWith(fault), together.offences(fault)], [chat.recordsWith(fault), chat.offences(fault)]);
  }), { numRuns: 60 });
});

const byText = (a: LineTally, b: LineTally): number => (a.text < b.text ? -1 : 1);

/** Runs of whole lines of at least so many bytes. */
function stretchesOf(lines: readonly string[], bytes: number): readonly (readonly [offset: number, length: number])[] {
  const found: (readonly [number, number])[] = [];
  let [offset, length] = [0, 0];
  lines.forEach((line, i) => {
    length += encoder.encode(line).length + 1;
    if (length < bytes && i < lines.length - 1) return;
    found.push([offset, length]);
    [offset, length] = [offset + length, 0];
  });
  return found;
}

test('of a fault with many details, the ones that are told do not depend on the order they were met in', () => {
  const details = Array.from({ length: 500 }, (_, i) => `{{name ${i}}}`);
  const told = (order: readonly string[]): object => {
    const offences = new Offences();
    order.forEach((detail, row) => offences.add('placeholder', detail, row, { at: 'row', row }));
    return [offences.recordsWith('placeholder'), offences.of('placeholder').map(({ detail, count, records }) => [detail, count, records]).sort()];
  };
  assert.deepEqual(told([...details].reverse()), told(details));
});

test('a text goes round in circles where it says the same, not where it is long', () => {
  const meter = new RepetitionMeter();
  const shareOf = (text: string): number => meter.share(encoder.encode(text), 0, encoder.encode(text).length);
  const words = Array.from({ length: 400 }, (_, i) => `wording${(i * 7919) % 1009}`);
  assert.equal(shareOf(words.join(' ')), 0);
  assert.ok(shareOf('over and over again it goes '.repeat(40)) > 0.9);
  assert.ok(shareOf('今天的天气很好，我们出去玩吧。'.repeat(20)) > 0.9);
  assert.equal(shareOf('short short short short'), 0);
  assert.ok(shareOf([...words.slice(0, 100), ...words.slice(0, 20)].join(' ')) < 0.25);
});
