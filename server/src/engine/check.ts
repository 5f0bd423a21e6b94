import type { Column } from '../core/column.ts';
import type { Detector } from '../core/detector.ts';
import type { Finding } from '../core/finding.ts';
import type { Declared, Format, Source } from '../core/format.ts';
import type { Log } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Reading } from '../core/reading.ts';
import type { Rule, TableView, Unit } from '../core/rule.ts';
import type { TableSample } from '../core/sample.ts';
import type { ScannerPool } from '../core/scanner.ts';
import type { StructuralFact } from '../core/structure.ts';
import type { Configuration } from '../config/configuration.ts';
import { Answers } from './answers.ts';
import { passesOver } from './chat/passesOver.ts';
import type { ChunkIndex, Readable } from './chunkIndex.ts';
import { buildColumns } from './columns.ts';
import type { Described } from './described.ts';
import { settledPass } from './firstPass.ts';
import { fitDescribed } from './fitted.ts';
import { toFindings } from './findings.ts';
import type { Resolved } from './findings.ts';
import { foldFindings } from './fold.ts';
import { markedBy, saidOnce } from './alsoDescribed.ts';
import { giveWay } from './giveWay.ts';
import { atFiles } from './atFiles.ts';
import { unseenOf } from './unseen.ts';
import type { ImageFolder } from '../core/images.ts';
import { isFolderUri } from './images/imageFolder.ts';
import { activeRules, Judge } from './judge.ts';
import type { ActiveRule, HeavyRules } from './judge.ts';
import type { Control } from './pass.ts';
import type { KeptScans } from './keptScans.ts';
import { masksOf, workOutMasks } from './mask.ts';
import { allDetectors } from './registry.ts';
import type { ResolveContext } from './resolve.ts';
import { locatePlaces } from './locatePlaces.ts';
import { pairsOf } from './sample/pairs.ts';
import { originalFor } from './risk/originalFor.ts';
import { riskFor } from './risk/riskFor.ts';
import { sampleFor } from './sample/sampleFor.ts';
import { sourceFacts } from './sourceFacts.ts';
import { contextOf, judgeTable } from './rounds.ts';
import type { HeaderCell, Scan } from './scan.ts';
import { siftFindings } from './sift.ts';
import type { Sifted } from './sift.ts';
import type { TableFinder } from './splits/partners.ts';
import { relate, type Relations } from './splits/relations.ts';
import type { Misreading } from './text/misread.ts';
import { openTable, readAs } from './text/openTable.ts';
import type { OpenTable, TableFile } from './text/openTable.ts';
import { reopenText } from './text/openText.ts';
import { textFacts } from './text/textFacts.ts';
import { unitsOf } from './units.ts';
import { textsFor, type TextsAgainst } from './texts/textsFor.ts';
import { withoutWaived } from './waivers.ts';

/** Everything one check of one table needs. */
export interface CheckRequest extends Control {
  /** Of the data document. */
  readonly uri: string;
  readonly format: Format;
  readonly source: Source;
  /** The source is the text of an open document. */
  readonly isDocument?: boolean;
  /** How an editor reads the file, and how it is written. */
  readonly misread?: Misreading | undefined;
  /** From the description, then the configuration. */
  readonly declared?: Declared;
  /** The nearest description that names this file. */
  readonly described?: Described;
  /** Further ones, which do not say how it is read, but may contradict it. */
  readonly alsoDescribed?: readonly Described[];
  readonly rules: readonly Rule[];
  readonly configuration: Configuration;
  readonly kernel: Kernel;
  readonly detectors?: readonly Detector[];
  readonly log?: Log;
  /** As 2026-05-31, for what lasts until a day. */
  readonly today?: string | undefined;
  /** Threads that may help with a big file; not for open documents. */
  readonly scanners?: ScannerPool;
  /** First passes over big files, from one check to the next; not for open documents. */
  readonly keptScans?: KeptScans;
  /** Which heavy rules run; those that the configuration names where left out. */
  readonly heavy?: HeavyRules;
  /** Finds the tables this one is held against. */
  readonly partners?: TableFinder;
  /** Places that one fix lists; as many as one edit of an open document may have when left out. */
  readonly fixLimit?: number;
  /** Texts for evaluation, from one check to the next. */
  readonly evaluations?: TextsAgainst['evaluations'];
  /** Called at the end while the scan can still be asked questions, for instance for all cells that a fix is about. */
  afterwards?(checked: Checked, context: ResolveContext, uri: string): Promise<void>;
}

