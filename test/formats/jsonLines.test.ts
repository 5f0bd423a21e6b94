import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellsOf, copyChunk } from '../../server/src/core/chunk.ts';
import { textOf } from '../../server/src/core/content.ts';
import type { Format } from '../../server/src/core/format.ts';
import type { TextRange } from '../../server/src/core/place.ts';
import type { StructuralFact } from '../../server/src/core/structure.ts';
import { JSON_FAULTS } from '../../server/src/core/structure.ts';
import json from '../../server/src/formats/json/format.ts';
import jsonl from '../../server/src/formats/jsonl/format.ts';
import type { Cut } from '../harness/check.ts';
import { sourceOf } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Cell {
  readonly column: string;
  readonly content: string;
  readonly quoted: boolean;
  /** What stands at the cell's range in the text. */
  readonly written: string;
  readonly raw: string;
}

interface Read {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What stands at the range of each record. */
  readonly records: readonly string[];
  readonly facts: readonly StructuralFact[];
}

/** Reads a text as the engine does: until all columns are known. */
async function read(text: string, { kernel = KERNELS.kernel, format = jsonl, cut = 'whole' as Cut }: { kernel?: (typeof KERNELS)['kernel'] | (typeof KERNELS)['twin']; format?: Format; cut?: Cut } = {}): Promise<Read> {
  const bytes = encode(text);
  const detected = format.detect(kernel, bytes.subarray(0, 65536), 'data.jsonl', {});
  if (!('reading' in detected)) return { header: [], rows: [], records: [], facts: [detected.unreadable] };
  const slice = slicer(text);
  for (let { reading } = detected; ;) {
    const reader = format.reader(kernel, sourceOf(bytes, cut), reading);
    const rows: Cell[][] = [];
    const records: string[] = [];
    let line = 0;
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
      const locator = format.locator(chunk, line);
      for (let r = 0; r < chunk.records; r++) {
        const [from, to] = cellsOf(chunk, r);
        records.push(slice(locator.record(r)));
        rows.push(Array.from({ length: to - from }, (_, i) => i + from).filter(i => (chunk.columns?.[i] ?? 0) < reading.header.length).map(i => ({
          column: reading.header[chunk.columns?.[i] ?? 0] ?? '', content: textOf(copyChunk(chunk), i), quoted: chunk.bytes[chunk.starts?.[i] ?? 0] === 34,
          written: slice(locator.cell(i)), raw: slice(locator.cell(i, 'raw')),
        })));
      }
      line = locator.nextLine;
    }
    const settled = format.settle?.(reading, reader.columns?.() ?? { named: [], empty: [] }, reader.facts()) ?? reading;
    const facts = reader.facts();
    reader.dispose();
    if (settled === reading) return { header: reading.header, rows, records, facts };
    reading = settled;
  }
}

/** Cuts ranges out of a text as an editor does. */
function slicer(text: string): (range: TextRange) => string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(match => match.index + match[0].length)];
  const offset = ({ line, character }: TextRange['start']): number => (starts[line] ?? text.length) + character;
  return ({ start, end }) => text.slice(offset(start), offset(end));
}

/** The cells of a record by the definition in the format's manual, from what `JSON.parse` makes of it. */
function expected(value: unknown, name = ''): readonly (readonly [column: string, value: unknown])[] {
  if (Array.isArray(value)) return [[`${name}[]`, value]];
  if (typeof value !== 'object' || value === null) return [[name, value]];
  return Object.entries(value).flatMap(([key, member]) => expected(member, name === '' ? key : `${name}.${key}`));
}

const key = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'name', '键') }, { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('x', 'é', '"', '\\', '\n', '🙂') }) });
const text = fc.string({ maxLength: 12, unit: fc.oneof(fc.constantFrom('"', '\\', '\n', '\t', '\u2028', '\u0001', 'é', '北', '🙂', ' ', '/'), fc.string({ minLength: 1, maxLength: 1 })) });
const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
const { value: anyValue } = fc.letrec<{ readonly value: unknown }>(tie => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true })),
}));
const object = fc.dictionary(key, anyValue, { maxKeys: 5, noNullPrototype: true });

/** JSON as other programs write it: with escapes where none are needed, and with white space. */
const written = fc.tuple(object, fc.boolean(), fc.constantFrom('', ' ', '\t')).map(([value, ascii, pad]) => {
  const plain = JSON.stringify(value).replace(/\u2028/g, '\u2028');
  const escaped = ascii ? plain.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : plain;
  return pad + escaped + pad;
});
const lineEnd = fc.constantFrom('\n', '\r\n');

