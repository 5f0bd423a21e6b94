import type { Description, ResourceDescription } from '../core/description.ts';
import type { Detector } from '../core/detector.ts';
import type { Finding } from '../core/finding.ts';
import { SPOT_LIMIT } from '../core/finding.ts';
import type { Declared, Format, Source } from '../core/format.ts';
import type { Log } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Place } from '../core/place.ts';
import type { Reading } from '../core/reading.ts';
import type { Rule, TableView, Unit } from '../core/rule.ts';
import type { ScannerPool } from '../core/scanner.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Readable } from './chunkIndex.ts';
import { buildColumns } from './columns.ts';
import { FIX_LIMIT, NO_RANGE, toFindings } from './findings.ts';
import type { Resolved } from './findings.ts';
import { activeRules, columnOf, Judge } from './judge.ts';
import type { ActiveRule, Judged } from './judge.ts';
import type { Control } from './pass.ts';
import { readHead } from './head.ts';
import { allDetectors } from './registry.ts';
import { resolveQuestions } from './resolve.ts';
import type { Matches, Question, ResolveContext } from './resolve.ts';
import { WORTH_SHARING } from './parallelScan.ts';
import { scanTable } from './scan.ts';
import type { HeaderCell, Scan } from './scan.ts';

/** Everything one check of one table needs. */
export interface CheckRequest extends Control {
  /** Of the data document. */
  readonly uri: string;
  readonly format: Format;
  readonly source: Source;
  /** From the description, then the configuration. */
  readonly declared?: Declared;
  /** The nearest description that names this file. */
  readonly described?: Described;
  readonly rules: readonly Rule[];
  readonly configuration: Configuration;
  readonly kernel: Kernel;
  readonly detectors?: readonly Detector[];
  readonly log?: Log;
  /** Threads that may help with a big file; not for open documents. */
  readonly scanners?: ScannerPool;
}

export interface Described {
  readonly uri: string;
  readonly description: Description;
  readonly resource: ResourceDescription;
}

export interface Checked {
  /** In the order they are shown. */
  readonly findings: readonly Finding[];
  /** What was sampled, capped or left out. */
  readonly notices: readonly Message[];
  /** `undefined` where the file could not be read as a table. */
  readonly table: TableView | undefined;
  readonly reading: Reading | undefined;
}

/** Checks one table: reads it, judges it, finds the places. `undefined` when cancelled. */
export async function checkTable(request: CheckRequest): Promise<Checked | undefined> {
  const { kernel, format, source, rules, configuration } = request;
  const judge = new Judge(request.log);
  const active = activeRules(rules, configuration);
  const detected = format.detect(kernel, await readHead(source), fileNameOf(request.uri), request.declared ?? {});
  if ('unreadable' in detected) {
    const unit: Unit = { scope: 'document', input: { facts: [detected.unreadable], reading: undefined, records: 0 } };
    const resolved = judge.problems(active, [unit]).map((judged): Resolved => ({ judged, matches: undefined, fixMatches: undefined }));
    return { findings: toFindings(resolved, request.uri, () => undefined), notices: noticesOf(judge), table: undefined, reading: undefined };
  }
  const { reading, facts = [] } = detected;
  const readable: Readable = { kernel, format, source, reading };
  const scan = await firstPass(readable, active.some(({ rule }) => rule.needs.includes('row-hashes')), request);
  if (!scan) return undefined;
  try {
    return await judgeScan({ ...scan, facts: [...facts, ...scan.facts] }, readable, judge, active, request);
  } finally {
    scan.summarizer.dispose();
  }
}

/** The first pass, shared with scanner threads where the file is big and there are some. */
async function firstPass(readable: Readable, rowHashes: boolean, request: CheckRequest): Promise<Scan | undefined> {
  const { format, source, reading } = readable;
  const shared = format.splits && reading.dialect.escape === undefined && source.size >= WORTH_SHARING;
  const scanners = (shared && await request.scanners?.open(request.uri, { format: format.id, reading, rowHashes })) || [];
  try {
    return await scanTable(readable, { rowHashes, scanners, log: request.log }, request);
  } finally {
    scanners.forEach(scanner => scanner.close());
  }
}

