import type { Column } from '../core/column.ts';
import type { Detector } from '../core/detector.ts';
import type { Finding } from '../core/finding.ts';
import { SPOT_LIMIT } from '../core/finding.ts';
import type { Rewriting } from '../core/form.ts';
import type { Declared, Format, Source } from '../core/format.ts';
import type { Log } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import type { Matches, Question } from '../core/matches.ts';
import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Place } from '../core/place.ts';
import type { Fix } from '../core/problem.ts';
import type { Reading } from '../core/reading.ts';
import type { Rule, SourceFacts, TableView, Unit } from '../core/rule.ts';
import type { TableSample } from '../core/sample.ts';
import type { ScannerPool } from '../core/scanner.ts';
import type { StructuralFact } from '../core/structure.ts';
import type { Configuration } from '../config/configuration.ts';
import { Answers } from './answers.ts';
import { chatFor } from './chat/chatFor.ts';
import { passesOver } from './chat/passesOver.ts';
import type { ChunkIndex, Readable } from './chunkIndex.ts';
import { buildColumns } from './columns.ts';
import type { Described } from './described.ts';
import { fitDescribed } from './fitted.ts';
import { FIX_LIMIT, NO_RANGE, toFindings } from './findings.ts';
import type { Located, Resolved } from './findings.ts';
import { foldFindings } from './fold.ts';
import { describedBy, markedBy, saidOnce, seenBy } from './alsoDescribed.ts';
import { giveWay } from './giveWay.ts';
import { atFiles } from './atFiles.ts';
import { unseenOf } from './unseen.ts';
import type { ImageFolder } from '../core/images.ts';
import { isFolderUri } from './images/imageFolder.ts';
import { activeRules, columnOf, Judge } from './judge.ts';
import type { ActiveRule, HeavyRules, Judged } from './judge.ts';
import type { Control } from './pass.ts';
import type { KeptScan, KeptScans } from './keptScans.ts';
import { masksOf, workOutMasks } from './mask.ts';
import { allDetectors } from './registry.ts';
import type { ResolveContext } from './resolve.ts';
import { IRREGULAR, WORTH_SHARING } from './parallelScan.ts';
import { pairsOf } from './sample/pairs.ts';
import { originalFor } from './risk/originalFor.ts';
import { riskFor } from './risk/riskFor.ts';
import { sampleFor } from './sample/sampleFor.ts';
import { sourceFacts } from './sourceFacts.ts';
import { scanTable } from './scan.ts';
import type { HeaderCell, Scan } from './scan.ts';
import { siftFindings } from './sift.ts';
import type { Sifted } from './sift.ts';
import { counterpartsOf } from './splits/counterparts.ts';
import { OtherTable, type OtherPart } from './splits/otherTable.ts';
import type { TableFinder } from './splits/partners.ts';
import { relate, type Relations } from './splits/relations.ts';
import type { Misreading } from './text/misread.ts';
import { openTable, readAs } from './text/openTable.ts';
import type { OpenTable, TableFile } from './text/openTable.ts';
import { reopenText } from './text/openText.ts';
import { textFacts } from './text/textFacts.ts';
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

/** The first pass, once more where it met columns that the head of the file does not have. */
async function settledPass(first: Readable, rowHashes: boolean, request: CheckRequest): Promise<{ readonly scan: Scan; readonly readable: Readable } | undefined> {
  const { format, reading } = first;
  const scan = await firstPass(first, rowHashes, request);
  const settled = scan && format.settle?.(reading, scan.columns, scan.facts);
  if (!scan || !settled || settled === reading) return scan && { scan, readable: withHelpers(first, scan, request) };
  scan.summarizer.dispose();
  const readable = { ...first, reading: settled };
  const again = await firstPass(readable, rowHashes, request);
  return again && { scan: again, readable: withHelpers(readable, again, request) };
}

/** Later passes are shared as the first one is. */
function withHelpers(readable: Readable, { facts }: Scan, request: CheckRequest): Readable {
  const { format, reading } = readable;
  if (!isShared(readable, request)) return readable;
  const irregular = facts.some(({ kind }) => IRREGULAR.has(kind));
  return { ...readable, ...(irregular && { irregular }), helpers: async () => request.scanners?.open(request.uri, { format: format.id, reading, rowHashes: false }) };
}

