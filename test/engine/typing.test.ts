import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import type { Place } from '../../server/src/core/place.ts';
import type { StructuralFact } from '../../server/src/core/structure.ts';
import { checkData, contributionsOf } from '../../server/src/engine/dataCheck.ts';
import { Documents } from '../../server/src/engine/documents.ts';
import { DocumentText, type TextChange } from '../../server/src/engine/documentText.ts';
import { allRules, formatOf } from '../../server/src/engine/registry.ts';
import { readHeader, scanTable } from '../../server/src/engine/scan.ts';
import { FindingStore } from '../../server/src/engine/store.ts';
import type { ReadableText } from '../../server/src/engine/textRows.ts';
import { assemble } from '../../server/src/engine/typing/assemble.ts';
import { QuickCheck } from '../../server/src/engine/typing/quickCheck.ts';
import { Segments } from '../../server/src/engine/typing/segments.ts';
import { Typing } from '../../server/src/engine/typing/typing.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { comparable } from '../harness/check.ts';
import { memoryHost } from '../harness/memoryHost.ts';

const kernel = createKernel();
const HEADER = 'id,name,value\n';

const cell = fc.constantFrom('', 'a', '12', '-3.5', 'NA', 'null', '1e9', '值', '😀', 'x y', '"q"', '"a,b"', '"x\ny"', '"a ""b"" c"', '2024-01-31', 'id', '#', '\u00a0', '7', '7', '8');
const odd = fc.constantFrom('"', '"open', 'in"side', '""', '"a"b', '\u0001', '\n', ',');
const row = fc.array(fc.oneof({ weight: 12, arbitrary: cell }, { weight: 1, arbitrary: odd }), { minLength: 3, maxLength: 3 }).map(cells => cells.join(','));
const rows = fc.array(fc.oneof({ weight: 15, arbitrary: row }, { weight: 1, arbitrary: fc.constantFrom('', 'a,b', '1,2,3,4', ',,') }), { minLength: 1, maxLength: 40 });
const body = fc.tuple(rows, fc.boolean()).map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: fc.nat(120) }),
  insert: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('', 'x', '"', '\n', ',', '5', '值') }, { weight: 1, arbitrary: body }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** An edit below the header, as an editor would send it. */
function changeOf(text: DocumentText, { at, remove, insert }: Edit): TextChange {
  const from = HEADER.length + Math.floor(at * (text.size - HEADER.length));
  const start = text.positionAt(from);
  return { range: { start, end: text.positionAt(Math.min(text.size, Math.max(from, text.offsetAt(start)) + remove)) }, text: insert };
}

function tableOf(text: DocumentText): ReadableText {
  const format = formatOf('a.csv');
  assert.ok(format);
  const detected = format.detect(kernel, text.bytes(), 'a.csv', { delimiter: ',', quote: '"', header: true });
  assert.ok('reading' in detected);
  const { bodyEnd, ...reading } = detected.reading;
  return { kernel, format, source: text, reading: { ...reading, lineEnd: 0, bodyOffset: HEADER.length, header: ['id', 'name', 'value'] } };
}

test('segments tell of a text what a pass over all of it does, after any edits', async () => {
  await fc.assert(fc.asyncProperty(body, fc.array(edit, { maxLength: 8 }), fc.constantFrom(16, 60, 400), fc.boolean(), async (start, edits, size, atOnce) => {
    let readable = tableOf(DocumentText.of(HEADER + start));
    const head = await readHeader(readable);
    let segments: Segments | undefined = await Segments.of(HEADER.length, readable.source.size, size).filled(readable, {}, () => undefined);
    for (const each of edits) {
      const { text: source, splice } = readable.source.replace(changeOf(readable.source, each).range ?? assert.fail(), each.insert);
      readable = { ...readable, source };
      segments = segments?.edited(splice);
      if (atOnce) segments = await segments?.refilled(readable) ?? segments;
    }
    segments = await segments?.filled(readable, {}, () => undefined);
    assert.ok(segments?.isComplete);
    assert.equal(segments.list.reduce((sum, { length }) => sum + length, HEADER.length), readable.source.size);
    await sameAsWhole(segments, readable, head);
  }), { numRuns: 400, includeErrorInReport: true });
});

async function sameAsWhole(segments: Segments, readable: ReadableText, head: Awaited<ReturnType<typeof readHeader>>): Promise<void> {
  if (readable.source.size === HEADER.length) return;
  const scan = await scanTable(readable, { rowHashes: false, scanners: [] }, {});
  assert.ok(scan);
  const { facts, counts, locate } = assemble(segments, { ...head, met: [] }, readable.reading);
  assert.deepEqual(inOrder(facts), inOrder(scan.facts));
  assert.equal(counts.records, scan.summary.records);
  for (const [i, column] of scan.summary.columns.entries()) {
    const { numbers, distinct, values, ...counted } = column;
    const { numbers: own, ...others } = counts.column(i);
    assert.deepEqual(others, counted);
    const of = (one: typeof own): unknown => one && [one.count, one.min, one.max, one.negative, one.zero, one.mean, one.variance];
    assert.deepEqual(of(own), of(numbers));
  }
  const places = facts.map(({ place }): Place => place).filter(place => 'row' in place);
  const ranges = await scan.index.locate(readable, places);
  for (const place of places) assert.deepEqual(locate(place)?.range, ranges.get(place), JSON.stringify(place));
  scan.summarizer.dispose();
}

