import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

/**
 * Every command in every format over data whose every value is known: no value of a column with personal evidence or a personal annotation comes out,
 * and with `privacy.quoteValues: never` no value of any column does. The data is dirty on purpose, so that rules have something to quote.
 */
const ROWS = 40;
const letters = (i: number): string => [...String(i + 100)].map(digit => 'abcdefghij'[Number(digit)]).join('');

/** Values by column. Those of the first columns are personal, by what they are or by their annotation. */
const PERSONAL: Readonly<Record<string, (i: number) => string>> = {
  mail: i => `quux.${letters(i)}@mailhost-${i % 3}.example`,
  phone: i => `+49 30 9018${20 + i}7`,
  iban: () => 'GB82WEST12345698765432',
  nickname: i => `zorbl${letters(i)}`,
  salary: i => (i === 11 ? '880011223' : String(51237 + i * 131)),
  joined: i => (i === 12 ? '2963-07-19' : `2011-0${1 + (i % 9)}-1${i % 10}`),
};
const OTHERS: Readonly<Record<string, (i: number) => string>> = {
  colour: i => ['turquoise', 'vermilion', 'Turquoise', ' vermilion'][i % 4] ?? '',
  weight: i => String(7321.5 + i * 17),
};
/** What is wrong with the data: values that rules quote. All of the personal columns. */
const ODD = ['zorbl-out-of-enum', 'quux.broken@mailhost', ' quux.spaced@mailhost-9.example ', 'zorbl\u200bhidden', '"zorbl,quoted"'];
const row = (i: number): string => [
  i === 3 ? ODD[1] : i === 4 ? ODD[2] : PERSONAL['mail']?.(i), PERSONAL['phone']?.(i), PERSONAL['iban']?.(i), i === 5 ? ODD[0] : i === 6 ? ODD[3] : i === 7 ? ODD[4] : PERSONAL['nickname']?.(i),
  PERSONAL['salary']?.(i), PERSONAL['joined']?.(i), OTHERS['colour']?.(i), i === 8 ? 'heavy-weight' : i === 9 ? '99999999' : OTHERS['weight']?.(i),
].join(',');
const HEADER = [...Object.keys(PERSONAL), ...Object.keys(OTHERS)].join(',');
const all = Array.from({ length: ROWS }, (_, i) => row(i));
const CSV = `${[HEADER, ...all, all[2], all[2], `${all[1]},surplus`].join('\n')}\n`;
const OLDER = `${[HEADER, ...all.slice(0, ROWS / 2)].join('\n')}\n`;

const valuesOf = (columns: Readonly<Record<string, (i: number) => string>>): readonly string[] => Object.values(columns).flatMap(make => Array.from({ length: ROWS }, (_, i) => make(i).trim()));
const PERSONAL_VALUES = [...new Set([...valuesOf(PERSONAL), 'zorbl-out-of-enum', 'quux.broken', 'quux.spaced', 'hidden', 'zorbl,quoted'])];
const OTHER_VALUES = [...new Set([...valuesOf(OTHERS), 'heavy-weight', '99999999'])];

const FIELDS = [
  { name: 'mail', type: 'string', format: 'email', constraints: { maxLength: 12, unique: true } }, { name: 'phone', constraints: { pattern: '[0-9]+' } }, { name: 'iban', type: 'integer' },
  { name: 'nickname', privacy: { category: 'user.name', role: 'direct-identifier' }, constraints: { enum: ['someone', 'else'] } },
  { name: 'salary', type: 'number', privacy: { category: 'user.financial', role: 'sensitive' }, constraints: { maximum: 60001 } },
  { name: 'joined', type: 'date', privacy: { category: 'user.workplace' } }, { name: 'colour', type: 'string' }, { name: 'weight', type: 'number' },
];
const DESCRIPTION = {
  name: 'seeded', privacy: { personalData: 'yes', guarantees: { kAnonymity: { k: 5, qi: ['colour'] } } },
  resources: ['people', 'older'].map(name => ({ name, path: `${name}.csv`, schema: { fields: FIELDS } })),
};

