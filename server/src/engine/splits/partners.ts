import type { Detector } from '../../core/detector.ts';
import type { Declared, Format } from '../../core/format.ts';
import type { FileHandle, Files, Log } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { TableView } from '../../core/rule.ts';
import { isPackedName } from '../../util/packed.ts';
import { canonicalUri, fileNameOf } from '../../util/uri.ts';
import type { Readable } from '../chunkIndex.ts';
import { buildColumns } from '../columns.ts';
import type { Described } from '../described.ts';
import { fitResource } from '../fitted.ts';
import { openTable } from '../text/openTable.ts';
import { textIn } from '../text/openText.ts';
import type { Control } from '../pass.ts';
import type { RowHashBag } from '../rowIndex.ts';
import { scanTable, type HeaderCell, type Scan } from '../scan.ts';
import type { Signatures } from '../signatures.ts';
import { mergeViews } from './mergeViews.ts';
import { OtherTable, type OtherPart } from './otherTable.ts';
import { planPartners, type PartnerPlan, type TablePlan } from './plan.ts';

/** What finding partners needs of its surroundings. */
export interface PartnersSetup {
  /** As the user sees them: open documents in place of what is on disk. */
  readonly files: Files;
  readonly log?: Log | undefined;
  formatOf(fileName: string): Format | undefined;
  /** What a file is held against where somebody says so, whatever it is called. */
  planFor?(uri: string): readonly PartnerPlan[] | undefined;
  findDescription(uri: string): Promise<{ readonly described: Described; readonly declared: Declared } | undefined>;
  /** How the configuration says that a file is to be read, where no description does. */
  readingOf?(uri: string): Promise<Declared | undefined>;
}

/** What a check gives along. */
export interface PartnerRequest {
  readonly uri: string;
  readonly described: Described | undefined;
  readonly kernel: Kernel;
  readonly detectors: readonly Detector[];
  readonly control: Control;
}

/** A table that the checked one is held against, open until it is closed. */
export interface Partner<P extends TablePlan = PartnerPlan> {
  readonly plan: P;
  readonly table: OtherTable;
  close(): Promise<void>;
}

/** What is kept of a file that others are held against. It holds for one size and time of change. */
interface Kept {
  readonly stamp: string;
  readonly format: Format;
  readonly view: TableView;
  readonly exported: Uint8Array;
  readonly firstLine: number;
  readonly headers: readonly HeaderCell[];
  readonly indexes: Map<string, RowHashBag>;
  readonly texts: Map<string, Signatures>;
}

/** Finds the tables that one is held against; the caller closes each. */
export interface TableFinder {
  /** The partners of a file; `undefined` when cancelled. */
  open(request: PartnerRequest): Promise<readonly Partner[] | undefined>;
  /** Those tables of a plan that can be read; `undefined` when cancelled. */
  openAll<P extends TablePlan>(plans: readonly P[], request: PartnerRequest): Promise<readonly Partner<P>[] | undefined>;
}

/** Files up to this size are read in no time that anybody notices. */
const QUICK = 8 * 1024 * 1024;
/** Files that are remembered. */
const MOST_KEPT = 16;
/** Memory of all indexes that are kept for the next check. */
const INDEX_BYTES = 64 * 1024 * 1024;
const BYTES_PER_ROW = 24;

/**
 * Finds and reads the tables that others are held against, and remembers what it has read of them, so that a keystroke in one file does not read
 * another one again. Files that cannot be read are no partners; what is wrong with them is said where they are checked themselves.
 */
export class Partners implements TableFinder {
  readonly #setup: PartnersSetup;
  readonly #kept = new Map<string, Kept>();
  /** By file, those that were held against it. */
  readonly #dependents = new Map<string, Set<string>>();

  constructor(setup: PartnersSetup) {
    this.#setup = setup;
  }

  async open(request: PartnerRequest): Promise<readonly Partner[] | undefined> {
    return this.openAll(await this.#plansFor(request), request);
  }

  async #plansFor({ uri, described }: PartnerRequest): Promise<readonly PartnerPlan[]> {
    return this.#setup.planFor?.(uri) ?? planPartners(uri, described, this.#setup.files);
  }

