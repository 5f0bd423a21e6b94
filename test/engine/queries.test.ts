import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { Form } from '../../server/src/core/form.ts';
import { CHARACTER_CLASSES } from '../../server/src/core/characters.ts';
import type { CharacterClass } from '../../server/src/core/characters.ts';
import type { Source } from '../../server/src/core/format.ts';
import type { Formula } from '../../server/src/core/formula.ts';
import { say } from '../../server/src/core/message.ts';
import type { CellQuery, Query, RowQuery } from '../../server/src/core/query.ts';
import { isRowQuery } from '../../server/src/core/query.ts';
import { defineRule } from '../../server/src/core/rule.ts';
import type { PresentClass } from '../../server/src/core/summary.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import { compileRows } from '../../server/src/engine/rowPredicates.ts';
import { RowHashBag } from '../../server/src/engine/rowIndex.ts';
import { keyOfNeed } from '../../server/src/engine/splits/otherTable.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { growForest, scoreRow } from '../../server/src/util/statistics/forest.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';

const kernel = createKernel();
const NULLS = ['', 'NA', 'null'];

/** Cells with the class a reader of the grammar expects. */
const CELLS: readonly (readonly [text: string, kind: PresentClass | 'missing', value: number])[] = [
  ['', 'missing', NaN], ['NA', 'missing', NaN], ['null', 'missing', NaN], ['7', 'integer', 7], ['-3', 'integer', -3], ['40', 'integer', 40], ['2.5', 'float', 2.5], ['3.50', 'float', 3.5],
  ['1e3', 'float', 1000], ['true', 'boolean', NaN], ['2024-02-29', 'date', NaN], ['2023-01-01', 'date', NaN], ['007', 'digits', NaN], ['Oslo', 'text', NaN], ['北京', 'text', NaN],
  ['a, b', 'text', NaN], ['say "x"', 'text', NaN], ['na', 'text', NaN],
  ['31.12.2024', 'text', NaN], ['31.02.2024', 'text', NaN], ['12 kg', 'text', NaN], ['1,234', 'text', NaN], ['[1, 2]', 'text', NaN],
  ['a\u00a0b', 'text', NaN], ['x\u200by', 'text', NaN], ['ＡＢ', 'text', NaN], ['\ue123', 'text', NaN], [' c', 'text', NaN], ['國', 'text', NaN], ['国家', 'text', NaN], ['⼀', 'text', NaN],
  ['a\u202eb', 'text', NaN], ['א\u200f', 'text', NaN], ['d\ne', 'text', NaN], ['ZoÃ©', 'text', NaN], ['Ã', 'text', NaN], ['a\ufffdb', 'text', NaN], ['138****5678', 'text', NaN], ['mail a@b.com now', 'text', NaN],
];
type Cell = (typeof CELLS)[number];
const cell = fc.constantFrom(...CELLS);
const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 });
const text = fc.constantFrom(...CELLS.map(([content]) => content));
const FORM_NAMES: readonly Form[] = ['number', 'date', 'json', 'impossible-date', 'date:d.m.y', 'unit:kg', 'list:2', 'strptime:%d.%m.%Y', 'separators:,.', 'mojibake', 'lost-characters', 'masked'];
const bound = fc.constantFrom(-5, 0, 2.5, 7, 100);

