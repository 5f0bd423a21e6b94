import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsIn, oneColumn, verdictOf, type Verdict } from './support.ts';

type Row = readonly [datatype: unknown, cells: readonly string[], verdict: Verdict];

async function holds(rows: readonly Row[]): Promise<void> {
  for (const [datatype, cells, verdict] of rows) {
    const findings = await findingsIn(oneColumn({ datatype }, cells));
    assert.equal(verdictOf(findings), verdict, `${JSON.stringify(datatype)} ${cells.join(' | ')} ${findings.map(({ rule }) => rule).join()}`);
  }
}

const format = (base: string, pattern: unknown): object => ({ base, format: pattern });

test('datatypes of XML Schema: what is a value and what is none', () => holds([
  ['integer', ['1', '-12', '+7', '1,234'], 'fine'], ['integer', ['1.5'], 'wrong'], ['integer', ['1e3'], 'wrong'], ['integer', ['one'], 'wrong'],
  ['decimal', ['0.1', '123,456.789', '.5'], 'fine'], ['decimal', ['12%', '3‰'], 'fine'],
  ['decimal', ['1e3'], 'wrong'], ['decimal', ['NaN'], 'wrong'], ['decimal', ['INF'], 'wrong'], ['decimal', ['-INF'], 'wrong'], ['decimal', ['foo'], 'wrong'],
  ['decimal', ['1,,234'], 'wrong'],
  ['double', ['1.5', '1E-3', 'NaN', 'INF', '-INF'], 'fine'], ['number', ['2'], 'fine'], ['float', ['2.5e1'], 'fine'],
  ['double', ['x1'], 'wrong'], ['number', ['foo'], 'wrong'], ['float', ['1.2.3'], 'wrong'],
  ['byte', ['-128', '127'], 'fine'], ['byte', ['128'], 'wrong'], ['short', ['40000'], 'wrong'], ['int', ['2147483648'], 'wrong'],
  ['unsignedLong', ['18446744073709551615'], 'fine'], ['unsignedLong', ['-1'], 'wrong'], ['unsignedLong', ['18446744073709551616'], 'wrong'],
  ['unsignedShort', ['65536'], 'wrong'], ['unsignedByte', ['256'], 'wrong'], ['positiveInteger', ['0'], 'wrong'], ['negativeInteger', ['0'], 'wrong'],
  ['nonPositiveInteger', ['1'], 'wrong'], ['nonNegativeInteger', ['-1'], 'wrong'], ['nonNegativeInteger', ['0', '5'], 'fine'],
  ['boolean', ['true', 'false', '1', '0'], 'fine'], ['boolean', ['yes'], 'wrong'], ['boolean', ['True'], 'wrong'],
  ['date', ['2015-03-22', '2015-03-22Z', ' 2015-03-22 '], 'fine'], ['date', ['2015-02-30'], 'wrong'], ['date', ['2015/03/22'], 'wrong'],
  ['dateTime', ['2015-03-22T15:02:37', '2015-03-22T15:02:37.143-05:00'], 'fine'], ['dateTime', ['2015-03-22'], 'wrong'], ['dateTimeStamp', ['2015-03-22T15:02:37'], 'wrong'],
  ['time', ['15:02:37', '24:00:00'], 'fine'], ['time', ['25:00:00'], 'wrong'], ['gYear', ['2015'], 'fine'], ['gYear', ['15'], 'wrong'],
  ['gYearMonth', ['2015-13'], 'wrong'], ['gMonthDay', ['--02-29'], 'fine'], ['gDay', ['---32'], 'wrong'], ['gMonth', ['--12'], 'fine'],
  ['duration', ['P1Y2M3DT4H5M6.7S', '-P1D', 'PT1S'], 'fine'], ['duration', ['P'], 'wrong'], ['duration', ['1D'], 'wrong'], ['duration', ['P1DT'], 'wrong'],
  ['dayTimeDuration', ['P3DT4H'], 'fine'], ['dayTimeDuration', ['P1Y'], 'wrong'], ['yearMonthDuration', ['P1Y2M'], 'fine'], ['yearMonthDuration', ['P1D'], 'wrong'],
  ['hexBinary', ['0aFF'], 'fine'], ['hexBinary', ['0aF'], 'wrong'], ['base64Binary', ['aGk='], 'fine'], ['base64Binary', ['a'], 'wrong'],
  ['anyURI', ['http://example.org/ä'], 'fine'], ['anyURI', ['two words'], 'wrong'], ['language', ['de-AT'], 'fine'], ['language', ['not a language'], 'wrong'],
  ['string', ['anything', ' '], 'fine'], ['json', ['{'], 'fine'], ['any', ['x'], 'fine'], ['Name', ['1a'], 'wrong'], ['NMTOKEN', ['1a'], 'fine'],
]));

