import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentText, type PositionEncoding, type TextChange } from '../../server/src/engine/documentText.ts';
import { Documents } from '../../server/src/engine/documents.ts';

/** The plain model: a string, and line starts found the simple way. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) starts.push(i + 1);
  }
  return starts;
}

function offsetIn(text: string, { line, character }: { line: number; character: number }, encoding: PositionEncoding): number {
  const starts = lineStarts(text);
  if (line >= starts.length) return text.length;
  const content = text.slice(starts[line], starts[line + 1]).replace(/(\r\n|\r|\n)$/, '');
  let used = 0;
  let units = 0;
  for (const char of content) {
    used += encoding === 'utf-8' ? Buffer.byteLength(char) : char.length;
    if (used > character) break;
    units += char.length;
  }
  return (starts[line] ?? 0) + units;
}

function apply(text: string, change: TextChange, encoding: PositionEncoding): string {
  if (!change.range) return change.text;
  const from = offsetIn(text, change.range.start, encoding);
  return text.slice(0, from) + change.text + text.slice(Math.max(from, offsetIn(text, change.range.end, encoding)));
}

const piece = fc.constantFrom('a', ',', '"', '\n', '\r\n', '\r', '值', 'é', '😀', 'word', '\u0000', '\ufeff');
const someText = fc.array(piece, { maxLength: 30 }).map(parts => parts.join(''));
const bulk = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 3, 20_000, 60_000))
  .map(([parts, times]) => parts.join('').repeat(times));
const position = fc.record({ line: fc.nat(40), character: fc.nat(30) });
const change = fc.record({ range: fc.record({ start: position, end: position }), text: someText });
const encoding = fc.constantFrom<PositionEncoding>('utf-16', 'utf-8');

test('edits give the text a plain string would have', () => {
  fc.assert(fc.property(someText, fc.array(change, { maxLength: 8 }), encoding, (start, changes, counted) => {
    const [text, model] = changes.reduce<[DocumentText, string]>(
      ([was, string], edit) => [was.edit(edit, counted), apply(string, edit, counted)], [DocumentText.of(start), start]);
    assert.equal(text.toString(), model);
    assert.equal(text.lines, lineStarts(model).length);
    assert.equal(text.size, Buffer.byteLength(model));
    assert.equal(text.units, model.length);
  }), { numRuns: 300 });
});

test('edits of long texts, long lines and piece borders give the text a plain string would have', () => {
  const far = fc.record({ line: fc.nat(90_000), character: fc.nat(300_000) });
  const edits = fc.array(fc.record({ range: fc.record({ start: far, end: far }), text: fc.oneof(someText, bulk) }), { maxLength: 4 });
  fc.assert(fc.property(bulk, edits, (start, changes) => {
    const [text, model] = changes.reduce<[DocumentText, string]>(
      ([was, string], edit) => [was.edit(edit), apply(string, edit, 'utf-16')], [DocumentText.of(start), start]);
    assert.ok(text.toString() === model, 'texts differ');
    assert.equal(text.lines, lineStarts(model).length);
    assert.equal(text.units, model.length);
  }), { numRuns: 20 });
});

test('offsets and positions are each other\'s inverse', () => {
  fc.assert(fc.property(fc.oneof(someText, bulk), fc.nat(), encoding, (string, seed, counted) => {
    const text = DocumentText.of(string);
    const starts = lineStarts(string);
    const line = seed % starts.length;
    for (const character of [0, 1, 5, 200_000]) {
      const offset = text.offsetAt({ line, character }, counted);
      assert.equal(offset, Buffer.byteLength(string.slice(0, offsetIn(string, { line, character }, counted))));
      assert.equal(text.offsetAt(text.positionAt(offset, counted), counted), offset);
    }
  }), { numRuns: 25 });
});

test('a snapshot does not change when its document does', async () => {
  const documents = new Documents();
  documents.opened('file:///a.csv', 'csv', 1, 'a,b\n1,2\n');
  const before = documents.get('file:///a.csv');
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
  const shifts = documents.changed('file:///a.csv', 2, [{ range, text: '7\n8' }], 'utf-16');
  assert.equal(before?.text.toString(), 'a,b\n1,2\n');
  assert.equal(documents.get('file:///a.csv')?.text.toString(), 'a,b\n7\n8,2\n');
  assert.deepEqual(shifts, [{ range, newEnd: { line: 2, character: 1 }, splice: { from: 4, to: 5, added: 3 } }]);
  const target = new Uint8Array(3);
  assert.equal(await before?.text.read(target, 4), 3);
  assert.equal(new TextDecoder().decode(target), '1,2');
});