const query: fc.Arbitrary<CellQuery> = fc.letrec<{ readonly query: CellQuery }>(tie => ({
  query: fc.oneof({ depthSize: 'small' },
    fc.uniqueArray(fc.constantFrom<PresentClass>('integer', 'float', 'boolean', 'date', 'text', 'digits')).map((classes): CellQuery => ({ is: 'class', classes })),
    fc.uniqueArray(fc.nat({ max: 2 })).map((spellings): CellQuery => ({ is: 'missing', spellings })),
    fc.constant<CellQuery>({ is: 'missing' }),
    fc.uniqueArray(text).map((values): CellQuery => ({ is: 'in', values })),
    fc.tuple(bound, bound).map(([low, high]): CellQuery => ({ is: 'outside', low, high })),
    fc.tuple(bound, fc.constantFrom('below' as const, 'above' as const)).map(([limit, side]): CellQuery => ({ is: 'beyond', bound: limit, side })),
    fc.nat({ max: 2 }).map((over): CellQuery => ({ is: 'decimals', over })),
    fc.constantFrom(1, 2.5, 10).map((step): CellQuery => ({ is: 'off-step', step })),
    fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 6 })).map(([under, over]): CellQuery => ({ is: 'length', under, over })),
    fc.constantFrom('[a-z]+', '\\d{3}', '.京').map((source): CellQuery => ({ is: 'pattern', source })),
    fc.constantFrom(...FORM_NAMES).map((form): CellQuery => ({ is: 'form', form })),
    fc.tuple(fc.constantFrom(',', 'a', '1'), fc.constantFrom('[a-z]', '\\d+', '.*'), fc.boolean()).map(([separator, source, not]): CellQuery => (
      { is: 'item', separator, missing: ['', '2'], of: not ? { is: 'not', of: { is: 'pattern', source } } : { is: 'pattern', source } })),
    fc.constantFrom('2023-01-01', '2024-02-29T10:00', '1999-12-31').map((moment): CellQuery => ({ is: 'not-after', moment })),
    fc.constantFrom(...CHARACTER_CLASSES).map((of): CellQuery => ({ is: 'characters', of })),
    fc.constantFrom<CellQuery>({ is: 'personal', of: 'email' }, { is: 'personal', of: 'card' }),
    fc.constant<CellQuery>({ is: 'repeated' }),
    fc.constantFrom<CellQuery>({ is: 'quoted' }, { is: 'quoted', not: true }, { is: 'absent' }),
    fc.tuple(fc.constantFrom(-30, 0, 5), fc.constantFrom(0, 30, 86_400)).map(([under, over]): CellQuery => ({ is: 'step', under, over })),
    fc.constant<CellQuery>({ is: 'step', over: 0 }),
    fc.array(tie('query'), { maxLength: 3 }).map((of): CellQuery => ({ is: 'or', of })),
    fc.array(tie('query'), { maxLength: 3 }).map((of): CellQuery => ({ is: 'and', of })),
    tie('query').map((of): CellQuery => ({ is: 'not', of })),
  ),
})).query;

/** What forms mean for the cells above; the tables in test/util/lexical hold the parsers against many more texts. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'number': /^-?(?:7|3|40|2\.5|3\.50|12 kg|1,234)$/, 'date': /^(?:20.*|31\.12\.2024)$/, 'json': /^\[1, 2\]$/, 'impossible-date': /^31\.02\.2024$/, 'date:d.m.y': /^31\.12\.2024$/,
  'masked': /^138/, 'mojibake': /^ZoÃ©$/, 'lost-characters': /^a\ufffdb$/, 'unit:kg': /^12 kg$/, 'list:2': /^\[1, 2\]$/, 'strptime:%d.%m.%Y': /^31\.12\.2024$/, 'separators:,.': /^(?:-?\d+|1,234|1e3)$/,
};

/** Which cells hold characters of which class. */
const HELD: Readonly<Record<CharacterClass, readonly string[]>> = {
  'invisible': ['x\u200by'], 'bidi': ['a\u202eb'], 'no-break-space': ['a\u00a0b'], 'fullwidth': ['ＡＢ'], 'private-use': ['\ue123'], 'lookalike-ideograph': ['⼀'],
  'line-break': ['d\ne'], 'outer-space': [' c'], 'simplified': ['国家'], 'traditional': ['國'],
};