export interface Checked {
  /** In the order they are shown. */
  readonly findings: readonly Finding[];
  /** What the configuration left of them and out of them, before what many columns share was made one. */
  readonly sifted?: Sifted;
  /** What was sampled, capped or left out. */
  readonly notices: readonly Message[];
  /** `undefined` where the file could not be read as a table. */
  readonly table: TableView | undefined;
  readonly reading: Reading | undefined;
  /** What is known of the images of a folder. */
  readonly images?: ImageFolder;
  /** Where the table's rows and headers are, for whoever wants to see them; `undefined` where there is no table. */
  readonly layout?: TableLayout;
}

/** Where a table lies in its file. */
export interface TableLayout {
  /** Offsets in the unpacked and decoded text. */
  readonly index: ChunkIndex;
  /** By column; the ranges mean nothing where the file has no text. */
  readonly headers: readonly HeaderCell[];
  /** False where no editor shows the file as text. */
  readonly hasText: boolean;
}

/** Checks one table: reads it, judges it, finds the places. `undefined` when cancelled. */
export async function checkTable(request: CheckRequest): Promise<Checked | undefined> {
  const file: TableFile = { ...request, fileName: fileNameOf(request.uri), declared: { ...request.configuration.read, ...request.declared } };
  const opened = await openTable(file);
  if ('unreadable' in opened) return refuse(opened.unreadable, request);
  const { text } = opened;
  const { progress } = request;
  const own = text.source === request.source || !progress ? request : { ...request, progress: () => progress(text.taken()) };
  const checked = await checkText(opened, file, own);
  if (!checked || (!text.gunzipped && !request.format.inspect)) return checked;
  const folder = isFolderUri(request.uri) ? await request.format.images?.(text.source) : undefined;
  const findings = atFiles(checked.findings, { folder, documents: text.source.documents, header: opened.reading.header, uri: request.uri });
  return { ...checked, findings, ...(folder && { images: folder }), ...(checked.layout && { layout: { ...checked.layout, hasText: false } }) };
}

/** What rules say of a file that cannot be read. */
function refuse(fact: StructuralFact, request: CheckRequest): Checked {
  const judge = new Judge(request.log);
  const unit: Unit = { scope: 'document', input: { facts: [fact], reading: undefined, records: 0 } };
  const problems = judge.problems(activeRules(request.rules, request.configuration, request.heavy), [unit]);
  const resolved = problems.map((judged): Resolved => ({ judged, matches: undefined, fixMatches: undefined }));
  const sifted = sift(toFindings(resolved, request.uri, () => undefined), undefined, request);
  return { findings: sifted.findings, sifted, notices: noticesOf(judge), table: undefined, reading: undefined };
}

/** Checks a table in the encoding it was opened in, or in the one that shows only where its first characters beyond ASCII are. */
async function checkText({ text, reading, facts: met }: OpenTable, file: TableFile, request: CheckRequest): Promise<Checked | undefined> {
  const { kernel, format, rules, configuration } = request;
  const judge = new Judge(request.log);
  const active = withoutWaived(activeRules(rules, configuration, request.heavy), request.described?.description.privacy, request.today);
  const first: Readable = { kernel, format, source: text.source, reading };
  const settled = await settledPass(first, active.some(({ rule }) => rule.needs.includes('row-hashes')), request);
  if (!settled) return undefined;
  const { scan, readable } = settled;
  try {
    const other = await reopenText(text, scan);
    const again = other && await readAs(other, file);
    if (again && !('unreadable' in again)) return await checkText(again, file, request);
    const facts = [...met, ...scan.facts, ...await textFacts(text, readable, scan.index, scan.summary.records)];
    return await judgeScan({ ...scan, facts }, readable, judge, active, request);
  } finally {
    scan.summarizer.dispose();
  }
}