/** Whether threads are worth it, and can tell from the middle of the file where its records are. */
const isShared = ({ format, source, reading }: Readable, request: CheckRequest): boolean => source === request.source && format.splits
  && reading.dialect.escape === undefined && (reading.container ?? 'lines') === 'lines' && (source.size ?? 0) >= WORTH_SHARING;

/** The first pass, shared with scanner threads where the file is big and there are some. */
async function firstPass(readable: Readable, rowHashes: boolean, request: CheckRequest): Promise<Scan | undefined> {
  const { format, reading } = readable;
  const shared = isShared(readable, request);
  const kept = shared ? request.keptScans : undefined;
  const before = await kept?.recall(request.uri, readable, rowHashes);
  const scanners = (shared && !before && await request.scanners?.open(request.uri, { format: format.id, reading, rowHashes })) || [];
  const found: { scan?: Omit<KeptScan, 'size'> } = {};
  try {
    const scan = await scanTable(readable, { rowHashes, scanners, before, ...(kept && { keep: kept => void (found.scan = kept) }), log: request.log }, request);
    if (scan && found.scan) await kept?.keep(request.uri, readable, found.scan, rowHashes);
    return scan;
  } finally {
    scanners.forEach(scanner => scanner.close());
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
    const chat = await chatFor(columns, readable, active.map(({ rule }) => rule), { index: scan.index, records: scan.summary.records }, request);
    if (request.cancellation?.cancelled) return undefined;
    if (chat) judge.passesOver = passesOver(chat.shape);
    return await judgeView({ ...viewTable(scan, readable.reading, columns, sample, request), risk, original, chat }, scan, readable, judge, active, request);
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
      findings, sifted, notices: [...noticesOf(judge), ...unseenOf(table, folder)], table, reading: readable.reading,
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

const contextOf = ({ readable, scan, table, request, relations }: Judging): ResolveContext => ({
  readable, index: scan.index, summarizer: scan.summarizer, summaries: scan.summary.columns, detectors: request.detectors ?? allDetectors,
  others: relations.others, log: request.log,
  own: new OtherTable(table, [{ uri: request.uri, readable, firstLine: scan.index.firstLine, headers: scan.headers, indexes: new Map(), texts: new Map(), hasText: true }]),
});

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

/** `files` as the descriptions: of the nearest one, then of the others. */
function unitsOf(
  table: TableView, scan: Scan, [file, ...files]: readonly (SourceFacts | undefined)[], { described, alsoDescribed = [], today, detectors = allDetectors }: CheckRequest,
): readonly Unit[] {
  const { reading, records, ml, privacy } = table;
  const around = { detectors, ...(today !== undefined && { today }) };
  const alongside = (one: SourceFacts | undefined): { readonly file?: SourceFacts } => (one ? { file: one } : {});
  return [
    { scope: 'document', input: { facts: scan.facts, reading, records } },
    { scope: 'table', input: { table } },
    ...table.columns.map((column): Unit => ({ scope: 'column', input: { column, reading, records, ml, privacy } })),
    ...(described ? [{ scope: 'resource', input: { resource: described.resource, table, ...around, ...alongside(file) } } as const] : []),
    ...alsoDescribed.map((other, i) => (
      { scope: 'resource', input: { resource: seenBy(reading, other.resource), table: describedBy(other, table), ...around, ...alongside(files[i]) },
      describedIn: other.uri } as const)),
  ];
}

interface Judging {
  readonly readable: Readable;
  readonly scan: Scan;
  readonly table: TableView;
  readonly request: CheckRequest;
  readonly relations: Relations;
  readonly answers: Answers;
}

/** Two rounds: rules that need no further count, then those that asked for one. `undefined` when cancelled. */
async function judgeTable(judge: Judge, active: readonly ActiveRule[], units: readonly Unit[], judging: Judging): Promise<readonly Resolved[] | undefined> {
  const asked = judge.questions(active.filter(({ rule }) => rule.asks), units);
  const first = await judge.problemsInTurns(active.filter(({ rule }) => !rule.asks), units, judging.request);
  if (!first) return undefined;
  const asks = asked.map(({ unit, query }): Question => ({ query, column: columnOf(unit), keep: SPOT_LIMIT, within: judging.relations.membershipOf(unit) }));
  const round = await resolveProblems(first, judging, asks);
  if (!round) return undefined;
  const second = asked.flatMap(({ active: one, unit }, i) => judge.check(one, unit, { matches: round.answers[i]?.count ?? 0 }));
  const last = await resolveProblems(second, judging, []);
  return last && [...round.resolved, ...last.resolved];
}

interface Round {
  readonly resolved: readonly Resolved[];
  readonly answers: readonly Matches[];
}

/** One pass for the queries of problems, of their fixes, and for what rules asked. */
async function resolveProblems(problems: readonly Judged[], judging: Judging, asks: readonly Question[]): Promise<Round | undefined> {
  const { request, relations } = judging;
  const { fixLimit = FIX_LIMIT } = request;
  const [context, questions]: [ResolveContext, Question[]] = [contextOf(judging), [...asks]];
  const slots = problems.map(judged => {
    const { cells, fix, place, examples } = judged.problem;
    const column = 'column' in place ? place.column : judged.column;
    const rewriting = rewritingOf(fix);
    const shared = { column, rewriting, within: relations.membershipOf(judged.unit) };
    // Characters are shown alone, and their cells written anew as a whole.
    const apart = rewriting !== undefined && (cells?.is === 'characters' || cells?.is === 'personal');
    const fixed = fix?.cells ?? (apart ? cells : undefined);
    // Examples will do for being told; whoever mends a file says how much, and mends all of it.
    const few = request.fixLimit === undefined ? examples : undefined;
    return {
      judged, column,
      own: cells && questions.push({ ...shared, ...(apart && { rewriting: undefined }), query: cells, keep: examples ?? (fix ? fixLimit : SPOT_LIMIT), examples: examples !== undefined }) - 1,
      fix: fixed && questions.push({ ...shared, query: fixed, keep: Math.min(few ?? Infinity, fixLimit), examples: few !== undefined }) - 1,
    };
  });
  const matches = await judging.answers.resolve(questions, context, request);
  if (!matches) return undefined;
  const at = (slot: number | undefined): Matches | undefined => (slot === undefined ? undefined : matches[slot]);
  const resolved: Resolved[] = [];
  for (const { judged, column, own, fix } of slots) {
    const counterparts = await counterpartsOf(judged.problem.cells, column, at(own), context);
    resolved.push({ judged, matches: at(own), fixMatches: at(fix), counterparts });
  }
  return { resolved, answers: matches.slice(0, asks.length) };
}

const rewritingOf = (fix: Fix | undefined): Rewriting | undefined => (fix?.change.do === 'rewrite' ? fix.change.how : undefined);

/** Where all places lie that problems name outside their queries. */
async function locatePlaces(resolved: readonly Resolved[], { scan, readable, relations, request }: Judging): Promise<ReadonlyMap<Place, Located>> {
  const related = resolved.flatMap(({ judged: { problem } }) => problem.related ?? []);
  const places = [...resolved.flatMap(({ judged: { problem } }) => [problem.place, ...(problem.places ?? [])]), ...related.flatMap(({ place, table }) => (table === undefined ? [place] : []))];
  const ranges = await scan.index.locate(readable, places, request);
  const located = new Map(places.map((place): [Place, Located] => {
    const header = place.at === 'header' ? scan.headers[place.column] : undefined;
    const own = place.at === 'beside' ? place.range : ranges.get(place);
    return [place, header ?? { range: own ?? NO_RANGE, quoted: place.at === 'span' && place.quoted === true }];
  }));
  for (const { place, table } of related) if (table !== undefined) located.set(place, locateElsewhere(place, relations.others.get(table)?.parts[0]));
  return located;
}

/** Headers of other tables are known; any other place there is shown as the file. */
function locateElsewhere(place: Place, part: OtherPart | undefined): Located {
  const header = place.at === 'header' ? part?.headers[place.column] : undefined;
  return { range: NO_RANGE, ...header, ...(part && { uri: part.uri }) };
}

function noticesOf(judge: Judge): readonly Message[] {
  return [...judge.failed].map(id => say`the rule ${name(id)} failed and was left out; the log has the details`);
}

const fileNameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