/** What a query means, cell by cell, with the cells before it. */
function holds(asked: CellQuery, [content, kind, value]: Cell, before: readonly Cell[]): boolean {
  if (asked.is === 'missing') return kind === 'missing' && (asked.spellings?.includes(NULLS.indexOf(content)) ?? true);
  if (asked.is === 'or') return asked.of.some(part => holds(part, [content, kind, value], before));
  if (asked.is === 'and') return asked.of.every(part => holds(part, [content, kind, value], before));
  if (asked.is === 'quoted') return /[",\n]/.test(content) !== (asked.not === true);
  if (asked.is === 'absent') return false;
  if (kind === 'missing') return false;
  switch (asked.is) {
    case 'class': return asked.classes.includes(kind);
    case 'in': return asked.values.includes(content);
    case 'outside': return value < asked.low || value > asked.high;
    case 'beyond': return asked.side === 'below' ? value <= asked.bound : value >= asked.bound;
    case 'decimals': return !Number.isNaN(value) && (/\.(\d*?)0*$/.exec(content)?.[1] ?? '').length > asked.over;
    case 'off-step': return !Number.isNaN(value) && value % asked.step !== 0;
    case 'length': return [...content].length < (asked.under ?? 0) || [...content].length > (asked.over ?? Infinity);
    case 'pattern': return new RegExp(`^(?:${asked.source})$`, 'u').test(content);
    case 'step': {
      const of = ([one, its, number]: Cell): number => (its === 'date' ? Date.parse(one) / 1000 : number);
      const last = [...before].reverse().find(([, its, number]) => (kind === 'date' ? its === 'date' : !Number.isNaN(number)));
      const step = last ? of([content, kind, value]) - of(last) : NaN;
      return step < (asked.under ?? -Infinity) || step > (asked.over ?? Infinity);
    }
    case 'repeated': return before.some(([other, otherKind]) => other === content && otherKind !== 'missing');
    case 'not-after': return kind === 'date' && content <= asked.moment.slice(0, 10);
    case 'occurs-in': return false;
    case 'not': return !holds(asked.of, [content, kind, value], before);
    case 'detector': return false;
    case 'personal': return content === 'mail a@b.com now' && asked.of === 'email';
    case 'characters': return HELD[asked.of].includes(content);
    case 'form': return FORMS[asked.form]?.test(content) === true;
    case 'item': {
      const [wanted, of] = asked.of.is === 'not' ? [false, asked.of.of] : [true, asked.of];
      const items = content.split(asked.separator).map(item => item.trim()).filter(item => !asked.missing.includes(item));
      return items.some(item => of.is === 'pattern' && new RegExp(`^(?:${of.source})$`, 'u').test(item) === wanted);
    }
  }
}

function rowHolds(asked: RowQuery, rows: readonly (readonly [Cell, Cell])[], index: number): boolean {
  const row = rows[index];
  if (!row) return false;
  const columns = 'columns' in asked ? asked.columns ?? [0, 1] : [0, 1];
  const equalOn = (other: readonly [Cell, Cell]): boolean => columns.every(c => other[c === 0 ? 0 : 1][0] === row[c === 0 ? 0 : 1][0]);
  const isEmpty = columns.every(c => row[c === 0 ? 0 : 1][0] === '');
  const isWhole = columns.every(c => row[c === 0 ? 0 : 1][1] !== 'missing');
  if (asked.is === 'duplicate') return !isEmpty && (isWhole || !asked.whole) && rows.slice(0, index).some(equalOn);
  if (asked.is === 'same') return row[0][1] !== 'missing' && row[0][0] === row[1][0];
  if (asked.is === 'sum') return Math.abs(row[0][2] - row[1][2]) > asked.within;
  if (asked.is === 'conflict') {
    const first = rows.slice(0, index).find(other => equalOn(other) && other[1][1] !== 'missing');
    return !isEmpty && row[1][1] !== 'missing' && first !== undefined && first[1][0] !== row[1][0];
  }
  if (asked.is === 'unmet') return !(row[0][2] <= row[1][2] * 2 + 1);
  if (asked.is !== 'compare') return false;
  const [left, right] = [row[asked.left === 0 ? 0 : 1], row[asked.right === 0 ? 0 : 1]];
  const dates = left[1] === 'date' && right[1] === 'date';
  const order = dates ? (left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0) : Math.sign(left[2] - right[2]);
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0, '=': order === 0, '!=': order !== 0 && !Number.isNaN(order) }[asked.op];
}