  /** Files that were held against this one, which may look different now that it has changed. */
  dependentsOf(uri: string): readonly string[] {
    return [...this.#dependents.get(canonicalUri(uri)) ?? []];
  }

  /** Finds only what needs no long reading: small files, and what is remembered. `left` tells whether anything was left out. */
  quick(): TableFinder & { readonly left: boolean } {
    let left = false;
    const openAll = async <P extends TablePlan>(plans: readonly P[], request: PartnerRequest): Promise<readonly Partner<P>[] | undefined> => {
      const ready: P[] = [];
      for (const plan of plans) if (await this.#isQuick(plan)) ready.push(plan);
      left ||= ready.length < plans.length;
      return this.openAll(ready, request);
    };
    return { openAll, open: async request => openAll(await this.#plansFor(request), request), get left() { return left; } };
  }

  async #isQuick({ uris }: TablePlan): Promise<boolean> {
    for (const uri of uris) {
      const facts = await this.#setup.files.stat(uri);
      if (!isRefusal(facts) && facts.size > QUICK && this.#kept.get(uri)?.stamp.startsWith(`${facts.size}:${facts.modified}:`) !== true) return false;
    }
    return true;
  }

  async openAll<P extends TablePlan>(plans: readonly P[], request: PartnerRequest): Promise<readonly Partner<P>[] | undefined> {
    const partners: Partner<P>[] = [];
    for (const plan of plans) {
      for (const uri of plan.uris.map(canonicalUri)) this.#dependents.set(uri, (this.#dependents.get(uri) ?? new Set()).add(request.uri));
      const partner = await this.#openOne(plan, request);
      if (partner === undefined) {
        await Promise.all(partners.map(each => each.close()));
        return undefined;
      }
      if (partner !== 'unreadable') partners.push(partner);
    }
    return partners;
  }

  async #openOne<P extends TablePlan>(plan: P, request: PartnerRequest): Promise<Partner<P> | 'unreadable' | undefined> {
    const handles: FileHandle[] = [];
    const close = async (): Promise<void> => {
      for (const handle of handles) await handle.close();
      this.#forgetOldest();
    };
    const opened: { readonly part: OtherPart; readonly kept: Kept }[] = [];
    for (const uri of plan.uris) {
      const handle = await this.#setup.files.open(uri);
      if (isRefusal(handle)) continue;
      handles.push(handle);
      const kept = await this.#read(uri, handle, request);
      if (kept === undefined) return close().then(() => undefined);
      if (kept !== 'unreadable') opened.push({ part: partOf(uri, kept, handle, request.kernel), kept });
    }
    const merged = mergeViews(opened.map(({ kept }) => kept), request.kernel, plan.name);
    if (!merged) return close().then(() => 'unreadable');
    return { plan, close, table: new OtherTable(merged.view, opened.flatMap(({ part, kept }) => (merged.of.has(kept) ? [part] : []))) };
  }

  async #read(uri: string, handle: FileHandle, { kernel, detectors, control }: PartnerRequest): Promise<Kept | 'unreadable' | undefined> {
    const facts = await this.#setup.files.stat(uri);
    const stamp = isRefusal(facts) ? '' : `${facts.size}:${facts.modified}`;
    const known = this.#kept.get(uri);
    const found = await this.#setup.findDescription(uri);
    const declared = { ...await this.#setup.readingOf?.(uri), ...found?.declared };
    const stampWithWords = `${stamp}:${JSON.stringify(declared)}`;
    if (stamp !== '' && known?.stamp === stampWithWords) {
      this.#kept.delete(uri);
      this.#kept.set(uri, known);
      return known;
    }
    const format = this.#setup.formatOf(fileNameOf(uri));
    const opened = format && await openTable({ source: handle, fileName: fileNameOf(uri), format, kernel, declared });
    if (!format || !opened || 'unreadable' in opened) return 'unreadable';
    const settled = await settledScan({ kernel, format, source: opened.text.source, reading: opened.reading }, this.#setup.log, control);
    if (!settled) return undefined;
    const { scan, readable } = settled;
    const { reading } = readable;
    const columns = await buildColumns(scan, readable, found ? fitResource(found.described.resource, reading).fields : [], detectors, control);
    const exported = columns && scan.summarizer.export();
    scan.summarizer.dispose();
    if (!columns || !exported) return undefined;
    const { headers, duplicates, rowHashes: rows, summary: { records }, index: { firstLine } } = scan;
    const { ml, privacy } = found?.described.description ?? {};
    const view: TableView = { name: fileNameOf(uri), columns, records, reading, ml, privacy, duplicates, sample: undefined, risk: undefined, pair: () => undefined };
    const all = columns.map((_, column) => column).join();
    const kept: Kept = { stamp: stampWithWords, format, view, exported, firstLine, headers, indexes: new Map(rows ? [[`rows:${all}`, rows]] : []), texts: new Map() };
    this.#kept.delete(uri);
    this.#kept.set(uri, kept);
    return kept;
  }

  /** The newest are last. Indexes are given up before the summaries they belong to. */
  #forgetOldest(): void {
    const newestFirst = [...this.#kept].reverse();
    for (const [uri] of newestFirst.slice(MOST_KEPT)) this.#kept.delete(uri);
    for (const [, { texts }] of newestFirst.slice(1)) texts.clear();
    let bytes = 0;
    for (const [, { indexes, view }] of newestFirst) {
      bytes += indexes.size * view.records * BYTES_PER_ROW;
      if (bytes > INDEX_BYTES) indexes.clear();
    }
  }
}

function partOf(uri: string, { format, view: { reading }, firstLine, headers, indexes, texts }: Kept, file: FileHandle, kernel: Kernel): OtherPart {
  const packed = isPackedName(fileNameOf(uri));
  const hasText = !packed && !format.inspect;
  const source = textIn(file, packed, reading.encoding);
  return { uri, readable: { kernel, format, source, reading }, firstLine, headers: hasText ? headers : [], indexes, texts, hasText };
}

/** The first pass over a file, once more where it met columns that its head does not have. */
async function settledScan(first: Readable, log: Log | undefined, control: Control): Promise<{ readonly scan: Scan; readonly readable: Readable } | undefined> {
  const wants = { rowHashes: true, scanners: [], log };
  const scan = await scanTable(first, wants, control);
  const reading = scan && first.format.settle?.(first.reading, scan.columns, scan.facts);
  if (!scan || !reading || reading === first.reading) return scan && { scan, readable: first };
  scan.summarizer.dispose();
  const readable = { ...first, reading };
  const again = await scanTable(readable, wants, control);
  return again && { scan: again, readable };
}