test('number patterns: groups, digits that have to be there, and signs', () => holds([
  [format('integer', '##0'), ['5', '1234'], 'fine'], [format('integer', '##0'), ['1,234'], 'wrong'], [format('decimal', '##0'), ['123.4'], 'wrong'],
  [format('integer', '#,#00'), ['12', '1,234', '1,234,567'], 'fine'],
  [format('integer', '#,#00'), ['1'], 'wrong'], [format('integer', '#,#00'), ['1234'], 'wrong'], [format('integer', '#,#00'), ['12,34'], 'wrong'],
  [format('integer', '#,#00'), ['12,34,567'], 'wrong'],
  [format('integer', '#,##,#00'), ['12', '1,234', '12,34,567'], 'fine'], [format('integer', '#,##,#00'), ['1'], 'wrong'], [format('integer', '#,##,#00'), ['1234'], 'wrong'],
  [format('integer', '#,##,#00'), ['12,34'], 'wrong'], [format('integer', '#,##,#00'), ['1,234,567'], 'wrong'],
  [format('decimal', '#0.#'), ['1', '12.3'], 'fine'], [format('decimal', '#0.#'), ['12.34'], 'wrong'], [format('decimal', '#0.#'), ['1,234.5'], 'wrong'],
  [format('decimal', '#0.0'), ['1.2'], 'fine'], [format('decimal', '#0.0'), ['1'], 'wrong'], [format('decimal', '#0.0'), ['12.34'], 'wrong'],
  [format('decimal', '#0.0#'), ['1.2', '1.23'], 'fine'], [format('decimal', '#0.0#'), ['1'], 'wrong'], [format('decimal', '#0.0#'), ['12.345'], 'wrong'],
  [format('decimal', '#0.0#,#'), ['1.0', '12.34', '12.34,5'], 'fine'], [format('decimal', '#0.0#,#'), ['1'], 'wrong'], [format('decimal', '#0.0#,#'), ['12.345'], 'wrong'],
  [format('decimal', '#0.0#,#'), ['12.34,567'], 'wrong'],
  [format('decimal', '0.0#%'), ['12.5%'], 'fine'], [format('decimal', '0.0#%'), ['12.5'], 'wrong'], [format('decimal', '‰0'), ['‰5', '-‰5'], 'fine'],
  [format('double', '0.0E00'), ['1.5E03', '-1.5e-12'], 'fine'], [format('double', '0.0E00'), ['1.5'], 'wrong'], [format('integer', '+0'), ['+1', '-1'], 'fine'], [format('integer', '+0'), ['1'], 'wrong'],
  [format('integer', '-0'), ['-1'], 'fine'], [format('integer', '-0'), ['+1'], 'wrong'], [format('double', '0.0E+0'), ['1.5E+3'], 'fine'], [format('double', '0.0E+0'), ['1.5E3'], 'wrong'],
  [format('decimal', { decimalChar: ',', groupChar: '_' }), ['10_000,1', '1,1'], 'fine'], [format('decimal', { decimalChar: ',' }), ['1.5'], 'wrong'],
  [format('decimal', { pattern: '#_##0,0#', decimalChar: ',', groupChar: '_' }), ['10_000,1'], 'fine'],
  [format('decimal', { pattern: '0,0', decimalChar: ',', groupChar: '_' }), ['1.1'], 'wrong'],
  [format('integer', 'x0'), ['1'], 'warned'], [format('decimal', '0.#0'), ['1'], 'warned'], [format('decimal', { pattern: 'foo' }), ['1'], 'warned'],
]));

