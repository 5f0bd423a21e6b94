import type { Refusal, Sink } from '../../core/host.ts';
import { count, number, say, type Message } from '../../core/message.ts';
import type { Change, CodedTexts } from '../../core/transform.ts';
import { anonymise, type Anonymised } from '../../privacy/anonymise/anonymise.ts';
import type { Demand } from '../../privacy/anonymise/demand.ts';
import type { Sensitive } from '../../privacy/measures/groups.ts';
import { plainNumber } from '../../util/plainNumber.ts';
import type { Readable } from '../chunkIndex.ts';
import type { Control } from '../pass.ts';
import { collect, type Wanted } from './collect.ts';
import { CsvRecords } from './csvRecords.ts';
import { JsonRecords } from './jsonRecords.ts';
import { OtherRecords } from './otherRecords.ts';
import { Output } from './output.ts';
import type { KAnonymityPlan } from './plan.ts';
import type { Prepared, PreparedColumn } from './prepare.ts';
import type { Records, Rewrite, Treatment } from './records.ts';
import { rowTest } from './rowRules.ts';
import { Tally, type Tallies } from './tally.ts';

/** What was done, in numbers. */
export interface Run {
  readonly rows: { readonly read: number; readonly written: number; readonly leftOutByRule: number; readonly leftOutByClass: number; readonly unfit: number };
  /** By column; `undefined` for those that were left out or left as they are. */
  readonly columns: readonly (Tallies | undefined)[];
  readonly anonymised: Anonymised | undefined;
}

/** How the copy of a file is written. */
export type CopyForm = 'csv' | 'jsonl';

/** What a file of this kind is copied as: text as it is, everything else as CSV. */
export const copyFormOf = ({ format, reading }: Pick<Readable, 'format' | 'reading'>): CopyForm =>
  (format.id === 'jsonl' && (reading.container ?? 'lines') === 'lines' ? 'jsonl' : 'csv');

export function recordsOf(readable: Readable): Records {
  if (readable.format.id === 'csv') return new CsvRecords(readable);
  return copyFormOf(readable) === 'jsonl' ? new JsonRecords(readable) : new OtherRecords(readable);
}

/**
 * Does what a plan says in two passes at most: columns that have to be seen whole are collected, then everything is written as it is read. Memory: the collected
 * columns as codes, and what transforms remember.
 */
export async function runPlan(readable: Readable, prepared: Prepared, sink: Sink, control: Control): Promise<Run | Refusal | Message | undefined> {
  const records = recordsOf(readable);
  const isLeftOut = rowTest(prepared.plan.leaveOut, column => prepared.columns.findIndex(one => one.column.name === column));
  const wanted = wantedOf(prepared);
  const collection = wanted.length > 0 ? await collect(records, wanted, cells => !isLeftOut(cells), control) : { columns: [], rows: 0 };
  if (!collection) return undefined;
  const coded = new Map(wanted.map(({ column }, i) => [column, collection.columns[i] ?? NOTHING]));
  const anonymised = prepared.plan.kAnonymity && generalise(prepared.plan.kAnonymity, prepared, coded, collection.rows);
  if (anonymised && 'template' in anonymised) return anonymised;
  const tallies = prepared.columns.map(one => new Tally(one, anonymised !== undefined && isQuasi(one, prepared)));
  const treatments = prepared.columns.map((one, i) => treatmentOf(one, i, prepared, coded, anonymised, tallies[i]));
  return writeAll(records, treatments, { isLeftOut, anonymised, tallies }, new Output(sink, encodingOf(readable)), control);
}

const NOTHING: CodedTexts = { codes: new Uint32Array(), texts: [] };

/** What is no delimited text is written as UTF-8. */
const encodingOf = ({ format, reading }: Readable): string => (format.id === 'csv' || format.id === 'jsonl' ? reading.encoding : 'utf-8');

interface Writing {
  readonly isLeftOut: ReturnType<typeof rowTest>;
  readonly anonymised: Anonymised | undefined;
  readonly tallies: readonly Tally[];
}

