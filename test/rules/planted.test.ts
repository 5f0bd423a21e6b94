import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { allRules } from '../../server/src/engine/registry.ts';
import { checkDataset } from '../harness/dataset.ts';
import { KERNELS } from '../harness/kernels.ts';

/** Rules about the values of one column. */
const OURS = new Set(['missing', 'values'].flatMap(family => readdirSync(`server/src/rules/${family}`)));
const rules = allRules.filter(({ id }) => OURS.has(id));
const ROWS = 400;

/** Numbers between 0 and 1 without order, the same every time. */
const noise = (i: number, salt = 1): number => (((i + 1) * 2_654_435_761 + salt * 40_503 * (i + 7)) % 2 ** 32) / 2 ** 32;
const pick = (words: readonly string[], salt = 1) => (i: number): string => words[Math.floor(noise(i, salt) * words.length)] ?? '';
const whole = (low: number, high: number, salt = 1) => (i: number): string => String(low + Math.floor(noise(i, salt) * (high - low + 1)));
const day = (from: string, days: number, salt = 1) => (i: number): string =>
  new Date(Date.parse(from) + Math.floor(noise(i, salt) * days) * 86_400_000).toISOString().slice(0, 10);

const CITIES = ['Oslo', 'Bergen', 'Trondheim', 'Stavanger', 'Kristiansand', 'New York', 'St. Louis'];
const COUNTRIES = ['United States', 'Norway', 'Germany', 'France', 'Ireland'];
const JOBS = ['teacher', 'engineer', 'nurse', 'bricklayer', 'accountant'];

/** One column of a dirty file: what is clean in it, what is planted in which row, and which rule has to find it there. */
interface Column {
  readonly name: string;
  readonly clean: (row: number) => string;
  readonly planted?: readonly (readonly [row: number, text: string, rule: string])[];
}