test('date and time patterns: those of the recommendation, days that exist, decimals up to what is said', () => holds([
  ...['yyyy-MM-dd:2015-03-22', 'yyyyMMdd:20150322', 'dd-MM-yyyy:22-03-2015', 'd-M-yyyy:22-3-2015', 'MM-dd-yyyy:03-22-2015', 'M-d-yyyy:3-22-2015', 'dd/MM/yyyy:22/03/2015',
    'd/M/yyyy:22/3/2015', 'MM/dd/yyyy:03/22/2015', 'M/d/yyyy:3/22/2015', 'dd.MM.yyyy:22.03.2015', 'd.M.yyyy:22.3.2015', 'MM.dd.yyyy:03.22.2015', 'M.d.yyyy:3.22.2015',
    'yyyy-MM-ddX:2015-03-22Z', 'dd.MM.yyyy XX:22.03.2015 Z'].map((pair): Row => [format('date', pair.split(':')[0]), [pair.split(':')[1] ?? ''], 'fine']),
  [format('time', 'HH:mm:ss'), ['15:02:37'], 'fine'], [format('time', 'HHmmss'), ['150237'], 'fine'], [format('time', 'HH:mm'), ['15:02'], 'fine'], [format('time', 'HHmm'), ['1502'], 'fine'],
  [format('time', 'HH:mm:ssX'), ['15:02:37-05', '15:02:37+0530', '15:02:37Z'], 'fine'], [format('time', 'HH:mm:ssX'), ['15:02:37-05:00'], 'wrong'],
  [format('time', 'HHmm XX'), ['1502 +0800', '1502 Z'], 'fine'], [format('time', 'HHmm XX'), ['1502 +08'], 'wrong'], [format('time', 'HHmm XX'), ['1502+0800'], 'wrong'],
  [format('time', `HHmm${'x'.repeat(3)}`), ['1502+08:00'], 'fine'], [format('time', `HHmm${'x'.repeat(3)}`), ['1502Z'], 'wrong'],
  [format('time', 'HH:mm:ss.SSS'), ['15:02:37', '15:02:37.1', '15:02:37.143'], 'fine'], [format('time', 'HH:mm:ss.S'), ['15:02:37.143'], 'wrong'],
  [format('dateTime', 'yyyy-MM-ddTHH:mm:ss'), ['2015-03-15T15:02:37'], 'fine'], [format('dateTime', "yyyy-MM-dd'T'HH:mm"), ['2015-03-15T15:02'], 'fine'],
  [format('dateTime', 'yyyyMMdd HHmmss'), ['20150315 150237'], 'fine'], [format('dateTime', 'd-M-yyyy HHmm X'), ['15-3-2015 1502 Z'], 'fine'],
  [format('dateTime', `yyyy-MM-dd HH:mm:ss ${'X'.repeat(3)}`), ['2015-03-15 15:02:37 +08:00'], 'fine'], [format('dateTime', 'yyyy-MM-dd HH:mm:ss.SS'), ['2015-03-15 15:02:37.123'], 'wrong'],
  [format('date', 'dd.MM.yyyy'), ['31.02.2015'], 'wrong'], [format('date', 'dd.MM.yyyy'), ['2015-02-03'], 'wrong'], [format('date', 'dd.MM.yyyy'), ['1.2.2015'], 'wrong'],
  [format('date', 'DD/MM/YYYY'), ['2015-03-22'], 'warned'], [format('date', 'dd/MMM/yyyy'), ['22/Mar/2015'], 'wrong'],
]));