const sortCells = (cells: readonly (readonly [string, string])[]): readonly string[] => cells.map(cell => JSON.stringify(cell)).sort();

for (const [name, kernel] of Object.entries(KERNELS)) {
  test(`${name}: cells are what JSON.parse reads, and their ranges hold what was written`, async () => {
    await fc.assert(fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 8 }), lineEnd, async (lines, end) => {
      const { rows, records, facts } = await read(lines.join(end) + end, { kernel });
      assert.deepEqual(facts.filter(({ kind }) => kind === 'malformed-json'), []);
      assert.deepEqual(records.map(record => record.trim()), lines.map(line => line.trim()));
      lines.forEach((line, i) => {
        const cells = rows[i] ?? [];
        for (const { content, written: at, raw, quoted } of cells) {
          if (quoted) assert.equal(JSON.parse(raw), content);
          if (quoted) assert.equal(`"${at}"`, raw);
          else assert.equal(raw, content);
        }
        const found = cells.map(({ column, content, quoted }) => [column, quoted ? content : JSON.stringify(JSON.parse(content))] as const);
        const wanted = expected(JSON.parse(line)).filter(([, value]) => value !== null);
        // Nulls of a path that is an array or object elsewhere have no cell, or that of the array.
        assert.deepEqual(
          sortCells(found.filter(([, content], at) => content !== 'null' || cells[at]?.quoted)),
          sortCells(wanted.map(([column, value]) => [column, typeof value === 'string' ? value : JSON.stringify(value)] as const)),
        );
      });
    }), { numRuns: name === 'twin' ? 60 : 400 });
  });
}

test('bytes may come in any parts', async () => {
  const lines = '\ufeff{"a":"x\\n\\u00e9","b":{"c":1}}\r\n\r\n{"a":1,]\n{"b":{"c":null,"d":[1,{"e":2}]},"a":"🙂"}\n[1]\n{"z":9007199254740993}';
  const whole = await read(lines);
  for (const cut of ['bytes', ...Array.from({ length: encode(lines).length }, (_, i) => i + 1)] as const) assert.deepEqual(await read(lines, { cut }), whole);
});

/** Where each broken text is broken, and what is said: the character is marked by the two arrows. */
const BROKEN: readonly (readonly [fault: (typeof JSON_FAULTS)[number], text: string])[] = [
  ['trailing-comma', '{"a":1→,←}'], ['trailing-comma', '{"a":[1→,←]}'], ['trailing-comma', '{"a":{"b":1→,← }}'], ['comma-after-record', '{"a":1}→,←'],
  ['missing-comma', '{"a":1 →"←b":2}'], ['missing-comma', '{"a":[1 →2←]}'], ['missing-colon', '{"a" →1←}'], ['bare-key', '{→abc←:1}'], ['single-quote', '{→\'←a\':1}'],
  ['single-quote', '{"a":→\'←x\'}'], ['bad-word', '{"a":→None←}'], ['bad-word', '{"a":→True←}'], ['bad-word', '{"a":→undefined←}'], ['bad-number', '{"a":→01←}'],
  ['bad-number', '{"a":→1.←}'], ['bad-number', '{"a":→.5←}'], ['bad-number', '{"a":→+1←}'], ['bad-number', '{"a":→-←}'], ['bad-number', '{"a":→0x1F←}'], ['bad-number', '{"a":→12abc←}'],
  ['bad-number', '{"a":→1e←}'], ['unclosed-string', '{"a":→"←abc}'], ['unclosed', '{"a":1→,←'], ['unclosed', '{"a":[1→,←'], ['unclosed', '{"a":→1←'], ['unclosed', '→{←'],
  ['control-character', '{"a":"x→\t←y"}'], ['bad-escape', '{"a":"→\\x←41"}'], ['bad-escape', '{"a":"→\\u←12"}'], ['second-value', '{"a":1}→{←"a":2}'], ['unexpected', '{"a":1}→]←'],
  ['mismatched', '{"a":[1→}←'], ['mismatched', '{"a":1→]←'], ['comment', '{"a":1} →//← x'], ['comment', '{→/*← x */"a":1}'], ['byte-order-mark', '→\ufeff←{"a":1}'], ['unexpected', '{"a":→,←"b":1}'],
  ['bad-word', '→hello← world'],
];

