import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CheckRequest } from '../../server/src/engine/check.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import { cellUnder } from '../../server/src/engine/cellUnder.ts';
import { DocumentText } from '../../server/src/engine/documentText.ts';
import { TextRows } from '../../server/src/engine/textRows.ts';
import type { Readable } from '../../server/src/engine/chunkIndex.ts';
import { editsOf } from '../../server/src/engine/fixes.ts';
import { allRules, formatOf } from '../../server/src/engine/registry.ts';
import type { Scan } from '../../server/src/engine/scan.ts';
import { scanTable } from '../../server/src/engine/scan.ts';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import jsonl from '../../server/src/formats/jsonl/format.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { sourceOf } from '../harness/check.ts';
import { applyEdits } from '../harness/edits.ts';
import { KERNELS } from '../harness/kernels.ts';
import { scannerOf } from '../harness/scanners.ts';

const { kernel } = KERNELS;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The reading of a head that is shorter than the file, as it is for big ones. */
function readableOf(bytes: Uint8Array, head: number): Readable {
  const detected = jsonl.detect(kernel, bytes.subarray(0, head), 'x.jsonl', {});
  assert.ok('reading' in detected);
  return { kernel, format: jsonl, source: sourceOf(bytes), reading: detected.reading };
}

/** A scan with all columns, by as many scanners as are asked for. */
async function settledScan(first: Readable, scanners: number, block: number): Promise<{ readonly scan: Scan; readonly readable: Readable }> {
  for (let readable = first; ;) {
    const helpers = Array.from({ length: scanners }, () => scannerOf(readable));
    const scan = await scanTable(readable, { rowHashes: true, scanners: helpers, block }, {});
    assert.ok(scan);
    helpers.forEach(helper => helper.close());
    const reading = jsonl.settle?.(readable.reading, scan.columns, scan.facts) ?? readable.reading;
    if (reading === readable.reading) return { scan, readable };
    readable = { ...readable, reading };
  }
}

const line = fc.constantFrom(
  '{"a":1,"b":"x"}', '{"a":2,"b":null}', '{"b":"x","c":{"d":1}}', '{"c":{"d":2,"e":[1]}}', '{"c":null}', '{"t":null}', '{"t":["x"]}', '{"n":null}', '{"a":9007199254740993}',
  '{"a":NaN}', '{"a":1,"a":2}', '{"broken', '', '[1]', '{"a":"1"}', '{"u":"\\ud83d","v":"\\u00e9\\n"}', '{"z":{"y":{"x":"北京"}}}', '{"a.b":1}', '{}',
);
const file = fc.tuple(line, fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n')).map(([first, lines, end]) => ['{"id":0}', first, ...lines].join(end));

test('lines scanned in stretches of any size, with any head, give what one scan gives', async () => {
  await fc.assert(fc.asyncProperty(file, fc.integer({ min: 8, max: 400 }), fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 3 }), async (text, head, block, count) => {
    const bytes = encode(text);
    const alone = await settledScan(readableOf(bytes, head), 0, block);
    const together = await settledScan(readableOf(bytes, head), count, block);
    assert.deepEqual(together.readable.reading, alone.readable.reading);
    assert.deepEqual(together.scan.summarizer.export(), alone.scan.summarizer.export());
    assert.deepEqual(together.scan.facts, alone.scan.facts);
    assert.deepEqual(together.scan.duplicates, alone.scan.duplicates);
    assert.deepEqual(together.scan.headers, alone.scan.headers);
    // Whatever the head, the columns are the same; their order is that in which they were met.
    const whole = await settledScan(readableOf(bytes, bytes.length), 0, block);
    assert.deepEqual([...alone.readable.reading.header].sort(), [...whole.readable.reading.header].sort());
    [alone, together, whole].forEach(({ scan }) => scan.summarizer.dispose());
  }), { numRuns: 300 });
});

async function check(file: string, text: string, rules = allRules) {
  const format = formatOf(file);
  assert.ok(format);
  const request: CheckRequest = { uri: `file:///${file}`, format, source: sourceOf(encode(text)), rules, configuration: DEFAULT_CONFIGURATION, kernel };
  const checked = await checkTable(request);
  assert.ok(checked);
  return checked;
}

const only = (...ids: readonly string[]) => allRules.filter(({ id }) => ids.includes(id));

test('rules written for CSV speak of JSON at the key and the cell', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `{"id":${i},"user":{"mail":"some.one${i}@example.com"},"kind":"\\u0061"}`);
  const { findings } = await check('data.jsonl', `${rows.join('\n')}\n`, only('constant-column', 'unannotated-personal-data'));
  const shown = findings.map(({ rule, primary, spots }) => [rule, primary.range.start.character, primary.range.end.character, spots.length, spots[1]?.range.start.character]);
  assert.deepEqual(shown.sort(), [['constant-column', 48, 54, 1, undefined], ['unannotated-personal-data', 16, 22, 10, 24]]);
});