test('truth values and regular expressions', () => holds([
  [format('boolean', 'Y|N'), ['Y', 'N'], 'fine'], [format('boolean', 'Y|N'), ['true'], 'wrong'], [format('boolean', 'YN'), ['true'], 'warned'], [format('boolean', 'YN'), ['Y'], 'wrong'],
  [format('string', '^[A-Z]{2}$'), ['AB'], 'fine'], [format('string', '^[A-Z]{2}$'), ['ABC'], 'wrong'], [format('string', '\\d'), ['a1b'], 'fine'], [format('string', '\\d'), ['ab'], 'wrong'],
  [format('string', 'a(b'), ['a(b'], 'warned'], [format('duration', '^P\\d+D$'), ['P3D'], 'fine'], [format('duration', '^P\\d+D$'), ['P3M'], 'wrong'],
  [format('string', '^a|b$'), ['ax', 'xb'], 'fine'], [format('token', '^(?:red|green)$'), ['blue'], 'wrong'],
]));

test('facets: lengths and bounds, in the pattern of the values or plainly', () => holds([
  [{ base: 'string', length: 2 }, ['ab', '北京'], 'fine'], [{ base: 'string', length: 2 }, ['abc'], 'wrong'], [{ base: 'string', maxLength: 2 }, ['abc'], 'wrong'],
  [{ base: 'string', minLength: 2 }, ['a'], 'wrong'], [{ base: 'hexBinary', length: 2 }, ['0aff'], 'fine'], [{ base: 'hexBinary', length: 2 }, ['0a'], 'wrong'],
  [{ base: 'base64Binary', length: 4 }, ['YWJjZA=='], 'fine'], [{ base: 'binary', maxLength: 3 }, ['YWJjZA=='], 'wrong'], [{ base: 'base64Binary', minLength: 7 }, ['YWJjZA=='], 'wrong'],
  ...['minimum', 'minInclusive'].flatMap((key): readonly Row[] => [[{ base: 'float', [key]: 10 }, ['10', '11.5'], 'fine'], [{ base: 'float', [key]: '10' }, ['9.9'], 'wrong']]),
  ...['maximum', 'maxInclusive'].flatMap((key): readonly Row[] => [[{ base: 'float', [key]: 10 }, ['10'], 'fine'], [{ base: 'float', [key]: 10 }, ['10.1'], 'wrong']]),
  [{ base: 'float', minExclusive: 10 }, ['10'], 'wrong'], [{ base: 'float', maxExclusive: 10 }, ['10'], 'wrong'], [{ base: 'float', minExclusive: 9, maxExclusive: 11 }, ['10'], 'fine'],
  [{ base: 'date', minimum: '2015-01-01', maxExclusive: '2016-01-01' }, ['2015-01-01', '2015-12-31'], 'fine'],
  [{ base: 'date', minimum: '2015-01-02' }, ['2015-01-01'], 'wrong'], [{ base: 'date', maxInclusive: '2015-01-02' }, ['2015-01-03'], 'wrong'],
  [{ base: 'date', minExclusive: '2015-01-02' }, ['2015-01-02'], 'wrong'], [{ base: 'date', maxExclusive: '2015-01-02' }, ['2015-01-02'], 'wrong'],
  [{ base: 'date', format: 'dd.MM.yyyy', minimum: '01.02.2015' }, ['31.01.2015'], 'wrong'], [{ base: 'date', format: 'dd.MM.yyyy', minimum: '2015-02-01' }, ['01.02.2015'], 'fine'],
  [{ base: 'dateTime', maximum: '2015-01-01T12:00:00Z' }, ['2015-01-01T13:00:00+02:00'], 'fine'], [{ base: 'dateTime', maximum: '2015-01-01T12:00:00Z' }, ['2015-01-01T13:00:00Z'], 'wrong'],
  [{ base: 'decimal', format: '#,##0.00', maximum: 1000 }, ['1,000.00'], 'fine'], [{ base: 'decimal', format: '#,##0.00', maximum: 1000 }, ['1,000.01'], 'wrong'],
  [{ base: 'duration', minimum: 'P1D' }, ['PT25H'], 'fine'], [{ base: 'duration', minimum: 'P1D' }, ['PT23H'], 'wrong'],
]));