const FILES: Readonly<Record<string, readonly Column[]>> = {
  'slips in cities': [{ name: 'city', clean: pick(CITIES), planted: [[17, 'Begren', 'misspelt-category'], [203, 'Trondhiem', 'misspelt-category'], [399, 'Kristianand', 'misspelt-category']] }],
  'case and spaces': [{
    name: 'city', clean: pick(CITIES),
    planted: [[3, 'oslo', 'inconsistent-case'], [4, 'BERGEN', 'inconsistent-case'], [60, 'New  York', 'inconsistent-spacing'], [61, 'St Louis', 'abbreviation-variant']],
  }],
  'names of countries': [{ name: 'country', clean: pick(COUNTRIES), planted: [[9, 'USA', 'abbreviation-variant'], [10, 'U.S.', 'abbreviation-variant'], [11, 'DE', 'abbreviation-variant'], [12, 'Germny', 'misspelt-category']] }],
  'slips in Chinese': [{ name: '地区', clean: pick(['广西壮族自治区', '内蒙古自治区', '西藏自治区']), planted: [[17, '广西状族自治区', 'misspelt-category']] }],
  'words of two characters': [{ name: '学位', clean: pick(['学士', '硕士', '博士']), planted: [[21, '博土', 'misspelt-category']] }],
  'centuries in Chinese': [{ name: '日期', clean: i => `2023年${1 + i % 12}月${1 + i % 28}日`, planted: [[12, '2223年1月2日', 'suspect-date'], [13, '1900年1月1日', 'suspect-date']] }],
  'sentinels in ages': [{ name: 'age', clean: whole(18, 90), planted: [[40, '-999', 'sentinel-number'], [41, '-999', 'sentinel-number'], [390, '-999', 'sentinel-number']] }],
  'nines in measurements': [{ name: 'humidity', clean: i => `${whole(20, 60)(i)}.${i % 10}`, planted: [[5, '9999', 'sentinel-number'], [6, '9999.0', 'sentinel-number']] }],
  'two sentinels': [{ name: 'visits', clean: whole(0, 12), planted: [[5, '-99', 'sentinel-number'], [6, '-99', 'sentinel-number'], [9, '-98', 'sentinel-number'], [10, '-98', 'sentinel-number']] }],
  'no blood pressure': [{ name: 'BloodPressure', clean: whole(55, 110), planted: [[8, '0', 'sentinel-number'], [19, '0', 'sentinel-number']] }],
  'negative ages and counts': [
    { name: 'age', clean: whole(18, 90), planted: [[77, '-45', 'uncommon-sign']] },
    { name: 'item count', clean: whole(0, 30, 2), planted: [[78, '-3', 'uncommon-sign']] },
  ],
  'placeholders': [
    { name: 'job', clean: pick(JOBS), planted: [[1, 'n.a.', 'disguised-missing'], [2, 'tbd', 'disguised-missing'], [3, '???', 'disguised-missing'], [4, '   ', 'disguised-missing'], [5, 'Unknown', 'disguised-missing']] },
    { name: '备注', clean: pick(['好', '一般', '差'], 2), planted: [[6, '待定', 'disguised-missing'], [7, '不明', 'disguised-missing']] },
  ],
  'placeholders among numbers': [{ name: 'size', clean: whole(1, 200), planted: [[50, 'unknown', 'disguised-missing'], [51, 'N.A.', 'disguised-missing']] }],
  'zero dates': [{ name: 'joined', clean: day('2020-01-01', 200), planted: [[7, '0000-00-00', 'disguised-missing']] }],
  'default dates': [{ name: 'joined', clean: day('2021-03-01', 200), planted: [[7, '1970-01-01', 'suspect-date'], [70, '1900-01-01', 'suspect-date'], [71, '9999-12-31', 'suspect-date']] }],
  'centuries': [{ name: 'ordered', clean: day('2023-01-01', 150), planted: [[12, '1823-05-04', 'suspect-date'], [13, '2203-05-04', 'suspect-date']] }],
  'one digit of a year': [{ name: 'ordered', clean: day('2023-01-01', 150), planted: [[12, '1923-05-04', 'suspect-date']] }],
  'years': [{ name: 'model year', clean: whole(1995, 2024), planted: [[30, '20155', 'suspect-date'], [31, '215', 'suspect-date']] }],
  'keyboard': [{ name: 'city', clean: pick(CITIES), planted: [[30, 'asdf', 'meaningless-value'], [31, 'hhhhhhh', 'meaningless-value'], [32, '!!!', 'meaningless-value']] }],
  'grown together': [{ name: 'note', clean: i => `${pick(JOBS)(i)} ${pick(CITIES, 3)(i)} ${i}`, planted: [[200, `${'teacher Oslo 200 '.repeat(12)}`.trim(), 'length-outlier']] }],
  'outliers': [{ name: 'weight_kg', clean: whole(50, 95), planted: [[150, '750', 'outlier']] }],
  'NA in Africa': [{
    name: 'country', clean: pick(['AO', 'BW', 'ZM', 'ZW', 'ZA', 'LS', 'MZ', 'KE', 'TZ', 'RW', 'GH', 'NG']),
    planted: [[14, 'NA', 'value-read-as-missing'], [15, 'NA', 'value-read-as-missing']],
  }],
  'a lost order': [{ name: 'order', clean: i => String(i < 211 ? i + 1 : i + 2), planted: [[211, '213', 'broken-sequence']] }],
  'a lost week': [{ name: 'day', clean: i => new Date(Date.UTC(2023, 0, 1 + (i < 120 ? i : i + 7))).toISOString().slice(0, 10), planted: [[120, '2023-05-08', 'gap-in-series']] }],
  'clean': [
    { name: 'zip', clean: whole(10_000, 99_999) }, { name: 'year', clean: whole(1950, 2024) }, { name: 'price', clean: i => `${whole(1, 60)(i)}.99` },
    { name: 'first name', clean: pick(['Sara', 'Sarah', 'Anna', 'Anne', 'Jon', 'John']) }, { name: 'id', clean: i => `K-${1000 + i * 7}` }, { name: 'lat', clean: i => `59.${whole(1000, 9999)(i)}` },
    { name: 'lon', clean: i => `${noise(i, 5) < 0.01 ? '' : '-'}10.${whole(1000, 9999)(i)}` }, { name: 'date', clean: day('2019-01-01', 1500) }, { name: 'grade', clean: pick(['A', 'A-', 'A+', 'B', 'B+']) },
    { name: '性别', clean: pick(['男', '女']) }, { name: '城市', clean: pick(['浙江省杭州市', '浙江省台州市', '江苏省苏州市']) }, { name: 'temperature', clean: whole(-20, 35) },
    { name: 'comment', clean: i => `The ${pick(JOBS)(i)} came ${i} times to ${pick(CITIES, 4)(i)} and was ${pick(['glad', 'sad', 'late'], 6)(i)}.` }, { name: 'flag', clean: pick(['0', '1']) },
    { name: 'income', clean: i => String(Math.round(Math.exp(8 + 3 * noise(i, 9)))) }, { name: 'state', clean: pick(['ND', 'SD', 'NA', 'NY', 'NC', 'CA', 'IN', 'DE', 'AL', 'TX', 'OR']) },
    { name: 'direction', clean: pick(['northeast', 'northwest', 'southeast', 'southwest']) }, { name: 'delay', clean: whole(-30, 400) }, { name: 'version', clean: pick(['1.5', '15', 'v1-5', '2.0']) },
  ],
};

for (const [name, columns] of Object.entries(FILES)) {
  test(`${name}: every planted error is found in its cell, and nothing else`, async () => {
    const texts = columns.map(({ clean, planted = [] }) => Array.from({ length: ROWS }, (_, row) => planted.find(([at]) => at === row)?.[1] ?? clean(row)));
    const lines = Array.from({ length: ROWS }, (_, row) => [`r${row * 3 % 401}`, ...texts.map(column => column[row] ?? '')].join(','));
    const bytes = new TextEncoder().encode(`${['row', ...columns.map(column => column.name)].join(',')}\n${lines.join('\n')}\n`);
    const findings = await checkDataset(new Map([['data.csv', { bytes }]]), rules, KERNELS.kernel);
    const found = findings.flatMap(({ rule, spots }) => spots.map(({ place }) => ('row' in place && 'column' in place ? `${rule} at row ${place.row} of ${columns[place.column - 1]?.name}` : `${rule} at the header`)));
    const expected = columns.flatMap(({ name: column, planted = [] }) => planted.map(([row, , rule]) => `${rule} at row ${row} of ${column}`));
    assert.deepEqual([...new Set(found)].sort(), expected.sort());
  });
}