async function judgeScan(scan: Scan, readable: Readable, judge: Judge, active: readonly ActiveRule[], request: CheckRequest): Promise<Checked | undefined> {
  const table = await viewTable(scan, readable, request);
  const resolved = await judgeTable(judge, active, unitsOf(table, scan, request), { readable, scan, table, request });
  if (!resolved) return undefined;
  const located = await locatePlaces(resolved, scan, readable);
  return { findings: toFindings(resolved, request.uri, place => located.get(place)), notices: noticesOf(judge), table, reading: readable.reading };
}

async function viewTable(scan: Scan, readable: Readable, { uri, described, detectors = allDetectors }: CheckRequest): Promise<TableView> {
  return {
    name: described?.resource.name ?? fileNameOf(uri),
    columns: await buildColumns(scan, readable, described?.resource.fields ?? [], detectors),
    records: scan.summary.records,
    reading: readable.reading,
    ml: described?.description.ml,
    duplicates: scan.duplicates,
  };
}

function unitsOf(table: TableView, scan: Scan, { described }: CheckRequest): readonly Unit[] {
  const { reading, records, ml } = table;
  return [
    { scope: 'document', input: { facts: scan.facts, reading, records } },
    { scope: 'table', input: { table } },
    ...table.columns.map((column): Unit => ({ scope: 'column', input: { column, reading, records, ml } })),
    ...(described ? [{ scope: 'resource', input: { resource: described.resource, table } } as const] : []),
  ];
}

interface Judging {
  readonly readable: Readable;
  readonly scan: Scan;
  readonly table: TableView;
  readonly request: CheckRequest;
}

/** Two rounds: rules that need no further count, then those that asked for one. `undefined` when cancelled. */
async function judgeTable(judge: Judge, active: readonly ActiveRule[], units: readonly Unit[], judging: Judging): Promise<readonly Resolved[] | undefined> {
  const asked = judge.questions(active.filter(({ rule }) => rule.asks), units);
  const first = judge.problems(active.filter(({ rule }) => !rule.asks), units);
  const asks = asked.map(({ unit, query }): Question => ({ query, column: columnOf(unit), keep: 0 }));
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
async function resolveProblems(problems: readonly Judged[], { readable, scan, table, request }: Judging, asks: readonly Question[]): Promise<Round | undefined> {
  const context: ResolveContext = {
    readable, index: scan.index, summarizer: scan.summarizer, columns: table.columns.length, detectors: request.detectors ?? allDetectors,
  };
  const questions: Question[] = [...asks];
  const slots = problems.map(judged => {
    const { cells, fix, place } = judged.problem;
    const rewrite = fix?.change.do === 'rewrite' ? fix.change.as : undefined;
    const fixed = fix?.cells ?? (rewrite && cells);
    const column = 'column' in place ? place.column : judged.column;
    return {
      judged,
      own: cells && questions.push({ query: cells, column, keep: fix ? FIX_LIMIT : SPOT_LIMIT }) - 1,
      fix: fixed && questions.push({ query: fixed, column, keep: FIX_LIMIT, rewrite }) - 1,
    };
  });
  const matches = await resolveQuestions(questions, context, request);
  if (!matches) return undefined;
  const at = (slot: number | undefined): Matches | undefined => (slot === undefined ? undefined : matches[slot]);
  return { resolved: slots.map(({ judged, own, fix }) => ({ judged, matches: at(own), fixMatches: at(fix) })), answers: matches.slice(0, asks.length) };
}

/** Where all places lie that problems name outside their queries. */
async function locatePlaces(resolved: readonly Resolved[], scan: Scan, readable: Readable): Promise<ReadonlyMap<Place, HeaderCell>> {
  const places = resolved.flatMap(({ judged: { problem } }) => [problem.place, ...(problem.places ?? []), ...(problem.related ?? []).map(({ place }) => place)]);
  const ranges = await scan.index.locate(readable, places);
  return new Map(places.map(place => {
    const header = place.at === 'header' ? scan.headers[place.column] : undefined;
    return [place, header ?? { range: ranges.get(place) ?? NO_RANGE, quoted: false }] as const;
  }));
}

function noticesOf(judge: Judge): readonly Message[] {
  return [...judge.failed].map(id => say`the rule ${name(id)} failed and was left out; the log has the details`);
}

const fileNameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
