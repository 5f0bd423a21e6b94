import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { Declared } from '../../server/src/core/format.ts';
import { allRules, formatOf, isDatasetName } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkBytes, sourceOf } from '../harness/check.ts';
import type { Cut } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';
import { cellsOf } from '../../server/src/core/chunk.ts';
import { textOf } from '../../server/src/core/content.ts';

const [kernel] = Object.values(KERNELS);
assert.ok(kernel);
const KERNEL = kernel;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLES = '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
  + '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="21"/><xf numFmtId="9"/></cellXfs></styleSheet>';

interface Parts {
  readonly sheet: string;
  readonly strings?: string;
  readonly others?: number;
  /** Rows of each of the others. */
  readonly second?: string;
  readonly properties?: string;
}

/** A workbook as Excel lays it out, its first tab being the second part. */
function workbook({ sheet, strings = '', others = 0, second = '', properties = '' }: Parts): Uint8Array {
  const tabs = Array.from({ length: others }, (_, i) => `<sheet name="other ${i}" sheetId="${i + 2}" r:id="rId${i + 10}"/>`).join('');
  const relations = Array.from({ length: others }, (_, i) => `<Relationship Id="rId${i + 10}" Target="worksheets/other${i}.xml"/>`).join('');
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="${RELATIONS}">${properties}<sheets><sheet name="Data" sheetId="1" r:id="rId1"/>${tabs}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships><Relationship Id="rId1" Target="worksheets/sheet7.xml"/>${relations}</Relationships>`),
    'xl/styles.xml': strToU8(STYLES),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    ...Object.fromEntries(Array.from({ length: others }, (_, i) => [`xl/worksheets/other${i}.xml`, strToU8(`<worksheet><sheetData>${second}</sheetData></worksheet>`)])),
    'xl/worksheets/sheet7.xml': strToU8(`<worksheet><cols><col min="1" max="2"/></cols><sheetData>${sheet}</sheetData></worksheet>`),
  });
}

const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

async function read(bytes: Uint8Array, cut: Cut = 'whole', declared: Declared = {}): Promise<{ readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const format = formatOf('book.xlsx');
  const source = sourceOf(bytes, cut);
  const inspected = await format?.inspect?.(source, declared);
  assert.ok(format && inspected && 'reading' in inspected);
  const reader = format.reader(KERNEL, source, inspected.reading);
  const rows: string[][] = [];
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    for (let record = 0; record < chunk.records; record++) {
      const [from, to] = cellsOf(chunk, record);
      const now = chunk;
      rows.push(Array.from({ length: to - from }, (_, i) => textOf(now, from + i)));
    }
  }
  return { header: inspected.reading.header, rows };
}

async function told(bytes: Uint8Array, declared: Declared = {}): Promise<readonly string[]> {
  const { findings } = await checkBytes('book.xlsx', bytes, allRules, KERNEL, 'whole', { declared });
  return findings.map(({ rule, message }) => `${rule}: ${renderMessage(message, { locale: 'en' })}`);
}

const HEADER = `<row r="1">${inline('A1', 'id')}${inline('B1', 'name')}</row>`;

describe('a sheet that is asked for', () => {
  const second = `<row r="1">${inline('A1', 'city')}</row><row r="2">${inline('A2', 'Oslo')}</row>`;
  const book = workbook({ sheet: `${HEADER}<row r="2"><c r="A2"><v>1</v></c></row>`, others: 1, second });

  test('is found by its name and by its number', async () => {
    for (const sheet of ['other 0', 2]) assert.deepEqual(await read(book, 'whole', { sheet }), { header: ['city'], rows: [['Oslo']] });
    assert.deepEqual((await read(book, 'whole', { sheet: 'Data' })).header, ['id', 'name']);
    assert.deepEqual((await read(book)).header, ['id', 'name']);
  });

  test('is spoken of where it is not there, and the others are not where it is', async () => {
    assert.match((await told(book, { sheet: 'Sheet9' })).join(), /damaged-file: The workbook has no sheet of the name or number/);
    assert.doesNotMatch((await told(book, { sheet: 2 })).join(), /unread-sheet/);
    assert.match((await told(book)).join(), /unread-sheet/);
  });
});

describe('a workbook', () => {
  test('gives texts, numbers, truth values and errors', async () => {
    const sheet = `${HEADER}<row r="2"><c r="A2"><v>1.1000000000000001</v></c><c r="B2" t="s"><v>1</v></c></row>`
      + '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#REF!</v></c></row>'
      + '<row r="4"><c r="A4" t="str"><f>A1&amp;"x"</f><v>a&lt;b</v></c><c r="B4"/></row>';
    const { header, rows } = await read(workbook({ sheet, strings: '<si><t>no</t></si><si><r><t>0</t></r><r><t xml:space="preserve">07 </t></r><rPh><t>reading</t></rPh></si>' }));
    assert.deepEqual(header, ['id', 'name']);
    assert.deepEqual(rows, [['1.1', '007 '], ['true', '#REF!'], ['a<b', '']]);
  });

  test('tells dates by their style', async () => {
    const cells = [['A', 45322, 1], ['B', 45322.5, 2], ['C', 0.25, 3], ['D', 0.5, 4], ['E', 60, 1], ['F', 61, 1], ['G', 1, 1]] as const;
    const sheet = `<row r="1">${cells.map(([at]) => inline(`${at}1`, at)).join('')}</row><row r="2">${cells.map(([at, value, style]) => `<c r="${at}2" s="${style}"><v>${value}</v></c>`).join('')}</row>`;
    assert.deepEqual((await read(workbook({ sheet }))).rows, [['2024-01-31', '2024-01-31T12:00:00', '06:00:00', '0.5', '1900-02-28', '1900-03-01', '1900-01-01']]);
    const macintosh = workbook({ sheet, properties: '<workbookPr date1904="1"/>' });
    assert.equal((await read(macintosh)).rows[0]?.[0], '2028-02-01');
  });

  test('may leave out rows, cells and references', async () => {
    const sheet = `<row r="3"><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row r="4"/><row r="5"><c r="B5"><v>2</v></c><c r="D5"><v>4</v></c></row>`;
    assert.deepEqual(await read(workbook({ sheet })), { header: ['a', 'b', '', ''], rows: [[], ['', '2', '', '4']] });
  });

  test('has columns without a name and rows without a value', async () => {
    const sheet = `${HEADER}<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>5</v></c><c r="C2"><v>7</v></c></row><row r="4"><c r="A4"><v>2</v></c></row>`;
    const words = await told(workbook({ sheet }));
    assert.ok(words.includes('blank-header: Column 3 has no name'), words.join('\n'));
    assert.ok(words.includes('blank-row: Nothing at all in 1 row of 2 (row 2)'), words.join('\n'));
  });

  test('may use prefixes', async () => {
    const sheet = '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>5</x:v></x:c></x:row>';
    assert.deepEqual(await read(workbook({ sheet })), { header: ['a'], rows: [['5']] });
  });

  test('may come in any pieces and be long', async () => {
    const sheet = HEADER + Array.from({ length: 5000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c>${inline(`B${i + 2}`, `n ${i * 7919 % 5003}`)}</row>`).join('');
    const { rows } = await read(workbook({ sheet }));
    assert.deepEqual(rows, Array.from({ length: 5000 }, (_, i) => [String(i), `n ${i * 7919 % 5003}`]));
    assert.deepEqual((await read(workbook({ sheet }), 1000)).rows, rows);
  });

  test('names sheets that are not read', async () => {
    const sheet = `${HEADER}<row r="2"><c r="A2"><v>1</v></c>${inline('B2', 'x')}</row>`;
    assert.deepEqual((await told(workbook({ sheet, others: 2 }))).filter(text => text.startsWith('unread')), [
      'unread-sheet: Only the first sheet was checked; the workbook has 2 more. Save each as a file of its own to have it checked',
    ]);
    assert.deepEqual((await told(workbook({ sheet }))).filter(text => text.startsWith('unread')), []);
  });

  test('is read as far as it goes', async () => {
    const whole = HEADER + Array.from({ length: 20 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c>${inline(`B${i + 2}`, `n ${i}`)}</row>`).join('');
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${whole.slice(0, -30)}`) });
    assert.match((await told(bytes)).join('\n'), /damaged-file: The sheet ends early or is damaged: 19 rows could be read and checked/);
  });

  test('that is cut short, has no sheet or is something else is said to', async () => {
    const bytes = workbook({ sheet: HEADER });
    assert.match((await told(bytes.subarray(0, bytes.length - 30))).join(), /^damaged-file: The file is cut short/);
    assert.match((await told(zipSync({ 'readme.txt': strToU8('no') }))).join(), /^damaged-file: The workbook has no sheet/);
    assert.match((await told(strToU8('\xd0\xcf\x11\xe0 and more', true))).join(), /^not-this-format: .*\.xls/);
    assert.match((await told(workbook({ sheet: '' }))).join(), /empty/);
  });

  test('never throws, whatever byte is wrong', async () => {
    const bytes = workbook({ sheet: `${HEADER}<row r="2"><c r="A2"><v>1</v></c></row>`, strings: '<si><t>x</t></si>' });
    for (let at = 0; at < bytes.length; at++) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      await checkBytes('book.xlsx', broken, [], KERNEL);
    }
  });

  test('is no dataset unless somebody says so', () => {
    assert.equal(isDatasetName('book.xlsx'), false);
    assert.equal(formatOf('Book.XLSX')?.id, 'xlsx');
  });
});