test('a hover finds the column of a value and of its key', async () => {
  const text = '{"a":1,"b":{"c":"x\\u00e9y"},"d":[1,2]}\n{"d":[],"a":2}\n';
  const readable = readableOf(encode(text), 1000);
  const rows = new TextRows({ ...readable, source: DocumentText.of(text) });
  const columnAt = async (part: string): Promise<string | undefined> => readable.reading.header[(await cellUnder(rows, text.indexOf(part)))?.column ?? -1];
  assert.deepEqual(await Promise.all(['1,"b', '"b"', 'x\\u', 'y"}', '[1,2]', '[]', '2}\n'].map(columnAt)), ['a', 'b.c', 'b.c', 'b.c', 'd[]', 'd[]', 'a']);
});

test('what a fix writes is JSON', async () => {
  const rows = ['{"city":"Oslo"}', '{"city":null}', '{"city":null}', '{"city":"N/A"}', '{"city":"-"}'];
  const text = `${rows.join('\n')}\n`;
  const { findings, reading } = await check('data.jsonl', text, only('mixed-null-tokens'));
  assert.ok(reading);
  const edits = findings.flatMap(({ fix }) => (fix ? editsOf(fix, reading.dialect) : []));
  assert.equal(applyEdits(text, edits), ['{"city":"Oslo"}', ...Array.from({ length: 4 }, () => '{"city":null}'), ''].join('\n'));
});

test('wrongly decoded text is found behind escapes, and in whatever order the cells lie', async () => {
  const texts = { 'data.jsonl': '{"a":"x","b":"caf\\u00c3\\u00a9"}\n', 'data.json': '{"a":["x","y"],"b":["z","cafÃ©"]}' };
  for (const [file, text] of Object.entries(texts)) {
    const { findings } = await check(file, text, only('mojibake'));
    assert.deepEqual(findings.map(({ message }) => renderMessage(message, { locale: 'en' })), ['‘b’ has 1 cell of UTF-8 that was decoded as something else, such as Ã© for é'], file);
  }
});

test('JSON documents are tables whatever way they hold their rows', async () => {
  const contents = {
    array: '[{"a":1,"b":"x"},{"a":2,"b":"y"}]', wrapped: '{"type":"x","features":[{"a":1,"b":"x"},{"a":2,"b":"y"}]}', columns: '{"a":[1,2],"b":["x","y"]}',
    indexed: '{"a":{"0":1,"1":2},"b":{"0":"x","1":"y"}}', spread: '[\n  {\n    "a": 1,\n    "b": "x"\n  },\n  {"a": 2, "b": "y"}\n]\n',
  };
  for (const [name, text] of Object.entries(contents)) {
    const { table } = await check('data.json', text);
    assert.deepEqual(table?.columns.map(column => [column.name, column.summary.cells, column.values.map(value => value.text).sort()]), [['a', 2, ['1', '2']], ['b', 2, ['x', 'y']]], name);
  }
});

test('after a broken record of a document the next one is read', async () => {
  const { table, findings } = await check('data.json', '[{"a":1},\n{"a":x},\n{"a":3} {"a":4},\n{"a":5}]', only('malformed-json'));
  assert.deepEqual(findings.map(({ primary: { range } }) => [range.start.line, range.start.character, range.end.character]), [[1, 5, 6]]);
  assert.equal(table?.records, 4);
});

test('a line of more than 8 MiB is read in part, and the next one whole', async () => {
  const text = `{"a":1}\n{"a":2,"b":"${'x'.repeat(9 * 1024 * 1024)}"}\n{"a":"three"}\n`;
  const { findings, table } = await check('data.jsonl', text, only('oversized-record', 'malformed-json', 'mixed-field-type'));
  assert.deepEqual(findings.map(({ rule, primary }) => [rule, primary.range.start.line]), [['mixed-field-type', 0], ['oversized-record', 1]]);
  assert.equal(table?.records, 3);
});

test('a document of more than 64 MiB is refused in words', async () => {
  const { findings } = await check('data.json', `[${'{"a":1},'.repeat(9 * 1024 * 1024)}{"a":1}]`, only('oversized-document'));
  assert.deepEqual(findings.map(({ message }) => renderMessage(message, { locale: 'en' })), [
    'The document has more than 64 MiB and is not checked; write one record a line and name it .jsonl: jq -c \'.[]\'',
  ]);
});
