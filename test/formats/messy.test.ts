import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules } from '../../server/src/engine/registry.ts';
import { checkBytes } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';

/** Files as programs and people write them: what is said of their shape, at which line from 1, and the columns they are read with. */
const FILES: readonly { readonly name: string; readonly lines: readonly string[]; readonly columns: readonly string[]; readonly found: readonly string[] }[] = [
  {
    name: 'a bank statement',
    lines: [
      'Umsatzanzeige;"Kontonummer: 123456"', '', 'Zeitraum: 01.01.2024 - 31.01.2024', '', 'Buchungstag;Wertstellung;Verwendungszweck;Betrag;Saldo',
      '02.01.2024;02.01.2024;"Miete, Januar";-850,00;1.203,44', '03.01.2024;04.01.2024;REWE SAGT DANKE;-23,17;1.180,27',
      '05.01.2024;05.01.2024;Gehalt;2.400,00;3.580,27',
    ],
    columns: ['Buchungstag', 'Wertstellung', 'Verwendungszweck', 'Betrag', 'Saldo'],
    found: ['1 text-above-table'],
  },
  {
    name: 'government statistics in Chinese',
    lines: [
      '表1  2023年全国主要城市人口,,,', '单位：万人,,,', '城市,总人口,男,女', '北京,2189,1120,1069', '上海,2487,1269,1218', '广州,1868,990,878', '深圳,1756,950,806',
      '合计,8300,4329,3971', ',,,', '数据来源：国家统计局,,,', '注：数据为年末数,,,',
    ],
    columns: ['城市', '总人口', '男', '女'],
    found: ['1 text-above-table', '8 total-row', '10 text-below-table'],
  },
  {
    name: 'government statistics',
    lines: [
      'Table A1: Employment by region', '(thousands)', '', 'Region,2019,2020,2021', 'North,102,99,104', 'South,203,198,207', 'East,150,149,151',
      'Total,455,446,462', '', 'Source: Labour Force Survey.', '1 Revised figures.',
    ],
    columns: ['Region', '2019', '2020', '2021'],
    found: ['1 text-above-table', '8 total-row', '10 text-below-table'],
  },
  {
    name: 'one row a country, one column a year',
    lines: ['1850,1860,1870,1880', '0.01,0.02,0.02,0.03', '0,0.4,0.1,0', '0.07,0.08,0.02,0.03'],
    columns: ['1850', '1860', '1870', '1880'],
    found: [],
  },
  {
    name: 'ranks over heights',
    lines: ['"1","2","3","4","5"', '103,99,98,96,94', '78,78,74,73,73', '121,113,106,105,102'],
    columns: ['1', '2', '3', '4', '5'],
    found: [],
  },
  {
    name: 'names that would be numbers with a digit before them',
    lines: ['"treatment","E1","E2","E3"', '"Placebo",4,3,3', '"Placebo",5,0,1', '"Drug",1,0,1'],
    columns: ['treatment', 'E1', 'E2', 'E3'],
    found: [],
  },
  {
    name: 'the log of an instrument',
    lines: [
      '# Instrument: HX-7', '# Serial: 00123', 'Time\tTemp\tPress', 'h\t°C\tbar', '0.0\t21.3\t1.01', '0.5\t21.4\t1.01', '1.0\t21.6\t1.02',
      '1.5\t21.9\t1.02', '2.0\t22.1\t1.03',
    ],
    columns: ['Time', 'Temp', 'Press'],
    found: ['1 text-above-table', '4 second-header'],
  },
  {
    name: 'an export with bars around every line',
    lines: [
      '|Matnr|Werk|Bestand|', '|000123|1000|12|', '|000124|1000|7|', '|000125|2000|0|',
    ],
    columns: ['', 'Matnr', 'Werk', 'Bestand', ''],
    found: ['1 blank-header'],
  },
  {
    name: 'answers of a survey',
    lines: [
      'Timestamp,Q1. How old are you?,"Q2. What do you like', '(select all)?",Q3', '2024/01/02 10:00:00,34,"tea, coffee",fine',
      '2024/01/02 10:05:00,41,tea,"could be ""better"""', '2024/01/02 10:07:00,29,"coffee",',
    ],
    columns: ['Timestamp', 'Q1. How old are you?', 'Q2. What do you like\n(select all)?', 'Q3'],
    found: ['1 untidy-header'],
  },
  {
    name: 'decimal commas between semicolons',
    lines: [
      'id;name;price', '1;Tee, grün;2,50', '2;Kaffee, schwarz;7,90', '3;Kakao, süß;5,10',
    ],
    columns: ['id', 'name', 'price'],
    found: [],
  },
  {
    name: 'tildes',
    lines: [
      'name~age~city', 'Ole~34~Oslo', 'Kari~50~Bergen', 'Nils~41~Hamar',
    ],
    columns: ['name', 'age', 'city'],
    found: [],
  },
  {
    name: 'the export of a data warehouse',
    lines: [
      'name\x01age\x01city', 'Ole\x0134\x01Oslo', 'Kari\x0150\x01Bergen', 'Nils\x0141\x01Hamar',
    ],
    columns: ['name', 'age', 'city'],
    found: [],
  },
  {
    name: 'quotes behind backslashes',
    lines: [
      'id,text,label', '1,"He said \\"hi, you\\" to me",a', '2,"plain, text",b', '3,"C:\\\\dir\\\\",c',
    ],
    columns: ['id', 'text', 'label'],
    found: [],
  },
  {
    // As long as it is, the sample ends within a cell, and the lines of a cell have as many commas each.
    name: 'long texts of many lines in quotes',
    lines: [
      'text,label', ...Array.from({ length: 14 }, () => `"${Array.from({ length: 10 }, () => `${'word, '.repeat(8)}${'and so on '.repeat(50)}.`).join('\n')}",a`),
    ],
    columns: ['text', 'label'],
    found: [],
  },
  {
    name: 'two lines',
    lines: [
      'a,b,c', '1,x,2.5',
    ],
    columns: ['a', 'b', 'c'],
    found: [],
  },
  {
    name: 'rows that a spreadsheet left behind',
    lines: [
      'id,name,score', '1,Ann,3', '2,Bob,4', '3,Cat,5', ',,', ',,', ',,',
    ],
    columns: ['id', 'name', 'score'],
    found: ['5 blank-row'],
  },
  {
    name: 'a web page',
    lines: [
      '<html><body><table><tr><td>1</td></tr></table></body></html>',
    ],
    columns: [],
    found: ['1 not-this-format'],
  },
  {
    name: 'JSON',
    lines: [
      '[', '  {"a": 1, "b": 2},', '  {"a": 3, "b": 4}', ']',
    ],
    columns: [],
    found: ['1 not-this-format'],
  },
  {
    name: 'single spaces',
    lines: [
      'mpg cyl disp', '21.0 6 160', '22.8 4 108', '18.1 6 225',
    ],
    columns: ['mpg', 'cyl', 'disp'],
    found: [],
  },
  {
    name: 'blank lines at the top',
    lines: [
      '', '', 'id,name,age', '1,Ann,34', '2,Bob,41', '3,Cy,29',
    ],
    columns: ['id', 'name', 'age'],
    found: ['1 text-above-table'],
  },
  {
    name: 'no header',
    lines: [
      '1,2024-01-02,12.5,Oslo', '2,2024-01-03,13.5,Bergen', '3,2024-01-04,11.0,Hamar', '4,2024-01-05,10.2,Oslo',
    ],
    columns: ['column 1', 'column 2', 'column 3', 'column 4'],
    found: ['1 missing-header'],
  },
  {
    name: 'a delimiter at the end of every line',
    lines: [
      'id,name,age,', '1,Ann,34,', '2,Bob,41,', '3,Cy,29,',
    ],
    columns: ['id', 'name', 'age', ''],
    found: ['1 blank-header'],
  },
  {
    name: 'a delimiter at the end of every line but the header',
    lines: [
      'id,name,age', '1,Ann,34,', '2,Bob,41,', '3,Cy,29,',
    ],
    columns: ['id', 'name', 'age'],
    found: ['2 ragged-row'],
  },
  {
    name: 'two tables',
    lines: [
      'Region;Sales', 'North;12', 'South;9', '', 'Product;Stock;Price', 'A;1;2,5', 'B;2;3,5', 'C;4;1,5',
    ],
    columns: ['Region', 'Sales'],
    found: ['5 second-table'],
  },
  {
    name: 'times of day',
    lines: [
      'time', '12:30', '12:45', '13:10', '14:20',
    ],
    columns: ['time'],
    found: [],
  },
  {
    name: 'full-width commas',
    lines: [
      '姓名，年龄，城市', '王伟，34，北京', '李娜，41，上海', '张敏，29，广州',
    ],
    columns: ['姓名，年龄，城市'],
    found: ['1 wrong-delimiter'],
  },
];

/** Rules about how a file is written, not about what stands in it. */
const SHAPE = new Set([
  'ragged-row', 'mixed-delimiters', 'blank-row', 'stray-quote', 'unclosed-quote', 'control-character', 'mixed-line-ends', 'truncated-record', 'text-above-table',
  'text-below-table', 'total-row', 'second-table', 'second-header', 'repeated-header', 'comment-line', 'separator-line', 'wrong-delimiter', 'not-this-format',
  'missing-header', 'blank-header', 'untidy-header', 'outer-whitespace', 'excel-guard', 'mixed-types',
]);
const rules = allRules.filter(({ id }) => SHAPE.has(id));

for (const { name, lines, columns, found } of FILES) {
  test(`${name}: what a colleague would say, and the rest is read`, async () => {
    const bytes = new TextEncoder().encode(lines.map(line => `${line}\n`).join(''));
    for (const kernel of Object.values(KERNELS)) {
      const { findings, reading } = await checkBytes('data.csv', bytes, rules, kernel);
      assert.deepEqual(findings.map(({ rule, primary }) => `${primary.range.start.line + 1} ${rule}`), found);
      assert.deepEqual(reading?.header ?? [], columns);
    }
  });
}
