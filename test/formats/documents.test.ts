import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellsOf } from '../../server/src/core/chunk.ts';
import type { Chunk } from '../../server/src/core/chunk.ts';
import type { DocumentList } from '../../server/src/core/format.ts';
import { textOf } from '../../server/src/core/content.ts';
import documents from '../../server/src/formats/documents/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';

const encoder = new TextEncoder();
const PIECES = ['a', 'word ', '"', '""', '\n', '\r\n', '\r', '你好', '“', '😀', 'é', '\t', '{{name}}', ' '];
const documentText = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map(parts => parts.join(''));

const listOf = (texts: readonly string[]): DocumentList => ({
  files: texts.map((text, i) => ({ path: `${String(i)}.txt`, bytes: encoder.encode(text).length })),
  read: row => Promise.resolve(encoder.encode(texts[row])),
  cut: new Set(), unread: new Set(), more: false,
});

test('documents come whole and in order, whatever is in them, from any row on', async () => {
  const kernel = await createKernel();
  await fc.assert(fc.asyncProperty(fc.array(documentText, { minLength: 1, maxLength: 150 }), fc.nat(), async (texts, from) => {
    const source = { size: 0, read: () => Promise.resolve(0), documents: listOf(texts) };
    const detected = await documents.inspect?.(source, {});
    assert.ok(detected && 'reading' in detected);
    const first = from % texts.length;
    const reader = documents.reader(kernel, source, detected.reading, { offset: 0, record: first, length: Infinity });
    const read: string[] = [];
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) for (let r = 0; r < chunk.records; r++) read.push(textOfRecord(chunk, r));
    assert.deepEqual(read, texts.slice(first));
  }), { numRuns: 60 });
});

test('every part of a document stands where its file has it', async () => {
  const kernel = await createKernel();
  await fc.assert(fc.asyncProperty(fc.array(documentText.filter(text => text !== ''), { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), async (texts, row, at) => {
    const source = { size: 0, read: () => Promise.resolve(0), documents: listOf(texts) };
    const detected = await documents.inspect?.(source, {});
    assert.ok(detected && 'reading' in detected);
    const chunk = await documents.reader(kernel, source, detected.reading).next();
    assert.ok(chunk);
    const index = row % texts.length;
    const text = texts[index] ?? '';
    const characters = [...text];
    const before = characters.slice(0, at % (characters.length + 1)).join('');
    const raw = 1 + encoder.encode(before.replaceAll('"', '""')).length;
    const { start } = documents.locator(chunk, 0).part(cellsOf(chunk, index)[0], raw, raw);
    assert.deepEqual(start, positionAfter(before, text));
  }), { numRuns: 300 });
});

function textOfRecord(chunk: Chunk, record: number): string {
  const [from, to] = cellsOf(chunk, record);
  return to > from ? textOf(chunk, from) : '';
}

/** A carriage return ends its line unless a line feed follows, which then does. */
function positionAfter(before: string, text: string): { line: number; character: number } {
  const cut = before.endsWith('\r') && text[before.length] === '\n' ? before.slice(0, -1) : before;
  const lines = cut.split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: (lines.at(-1) ?? '').length + before.length - cut.length };
}