/** Each with the files it writes. */
const RUNS: readonly { readonly args: readonly string[]; readonly writes?: readonly string[] }[] = [
  ...['text', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'markdown'].map(format => ({ args: ['check', '.', '--format', format, '--heavy'] })),
  { args: ['check', '.', '--color', 'always'] }, { args: ['check', 'people.csv', '--explain-plan'] },
  { args: ['check', '.', '--lang', 'zh-cn'] },
  // Before the baseline, which knows all that could be fixed.
  { args: ['check', 'people.csv', '--fix', '--fix-unsafe', 'outer-whitespace', '--fix-unsafe', 'duplicate-row', '--dry-run'] },
  ...['text', 'json', 'html'].map(format => ({ args: ['profile', 'people.csv', '--format', format] })),
  { args: ['report', 'people.csv', '--output', 'quality.html'], writes: ['quality.html', 'quality.json'] },
  { args: ['diff', 'older.csv', 'people.csv', '--format', 'json'] }, { args: ['diff', 'older.csv', 'people.csv'] },
  { args: ['baseline', 'people.csv', '--output', 'known.json'], writes: ['known.json'] },
  { args: ['describe', 'older.csv'] },
  ...['text', 'json'].flatMap(format => [{ args: ['privacy', 'scan', '.', '--format', format] }, { args: ['privacy', 'measure', 'people.csv', '--quasi-identifier', 'colour,nickname', '--sensitive', 'weight', '--format', format] }]),
  { args: ['privacy', 'scan', '.', '--names-only'] },
  ...['markdown', 'html'].map(format => ({ args: ['privacy', 'report', '.', '--format', format] })),
  { args: ['config', 'people.csv'] },
  { args: ['init'], writes: ['lintel.config.yaml'] },
  { args: ['seal', 'people.csv'], writes: ['datapackage.json'] },
  { args: ['privacy', 'deidentify', 'people.csv', '--out', 'copy.csv'], writes: ['copy.csv.audit.json', 'copy.datapackage.json'] },
  { args: ['explain', 'duplicate-row'] },
  { args: ['privacy', 'deidentify', 'people.csv', '--dry-run'] }, { args: ['privacy', 'deidentify', 'people.csv', '--dry-run', '--format', 'json'] },
];

for (const { mode, secret } of [
  { mode: 'unless-personal', secret: PERSONAL_VALUES }, { mode: 'never', secret: [...PERSONAL_VALUES, ...OTHER_VALUES] },
] as const) {
  describe(`with quoteValues: ${mode}`, () => {
    const folder = new CliFolder();
    before(() => {
      folder.write('people.csv', CSV);
      folder.write('older.csv', OLDER);
      folder.write('datapackage.json', JSON.stringify(DESCRIPTION, null, 2));
      folder.write('lintel.config.yaml', `version: 1\nprivacy:\n  quoteValues: ${mode}\n`);
    });
    after(() => folder.remove());
    for (const { args, writes = [] } of RUNS) {
      test(`lintel ${args.join(' ')}`, () => {
        const { stdout, stderr, status } = folder.lintel(...args);
        assert.notEqual(status, null);
        assert.doesNotMatch(stderr, /there is no (?:command|option)|lintel failed/);
        const outputs = [['standard output', stdout], ['standard error', stderr], ...writes.map(file => [file, folder.read(file)])] as const;
        assert.ok(outputs.some(([, text]) => text !== ''), 'it says something');
        for (const [where, text] of outputs) assert.deepEqual(secret.filter(value => occurs(text, value)), [], where);
      });
    }

    test('nothing was left on the disk that holds one', () => {
      const kept = ['people.csv', 'older.csv', 'copy.csv'];
      for (const file of filesBelow(folder.path).filter(path => !kept.some(one => path.endsWith(one)))) {
        const text = readFileSync(file, 'utf8');
        assert.deepEqual(secret.filter(value => occurs(text, value)), [], file);
      }
    });
  });
}

/** Numbers stand alone: 17 is no value of a row that has 117 in it. */
function occurs(text: string, value: string): boolean {
  if (!/^[\d.]+$/.test(value)) return text.includes(value);
  return new RegExp(`(?<![\\d.])${value.replaceAll('.', '\\.')}(?![\\d.])`).test(text);
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap(name => (statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)]));
}