test('facets that contradict the datatype or each other are errors, whatever the data', () => holds([
  [{ base: 'string', length: 2, minLength: 3 }, ['ab'], 'wrong'], [{ base: 'string', length: 4, maxLength: 3 }, ['abcd'], 'wrong'], [{ base: 'string', minLength: 4, maxLength: 3 }, ['abc'], 'wrong'],
  [{ base: 'date', length: 10 }, ['2015-01-01'], 'wrong'],
  ...['minimum', 'maximum', 'minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'].map((key): Row => [{ base: 'string', [key]: 1 }, ['1'], 'wrong']),
  [{ base: 'float', minInclusive: 1, minExclusive: 1 }, ['2'], 'wrong'], [{ base: 'float', maxInclusive: 1, maxExclusive: 1 }, ['0'], 'wrong'],
  [{ base: 'float', minInclusive: 2, maxInclusive: 1 }, [''], 'wrong'], [{ base: 'float', minInclusive: 1, maxExclusive: 1 }, [''], 'wrong'],
  [{ base: 'float', minExclusive: 2, maxExclusive: 1 }, [''], 'wrong'], [{ base: 'float', minExclusive: 1, maxInclusive: 1 }, [''], 'wrong'],
  [{ '@id': '_:x', base: 'string' }, ['a'], 'wrong'], [{ '@id': 'http://www.w3.org/2001/XMLSchema#string' }, ['a'], 'wrong'], [{ '@id': 'http://example.org/type', base: 'string' }, ['a'], 'fine'],
  [{ base: 'flaot' }, ['a'], 'warned'], ['foo', ['a'], 'warned'], ['http://example.org/type', ['a'], 'warned'], [7, ['a'], 'warned'], [{}, ['a'], 'fine'],
]));

test('lists: every item is a value, missing ones apart', async () => {
  const rows: readonly (readonly [column: object, cells: readonly string[], verdict: Verdict])[] = [
    [{ separator: ' ', datatype: 'integer' }, ['1 2 3', '', '4'], 'fine'], [{ separator: ';', datatype: 'integer' }, ['1; 2;x'], 'wrong'],
    [{ separator: ' ', datatype: { base: 'string', length: 3 } }, ['foo bar baz'], 'fine'], [{ separator: ' ', datatype: { base: 'string', minLength: 3 } }, ['foo ba'], 'wrong'],
    [{ separator: '|', datatype: { base: 'date', format: 'd.M.yyyy', minimum: '1.1.2000' } }, ['2.1.2000|3.1.2000'], 'fine'],
    [{ separator: '|', datatype: { base: 'date', format: 'd.M.yyyy', minimum: '1.1.2000' } }, ['2.1.2000|3.1.1999'], 'wrong'],
    [{ separator: ';', datatype: 'integer', null: '-' }, ['1;-;2', '-'], 'fine'], [{ separator: ';', datatype: { base: 'string', format: '^[a-z]$' } }, ['a;B'], 'wrong'],
    [{ required: true }, ['a', ''], 'wrong'], [{ required: true, null: 'NA' }, ['a', 'NA'], 'wrong'], [{ required: true, default: 'b' }, ['a', ''], 'fine'],
    [{ datatype: 'integer', null: ['NA', '?'] }, ['1', 'NA', '?'], 'fine'], [{ datatype: 'integer' }, ['1', 'NA'], 'wrong'], [{ datatype: 'integer' }, ['1', ''], 'fine'],
  ];
  for (const [column, cells, verdict] of rows) {
    assert.equal(verdictOf(await findingsIn(oneColumn(column, cells))), verdict, `${JSON.stringify(column)} ${cells.join(' | ')}`);
  }
});