async function writeAll(
  records: Records, treatments: readonly Treatment[], { isLeftOut, anonymised, tallies }: Writing, output: Output, control: Control,
): Promise<Run | Refusal | Message | undefined> {
  const counts = { read: 0, written: 0, leftOutByRule: 0, leftOutByClass: 0 };
  let taken = 0;
  const written = await records.write(treatments, cells => {
    counts.read++;
    if (isLeftOut(cells)) {
      counts.leftOutByRule++;
      return -1;
    }
    const row = taken++;
    if (anonymised?.isLeftOut(row)) {
      counts.leftOutByClass++;
      return -1;
    }
    counts.written++;
    return row;
  }, output, control);
  if (written === 'cancelled') return undefined;
  if (typeof written === 'object') return written;
  // Then it is the header that does not fit, and nobody knows which column is which.
  if (records.unfit > counts.read) return say`${count(records.unfit, 'row')} of ${number(records.unfit + counts.read)} do not have as many cells as the header`;
  return { rows: { ...counts, unfit: records.unfit }, columns: tallies.map(tally => tally.result()), anonymised };
}

const isQuasi = ({ column }: PreparedColumn, { plan }: Prepared): boolean => plan.kAnonymity?.quasiIdentifiers.includes(column.name) === true;

/** Columns that must be seen whole before anything is written. */
function wantedOf({ plan: { kAnonymity }, columns }: Prepared): readonly Wanted[] {
  const { quasiIdentifiers = [], unit, lDiversity = [], tCloseness = [] } = kAnonymity ?? {};
  const named = new Set([...quasiIdentifiers, ...(unit === undefined ? [] : [unit]), ...[...lDiversity, ...tCloseness].map(({ sensitive }) => sensitive)]);
  return columns.flatMap(({ column, change }, index): readonly Wanted[] => {
    if (change?.per === 'column') return [{ column: index }];
    if (!named.has(column.name)) return [];
    return [{ column: index, change: quasiIdentifiers.includes(column.name) && change?.per === 'cell' ? text => change.change(text) : undefined }];
  });
}

function generalise(plan: KAnonymityPlan, { columns }: Prepared, coded: ReadonlyMap<number, CodedTexts>, rows: number): Anonymised | Message {
  const of = (name: string): CodedTexts => coded.get(columns.findIndex(({ column }) => column.name === name)) ?? NOTHING;
  const quasi = plan.quasiIdentifiers.map(name => ({ name, ...of(name), levels: columns.find(({ column }) => column.name === name)?.levels }));
  const demand: Demand = {
    algorithm: plan.algorithm, k: plan.k, suppression: plan.suppression, unit: plan.unit === undefined ? undefined : of(plan.unit).codes,
    diversity: plan.lDiversity.map(({ sensitive, kind, l, c }) => ({ sensitive: inOrder(of(sensitive)), kind, l, c })),
    closeness: plan.tCloseness.map(({ sensitive, distance, t }) => ({ sensitive: inOrder(of(sensitive)), distance, t })),
  };
  return anonymise(quasi, rows, demand);
}

/** Codes that ascend with the values, where those are numbers. */
function inOrder({ codes, texts }: CodedTexts): Sensitive {
  const numbers = texts.map(plainNumber);
  if (numbers.some(one => one === undefined)) return { codes, values: texts.length };
  const order = [...new Set(numbers)].sort((a, b) => (a ?? 0) - (b ?? 0));
  const ranks = new Map(order.map((number, i) => [number, i + 1]));
  const ofCode = Uint32Array.from([0, ...numbers.map(number => ranks.get(number) ?? 0)]);
  return { codes: codes.map(code => ofCode[code] ?? 0), values: order.length };
}

function treatmentOf(
  one: PreparedColumn, index: number, prepared: Prepared, coded: ReadonlyMap<number, CodedTexts>, anonymised: Anonymised | undefined, tally: Tally | undefined,
): Treatment {
  const { change } = one;
  if (change?.per === 'table') return 'drop';
  const place = prepared.plan.kAnonymity?.quasiIdentifiers.indexOf(one.column.name) ?? -1;
  const rewrite = anonymised && place >= 0 ? (_: string | undefined, row: number) => anonymised.text(place, row) : change && rewriteOf(change, coded.get(index) ?? NOTHING);
  if (!rewrite || !tally) return undefined;
  return (text, row) => tally.note(text, rewrite(text, row));
}

/** Texts whose result is kept, of techniques that give equal texts equal results. */
const REMEMBERED = 50_000;

function rewriteOf(change: Exclude<Change, { readonly per: 'table' }>, coded: CodedTexts): Rewrite {
  if (change.per === 'column') {
    const ofRow = change.change(coded);
    return (_, row) => ofRow(row) ?? '';
  }
  if (!change.consistent) return text => (text === undefined ? undefined : change.change(text) ?? '');
  const known = new Map<string, string>();
  return text => {
    if (text === undefined) return undefined;
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = change.change(text) ?? '';
    if (known.size < REMEMBERED) known.set(text, made);
    return made;
  };
}
