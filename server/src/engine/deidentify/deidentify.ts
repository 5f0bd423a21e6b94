import type { Files, Refusal, Sink } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import { say, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import { riskOf, type CodedColumn, type RiskReport } from '../../privacy/measures/risk.ts';
import { isPackedName } from '../../util/packed.ts';
import { childOf, fileNameOf, folderOf } from '../../util/uri.ts';
import type { Checked } from '../check.ts';
import { codeColumns } from '../codeColumns.ts';
import type { DataCheckSetup, Snapshot, Unchecked } from '../dataCheck.ts';
import type { Control } from '../pass.ts';
import { allStandards } from '../registry.ts';
import type { ResolveContext } from '../resolve.ts';
import { Packing } from '../text/writeBack.ts';
import { auditRecord, markOf } from './audit.ts';
import { describeCopy } from './describeCopy.ts';
import { maskedExamples } from './examples.ts';
import { loadHierarchies } from './hierarchies.ts';
import { MISSING, type KAnonymityPlan, type Plan } from './plan.ts';
import { prepare, type Prepared } from './prepare.ts';
import { secureRandom, seededRandom } from './random.ts';
import { copyFormOf, runPlan, type CopyForm, type Run } from './run.ts';
import { planOfSuggestions, suggestPlan } from './suggest.ts';
import type { Example } from './tally.ts';

/** What is asked for. */
export interface Deidentification {
  readonly uri: string;
  /** What annotations and detectors suggest where left out. */
  readonly plan?: Plan | undefined;
  /** Takes the place of what the plan says of it. */
  readonly kAnonymity?: KAnonymityPlan | undefined;
  /** The document the plan was read from, beside which its hierarchies lie; the source where it is none. */
  readonly planUri?: string | undefined;
  /** Where the copy goes; nothing is written where left out. */
  readonly target?: string | undefined;
  /** Whether files of these names may go. */
  readonly over: boolean;
  /** A file for what became of what, outside of the folder of the copy. */
  readonly mapping?: string | undefined;
}

/** What that needs. */
export interface DeidentifySetup extends Control {
  readonly files: Files;
  readonly version: string;
  readonly now: () => Date;
  check(uri: string, afterwards: NonNullable<DataCheckSetup['afterwards']>): Promise<Snapshot | Unchecked | undefined>;
  /** The description that names a file, beside which hierarchies of its annotations lie. */
  descriptionOf(uri: string): Promise<string | undefined>;
  key(ref: string): Uint8Array | undefined;
}

/** What was done, or would be. */
export interface Deidentified {
  readonly prepared: Prepared;
  readonly run: Run;
  /** By column: the first cells that changed, masked. */
  readonly examples: readonly (readonly Example[])[];
  /** Measured on the copy, where k-anonymity was asked for. */
  readonly risk: RiskReport | undefined;
  /** What was written, the copy first. */
  readonly written: readonly string[];
}

export type Failure = { readonly wrong: Message } | { readonly uri: string; readonly refused: Unchecked['refused'] } | 'cancelled';
export const isFailure = (outcome: Deidentified | Failure): outcome is Failure => outcome === 'cancelled' || 'wrong' in outcome || 'refused' in outcome;

/** Names of the files beside a copy. */
export const annotationBeside = (target: string): string => childOf(folderOf(target), `${fileNameOf(target).replace(/(?:\.[a-z]+)?(?:\.gz)?$/i, '')}.datapackage.json`);
export const auditBeside = (target: string): string => childOf(folderOf(target), `${fileNameOf(target)}.audit.json`);

/** Makes a copy of a table as the plan says, measures and describes it, and writes down what was done. The source is never touched. */
export async function deidentify(wish: Deidentification, setup: DeidentifySetup): Promise<Deidentified | Failure> {
  const { target } = wish;
  const taken = target === undefined ? undefined : await firstTaken(wish, target, setup.files);
  if (taken) return taken;
  const held: { copied?: Copied | Failure } = {};
  const snapshot = await setup.check(wish.uri, async (checked, context) => { held.copied = await copyTable(wish, checked, context, setup); });
  if (!snapshot) return 'cancelled';
  if ('refused' in snapshot) return { uri: wish.uri, refused: snapshot.refused };
  if (!snapshot.checked.table) return { wrong: say`the file cannot be read as a table` };
  const { copied = 'cancelled' } = held;
  if (copied === 'cancelled' || 'wrong' in copied || 'refused' in copied) return copied;
  const examples = maskedExamples(copied.prepared, copied.run, snapshot);
  if (target === undefined) return { ...copied, examples, risk: undefined, written: [] };
  const recorded = await describeAndRecord(wish, target, snapshot, copied, setup);
  return typeof recorded === 'object' && 'written' in recorded ? { ...copied, ...recorded, examples } : recorded;
}

type Copied = Omit<Deidentified, 'risk' | 'written' | 'examples'>;

/** Nothing is begun where something is in the way, or where the copy would take the place of its source. */
async function firstTaken({ uri, over, mapping }: Deidentification, target: string, files: Files): Promise<Failure | undefined> {
  if (target === uri || mapping === uri) return { wrong: say`the copy cannot take the place of its source` };
  if (mapping !== undefined && folderOf(mapping) === folderOf(target)) return { wrong: say`whoever has the copy must not have the list of what became of what: write it to another folder` };
  for (const one of over ? [] : [target, annotationBeside(target), auditBeside(target), ...(mapping === undefined ? [] : [mapping])]) {
    if (!isRefusal(await files.stat(one))) return { uri: one, refused: 'exists' };
  }
  return undefined;
}

async function copyTable(
  { plan: wished, kAnonymity, planUri, uri, target, over, mapping }: Deidentification, { table }: Checked, { readable }: ResolveContext, setup: DeidentifySetup,
): Promise<Copied | Failure> {
  const columns = table?.columns ?? [];
  const suggestions = wished ? [] : suggestPlan(columns);
  const quasi = kAnonymity?.quasiIdentifiers ?? [];
  const base = wished ?? planOfSuggestions(suggestions.filter(({ column }) => !quasi.includes(column)));
  const plan: Plan = kAnonymity ? { ...base, kAnonymity } : base;
  const form = target === undefined ? undefined : wrongName(target, copyFormOf(readable));
  if (form) return { wrong: form };
  const hierarchies = await loadHierarchies(columns, plan.hierarchies, { plan: planUri ?? uri, description: await setup.descriptionOf(uri) }, setup.files);
  if ('template' in hierarchies) return { wrong: hierarchies };
  const random = plan.seed === undefined ? secureRandom() : seededRandom(plan.seed);
  const prepared = prepare(plan, columns, { random, key: ref => setup.key(ref), hierarchies });
  if ('template' in prepared) return { wrong: prepared };
  let run: Run | Refusal | Message | undefined;
  const produce = async (sink: Sink): Promise<Refusal | undefined> => {
    const packing = target !== undefined && isPackedName(fileNameOf(target)) ? new Packing(sink) : undefined;
    run = await runPlan(readable, prepared, packing ?? sink, setup);
    await packing?.end();
    if (run && !('rows' in run)) return 'refused' in run ? run : STOPPED;
    return run ? undefined : STOPPED;
  };
  const refused = target === undefined ? await produce(NOWHERE) : await setup.files.create(target, produce, over);
  if (run && 'template' in run) return { wrong: run };
  if (refused && (run !== undefined || refused !== STOPPED)) return { uri: target ?? uri, refused: refused.refused };
  if (!run || !('rows' in run)) return 'cancelled';
  const unlisted = mapping === undefined ? undefined : await writeMapping(prepared, mapping, over, setup.files);
  return unlisted ? { uri: mapping ?? uri, refused: unlisted.refused } : { prepared, run };
}

/** Ends the writing of a file that is not to be; never shown. */
const STOPPED: Refusal = { refused: 'changed', detail: 'not written' };
const NOWHERE: Sink = { write: () => Promise.resolve() };

function wrongName(target: string, form: CopyForm): Message | undefined {
  const file = fileNameOf(target).replace(/\.gz$/i, '');
  if (form === 'jsonl') return /\.(?:jsonl|ndjson)$/i.test(file) ? undefined : say`the copy is written as JSON Lines: its name ends in .jsonl or .ndjson`;
  return /\.(?:csv|tsv|tab|psv|txt)$/i.test(file) ? undefined : say`the copy is written as delimited text: its name ends in .csv or .tsv`;
}

/** What became of what, by column. */
async function writeMapping({ columns }: Prepared, mapping: string, over: boolean, files: Files): Promise<Refusal | undefined> {
  const lists = columns.flatMap(({ column, change }) => (change?.mapping ? [[column.name, Object.fromEntries(change.mapping())] as const] : []));
  return files.create(mapping, sink => sink.write(bytesOf(Object.fromEntries(lists))).then(() => undefined), over);
}

const bytesOf = (value: Json | object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** Reads the copy as anybody would who gets it. */
async function describeAndRecord(
  { uri, over, mapping }: Deidentification, target: string, source: Snapshot, done: Copied, setup: DeidentifySetup,
): Promise<Pick<Deidentified, 'risk' | 'written'> | Failure> {
  const held: { risk?: RiskReport | undefined } = {};
  const copy = await setup.check(target, async (checked, context) => { held.risk = await measure(done.prepared, checked, context, setup); });
  const { risk } = held;
  if (!copy) return 'cancelled';
  if ('refused' in copy) return { uri: target, refused: copy.refused };
  const description = describeCopy(copy, done.prepared, source.found?.described.description.privacy, risk);
  const text = description && allStandards.find(({ id }) => id === 'data-package')?.write?.(description).text;
  const marks = [await markOf(setup.files, uri, fileNameOf(uri)), await markOf(setup.files, target, fileNameOf(target))] as const;
  for (const [i, mark] of marks.entries()) if ('refused' in mark) return { uri: i === 0 ? uri : target, refused: mark.refused };
  const [before, after] = marks;
  if ('refused' in before || 'refused' in after) return 'cancelled';
  const record = auditRecord({ source: before, result: after, prepared: done.prepared, run: done.run, risk, time: setup.now(), version: setup.version });
  const beside = [...(text === undefined ? [] : [[annotationBeside(target), new TextEncoder().encode(text)] as const]), [auditBeside(target), bytesOf(record)] as const];
  for (const [one, bytes] of beside) {
    const refused = await setup.files.create(one, sink => sink.write(bytes).then(() => undefined), over);
    if (refused) return { uri: one, refused: refused.refused };
  }
  return { risk, written: [target, ...beside.map(([one]) => one), ...(mapping === undefined ? [] : [mapping])] };
}

async function measure({ plan: { kAnonymity } }: Prepared, { table }: Checked, { readable, summarizer }: ResolveContext, control: Control): Promise<RiskReport | undefined> {
  if (!kAnonymity || !table) return undefined;
  const { quasiIdentifiers, unit, lDiversity, tCloseness } = kAnonymity;
  const sensitive = [...new Set([...lDiversity, ...tCloseness].map(one => one.sensitive))];
  const names = [...quasiIdentifiers, ...sensitive, ...(unit === undefined ? [] : [unit])];
  const places = names.map(name => table.columns.findIndex(column => column.name === name));
  // A column that tells persons apart may have been left out since; then rows are counted.
  const there = places.filter(place => place >= 0);
  const codes = await codeColumns(readable, summarizer, there, table.records, control);
  const coded = new Map(codes?.map((one, i) => [table.columns[there[i] ?? 0]?.name ?? '', one] as const));
  const columnOf = (name: string): readonly CodedColumn[] => { const one = coded.get(name); return one ? [{ name, ...one }] : []; };
  const [person] = unit === undefined ? [] : columnOf(unit);
  return codes && riskOf({
    rows: codes[0]?.codes.length ?? 0, quasiIdentifiers: quasiIdentifiers.flatMap(columnOf), sensitive: sensitive.flatMap(columnOf), missing: MISSING, ...(person && { unit: person }),
  });
}