async function judgeScan(scan: Scan, readable: Readable, judge: Judge, active: readonly ActiveRule[], asked: CheckRequest): Promise<Checked | undefined> {
  const described = asked.described && fitDescribed(asked.described, readable.reading);
  const alsoDescribed = asked.alsoDescribed?.map(other => fitDescribed(other, readable.reading)) ?? [];
  const request = described ? { ...asked, described, alsoDescribed } : asked;
  const { configuration, detectors = allDetectors } = request;
  const built = await buildColumns(scan, readable, described?.resource.fields ?? [], detectors, request);
  if (!built) return undefined;
  const columns = markedBy(alsoDescribed, built, readable.reading);
  const sample = await sampleFor(active.map(({ rule }) => rule), columns, described?.description.ml ?? configuration.ml, { scan, readable, control: request });
  if (request.cancellation?.cancelled) {
    sample?.close();
    return undefined;
  }
  try {
    const around = { uri: request.uri, partners: request.partners, scan, readable, described, detectors, control: request };
    const risk = await riskFor(active.map(({ rule }) => rule), columns, around);
    const original = await originalFor(active.map(({ rule }) => rule), columns, around);
    const texts = await textsFor(columns, scan, readable, active.map(({ rule }) => rule), request);
    if (texts.chat) judge.passesOver = passesOver(texts.chat.shape);
    if (request.cancellation?.cancelled) return undefined;
    return await judgeView({ ...viewTable(scan, readable.reading, columns, sample, request), risk, original, ...texts }, scan, readable, judge, active, request);
  } finally {
    sample?.close();
  }
}

/** Judges the table by itself and against what it belongs to. */
async function judgeView(
  table: TableView, scan: Scan, readable: Readable, judge: Judge, active: readonly ActiveRule[], request: CheckRequest,
): Promise<Checked | undefined> {
  const relations = await relationsOf(table, scan, readable, active, request);
  if (!relations) return undefined;
  try {
    const judging = { readable, scan, table, request, relations, answers: new Answers() };
    const files = await Promise.all([request.described, ...request.alsoDescribed ?? []].map(described => sourceFacts({ ...request, ...(described && { described }) }, active)));
    const folder = await readable.format.images?.(readable.source);
    const images: readonly Unit[] = folder ? [{ scope: 'images', input: { folder } }] : [];
    const judged = await judgeTable(judge, active, [...unitsOf(table, scan, files, request), ...images, ...relations.units], judging);
    if (!judged) return undefined;
    const resolved = giveWay(judged);
    const located = await locatePlaces(resolved, judging);
    if (request.cancellation?.cancelled || !await workOutMasks(table.columns, request)) return undefined;
    const sifted = sift(toFindings(resolved, request.uri, place => located.get(place)), table, request);
    const findings = foldFindings(saidOnce(sifted.findings), table.columns);
    const checked = {
      findings, sifted, notices: [...noticesOf(judge), ...unseenOf(table, folder, readable.source.documents)], table, reading: readable.reading,
      layout: { index: scan.index, headers: scan.headers, hasText: true },
    };
    await request.afterwards?.(checked, contextOf(judging), request.uri);
    return checked;
  } finally {
    await relations.close();
  }
}

/** What the configuration leaves of the findings. Hashes of values stay out of baselines where a column has any personal evidence. */
function sift(found: readonly Finding[], table: TableView | undefined, { configuration, rules }: CheckRequest): Sifted {
  const masks = masksOf(table);
  const columnName = (index: number): string | undefined => table?.columns[index]?.name;
  return siftFindings(found, { configuration, rules, columnName, mayHash: column => table !== undefined && masks(column) === undefined });
}

const relationsOf = (table: TableView, scan: Scan, readable: Readable, active: readonly ActiveRule[], request: CheckRequest): Promise<Relations | undefined> => relate({
  uri: request.uri, table, scan, readable, described: request.described, detectors: request.detectors ?? allDetectors, partners: request.partners,
  scopes: new Set(active.map(({ rule }) => rule.scope)), control: request,
});

function viewTable(scan: Scan, reading: Reading, columns: readonly Column[], sample: TableSample | undefined, { uri, described, configuration }: CheckRequest): Omit<TableView, 'risk'> {
  return {
    name: described?.resource.name ?? fileNameOf(uri),
    columns, reading, sample,
    records: scan.summary.records,
    ml: described?.description.ml ?? configuration.ml,
    privacy: described?.description.privacy,
    duplicates: scan.duplicates,
    pair: pairsOf(sample),
  };
}

function noticesOf(judge: Judge): readonly Message[] {
  return [...judge.failed].map(id => say`the rule ${name(id)} failed and was left out; the log has the details`);
}

const fileNameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