const quoted = (content: string): string => (/[",\n]/.test(content) ? `"${content.replaceAll('"', '""')}"` : content);

async function rowsFound(asked: Query, rows: readonly (readonly [Cell, Cell])[]): Promise<readonly number[]> {
  const bytes = new TextEncoder().encode(`a,b\n${rows.map(([left, right]) => `${quoted(left[0])},${quoted(right[0])}`).join('\n')}\n`);
  const source: Source = {
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return Promise.resolve(part.length);
    },
  };
  const rule = defineRule({
    id: 'asks', scope: 'table', summary: 'Asks', severity: 'hint', dimension: 'validity', since: 'next', needs: [], options: {},
    *check() {
      yield { place: { at: 'header', column: 0 }, cells: asked, message: say`found` };
    },
  });
  const declared = { delimiter: ',', quote: '"', header: true, nullTokens: NULLS };
  const checked = await checkTable({ uri: 'file:///x.csv', format: csv, source, declared, rules: [rule], configuration: DEFAULT_CONFIGURATION, kernel, detectors: [] });
  return (checked?.findings ?? []).flatMap(({ spots }) => spots.map(({ place }) => ('row' in place ? place.row : -1)));
}

test('every query over cells means what its oracle says', async () => {
  await fc.assert(fc.asyncProperty(table, query, async (rows, asked) => {
    const column = rows.map(([left]) => left);
    const expected = column.flatMap((each, i) => (holds(asked, each, column.slice(0, i)) ? [i] : []));
    assert.deepEqual(await rowsFound(asked, rows), expected);
  }), { numRuns: 300 });
});

test('every form means over all cells what its oracle says', async () => {
  const rows = CELLS.map(each => [each, each] as const);
  for (const form of FORM_NAMES) {
    const expected = CELLS.flatMap((each, i) => (holds({ is: 'form', form }, each, []) ? [i] : []));
    assert.deepEqual(await rowsFound({ is: 'form', form }, rows), expected, form);
    assert.ok(expected.length > 0, `no cell is of the form ${form}`);
  }
});

/** `left <= right * 2 + 1`. */
const FORMULA: Formula = {
  of: '<=', left: { of: 'field', name: 'left' },
  right: { of: '+', left: { of: '*', left: { of: 'field', name: 'right' }, right: { of: 'constant', value: 2 } }, right: { of: 'constant', value: 1 } },
};

test('every query over rows means what its oracle says', async () => {
  const rowQuery = fc.oneof(
    fc.constantFrom<RowQuery>({ is: 'duplicate' }, { is: 'duplicate', columns: [1] }, { is: 'duplicate', columns: [0, 1] }, { is: 'duplicate', columns: [0, 1], whole: true }),
    fc.constant<RowQuery>({ is: 'unmet', formula: FORMULA, fields: [{ name: 'left', column: 0 }, { name: 'right', column: 1 }] }),
    fc.constantFrom<RowQuery>({ is: 'same', left: 0, right: 1 }, { is: 'sum', parts: [0], total: 1, within: 5 }, { is: 'conflict', columns: [0], label: 1 }),
    fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const, '=' as const, '!=' as const).map((op): RowQuery => ({ is: 'compare', left: 0, op, right: 1 })),
  );
  await fc.assert(fc.asyncProperty(table, rowQuery, async (rows, asked) => {
    assert.ok(isRowQuery(asked));
    assert.deepEqual(await rowsFound(asked, rows), rows.flatMap((_, i) => (rowHolds(asked, rows, i) ? [i] : [])));
  }), { numRuns: 200 });
});

test('a digest of another column is found, in its usual spellings too', async () => {
  const digest = createHash('sha256').update('anna@example.com').digest('hex');
  const rows: readonly (readonly [Cell, Cell])[] = [
    [['anna@example.com', 'text', NaN], [digest, 'text', NaN]], [['ben@example.com', 'text', NaN], [digest, 'text', NaN]],
    [['Anna@example.com', 'text', NaN], [digest.toUpperCase(), 'text', NaN]], [['', 'missing', NaN], [digest, 'text', NaN]],
  ];
  assert.deepEqual(await rowsFound({ is: 'digest', of: 0, in: 1, algorithm: 'sha256' }, rows), [0, 2]);
  assert.deepEqual(await rowsFound({ is: 'digest', of: 0, in: 1, algorithm: 'md5' }, rows), []);
});

test('rows are found in another table, and by a forest, from what they are given', () => {
  const summarizer = kernel.summarizer({ columns: 2, nullTokens: [], size: { values: 4, buckets: 8, registerBits: 5 } });
  const tokenizer = kernel.tokenizer({ delimiter: 44, quote: 34, lineEnd: 'lf' });
  const bytes = new TextEncoder().encode('1,x\n2,y\n30,z\n');
  tokenizer.input(bytes.length).set(bytes);
  const chunk = tokenizer.advance(bytes.length, true);
  assert.ok(chunk);
  const other = new RowHashBag();
  other.add(summarizer.hashRows(chunk, [1]).slice(2, 4));
  const context = { summarizer, columns: 2, others: new Map([[keyOfNeed({ of: 'rows', table: 'test', columns: [4] }), other]]) };
  const forest = growForest([0], [Float64Array.from({ length: 100 }, (_, i) => (i === 50 ? 30 : i / 20))]);
  assert.ok(forest);
  const found = (asked: RowQuery): readonly number[] => {
    const records: number[] = [];
    compileRows(asked, context)(chunk, record => records.push(record));
    return records;
  };
  assert.deepEqual(found({ is: 'in-other', table: 'test', columns: [1], from: [4] }), [1]);
  assert.deepEqual(found({ is: 'not-in-other', table: 'test', columns: [1], from: [4] }), [0, 2]);
  const strange = scoreRow(forest, Float64Array.of(30));
  assert.deepEqual(found({ is: 'score', forest, over: (strange + scoreRow(forest, Float64Array.of(2))) / 2 }), [2]);
  tokenizer.dispose();
  summarizer.dispose();
});