for (const [fault, marked] of BROKEN) {
  test(`${fault} in ${JSON.stringify(marked)}`, async () => {
    const line = marked.replace(/[→←]/g, '');
    const { facts, rows } = await read(`{"a":0}\n${line}\n{"a":3}\n`);
    const found = facts.filter(({ kind }) => kind === 'malformed-json');
    assert.deepEqual(found.map(({ numbers }) => JSON_FAULTS[numbers['code'] ?? -1]), [fault]);
    const [from, to] = [encode(marked.slice(0, marked.indexOf('→'))).length, encode(marked.slice(0, marked.indexOf('←')).replace('→', '')).length];
    assert.deepEqual(found.map(({ place }) => place), [{ at: 'text', row: 1, start: from, end: to }]);
    assert.deepEqual([rows[0]?.[0]?.content, rows[2]?.[0]?.content, rows.length], ['0', '3', 3]);
  });
}

const fragment = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '"b":', '1', '-', '0.5', 'null', 'NaN', '\\', '\\u', '\\ud83d', ' ', '\n', '\r\n', '\r', '//', '\'', '北', '\u0000', '{"a":1}\n', '{"a":"x"}\n', '\ufeff');

test('whatever the text, every line is a record or none, and JSON.parse agrees on which are broken', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fragment, { maxLength: 60 }), async parts => {
    const lines = `{"k":0}\n${parts.join('').replaceAll('\r\n', '\n')}`.replace(/^\ufeff+/, '');
    const { records, facts, rows } = await read(lines);
    const split = lines.endsWith('\n') ? lines.slice(0, -1).split('\n') : lines.split('\n');
    if (lines.includes('\r')) return;
    assert.equal(records.length, split.length);
    const broken = new Set(facts.flatMap(({ kind, place }) => (kind === 'malformed-json' && 'row' in place ? [place.row] : [])));
    const python = /NaN/;
    split.forEach((line, row) => {
      if (python.test(line)) return;
      const blank = /^[ \t\r]*$/.test(line);
      assert.equal(broken.has(row), !blank && !parses(line), JSON.stringify(line));
      assert.equal((rows[row] ?? []).length > 0 || blank || broken.has(row) || /^\s*\{[\s}]*|null/.test(line), true, line);
    });
  }), { numRuns: 1500 });
});

test('whatever the document, nothing is thrown', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fragment, { maxLength: 60 }), fc.constantFrom(json, jsonl), async (parts, format) => {
    await read(parts.join(''), { format });
  }), { numRuns: 600 });
});

const DOCUMENTS: readonly (readonly [fault: (typeof JSON_FAULTS)[number], text: string, row: number])[] = [
  ['unclosed', '[{"a":1},{"a":2}', 1], ['unclosed', '[{"a":1},{"a":2},', 1], ['unclosed', '{"data":[{"a":1},{"a":2}]', 1], ['unclosed', '{"data":[{"a":1},{"a":2}], "x":', 1],
  ['unclosed', '{"a":[1,2],"b":[3,4]', 1], ['missing-comma', '[{"a":1} {"a":2}]', 1], ['trailing-comma', '[{"a":1},{"a":2},]', 1], ['trailing-comma', '{"a":[1,2],"b":[3,4],}', 1],
  ['unexpected', '[{"a":1},{"a":2}]]', 1], ['unexpected', '[{"a":1},{"a":2}] x', 1], ['values-in-a-row', '{"a":1}\n{"a":2}\n', 1], ['values-in-a-row', '[{"a":1},{"a":2}][{"a":3}]', 1],
];

for (const [fault, text, row] of DOCUMENTS) {
  test(`${fault} between or around the records of ${JSON.stringify(text)}`, async () => {
    const { facts, rows } = await read(text, { format: json });
    const found = facts.filter(({ kind }) => kind === 'malformed-json');
    assert.deepEqual(found.map(({ numbers, place }) => [JSON_FAULTS[numbers['code'] ?? -1], 'row' in place ? place.row : -1]), [[fault, row]]);
    assert.equal(rows.length, 2);
  });
}

test('a document of which nothing is said is one that JSON.parse takes', async () => {
  const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('{"a":1}', '{"a":"x"}', ',', '[', ']') }, { weight: 1, arbitrary: fragment });
  await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 12 }), async parts => {
    const document = `[{"k":0}${parts.join('')}`;
    if (/NaN/.test(document)) return;
    const { facts } = await read(document, { format: json });
    assert.equal(facts.some(({ kind }) => kind === 'malformed-json'), !parses(document), document);
  }), { numRuns: 2000 });
});

function parses(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