/** The classes of characters that a file holds are told in the order in which they are met in a chunk: a set. */
const inOrder = (facts: readonly StructuralFact[]): readonly StructuralFact[] =>
  [...facts].sort((a, b) => (a.kind === 'characters' && b.kind === 'characters' ? (a.numbers['class'] ?? 0) - (b.numbers['class'] ?? 0) : 0));

/** Rules whose findings are complete at once: they are about the document and look for no cells. */
const AT_ONCE = new Set(allRules.filter(({ scope, id }) => scope === 'document' && id !== 'mojibake').map(({ id }) => id));
const URI = 'file:///a.csv';
const configuration = { ...DEFAULT_CONFIGURATION, read: { delimiter: ',', quote: '"', header: true } };

test('while somebody types, findings about the structure are those of a whole check, at the same places; findings of other rules move', async () => {
  const { log } = memoryHost(new Map());
  const disk = memoryHost(new Map()).files;
  let compared = 0;
  await fc.assert(fc.asyncProperty(body, fc.array(edit, { minLength: 1, maxLength: 6 }), async (start, edits) => {
    const [documents, store] = [new Documents(), new FindingStore()];
    documents.opened(URI, 'csv', 1, HEADER + start);
    const check = async (): Promise<readonly Finding[]> => {
      const snapshot = await checkData(URI, { documents, disk, log, kernel: async () => kernel, findDescription: async () => undefined, configurationOf: async () => configuration }, {});
      assert.ok(snapshot && 'checked' in snapshot);
      store.replace(URI, contributionsOf(snapshot), snapshot.version);
      typing.learned(snapshot);
      if (snapshot.version === 1) await typing.rehearse(URI, {});
      reading = JSON.stringify(snapshot.checked.reading);
      return store.own(URI);
    };
    const typing = new Typing({ documents, log, kernel: async () => kernel, shown: uri => store.own(uri), found: (uri, found, of) => { told = of; store.amend(uri, found, of); } }, 0, 100);
    let [told, reading] = [0, ''];
    await typing.prepare(URI, { configuration, declared: undefined }, {});
    await check();
    let version = 1;
    for (const each of edits) {
      const before = reading;
      const text = documents.get(URI)?.text ?? assert.fail();
      const shifts = documents.changed(URI, ++version, [changeOf(text, each)], 'utf-16');
      store.shift(URI, shifts, version);
      await typing.changed(URI, shifts);
      const early = told === version ? store.get(URI) : undefined;
      await typing.prepare(URI, { configuration, declared: undefined }, {});
      const prepared = store.get(URI);
      const whole = await check();
      const about = (findings: readonly Finding[]): unknown => comparable(findings.filter(({ rule }) => AT_ONCE.has(rule)).sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      // Small documents are looked at as a whole to tell how they are read, so that an edit may change that: then the whole check has the say.
      if (reading !== before) continue;
      compared += Number(early !== undefined);
      if (early) assert.deepEqual(about(early.findings), about(whole));
      else if (prepared && told === version) assert.deepEqual(about(prepared.findings), about(whole));
    }
  }), { numRuns: 150, includeErrorInReport: true });
  assert.ok(compared > 100, `${compared} keystrokes were answered at once`);
});

test('what rules say of the present text does not depend on what they said of the texts before it', async () => {
  const { log } = memoryHost(new Map());
  const disk = memoryHost(new Map()).files;
  let judged = 0;
  await fc.assert(fc.asyncProperty(body, fc.array(edit, { minLength: 1, maxLength: 8 }), async (start, edits) => {
    const documents = new Documents();
    documents.opened(URI, 'csv', 1, HEADER + start);
    const snapshot = await checkData(URI, { documents, disk, log, kernel: async () => kernel, findDescription: async () => undefined, configurationOf: async () => configuration }, {});
    assert.ok(snapshot && 'checked' in snapshot);
    const { checked: { table }, masks } = snapshot;
    if (table?.columns.length !== 3) return;
    const around = { uri: URI, configuration, table, described: undefined, masks, log };
    const quick = new QuickCheck(around);
    let readable = tableOf(DocumentText.of(HEADER + start));
    const head = await readHeader(readable);
    let segments: Segments | undefined = Segments.of(HEADER.length, readable.source.size, 100);
    for (const each of edits) {
      const { text: source, splice } = readable.source.replace(changeOf(readable.source, each).range ?? assert.fail(), each.insert);
      readable = { ...readable, source };
      segments = await segments?.edited(splice)?.filled(readable, {}, () => undefined);
      assert.ok(segments);
      const assembled = assemble(segments, { ...head, met: [] }, readable.reading);
      const afresh = new QuickCheck(around).judge(assembled, readable.reading, []);
      assert.deepEqual(comparable(quick.judge(assembled, readable.reading, [])), comparable(afresh));
      judged += afresh.length;
    }
  }), { numRuns: 150, includeErrorInReport: true });
  assert.ok(judged > 100, `${judged} findings`);
});
