import type { MissingRule, PrivacyDescription } from '../../core/annotation.ts';
import type { Column } from '../../core/column.ts';
import type { Detector } from '../../core/detector.ts';
import type { Offence, PopulationView, UnusablePopulation } from '../../core/risk.ts';
import { linkedClasses, peopleOf, populationRisk, presenceOf, type LinkedClasses } from '../../privacy/measures/population.ts';
import type { Readable } from '../chunkIndex.ts';
import { codeTables, type CodedPart } from '../codeColumns.ts';
import type { Described } from '../described.ts';
import type { Control } from '../pass.ts';
import { resolvePath } from '../resourcePaths.ts';
import type { Scan } from '../scan.ts';
import { summarizerOf } from '../scanPart.ts';
import type { OtherTable } from '../splits/otherTable.ts';
import type { TableFinder } from '../splits/partners.ts';

/** A scanned table, and what finding another one needs. */
export interface Around {
  readonly uri: string;
  readonly scan: Scan;
  readonly readable: Readable;
  readonly described: Described;
  readonly detectors: readonly Detector[];
  readonly partners: TableFinder | undefined;
  readonly control: Control;
  readonly missing: MissingRule;
  /** Codes of persons by row. */
  readonly unit: Uint32Array | undefined;
}

/**
 * The classes of a table beside those of the population its annotation names: a resource of the description, or a file beside it. `undefined` where none
 * is named, where nobody can look for it, and when cancelled.
 */
export async function populationFor(quasiIdentifiers: readonly Column[], around: Around): Promise<PopulationView | UnusablePopulation | undefined> {
  const { uri, described, detectors, partners, control, readable: { kernel } } = around;
  const named = populationOf(described.description.privacy);
  if (named === undefined || !partners) return undefined;
  const uris = urisOf(named, described);
  const opened = await partners.openAll([{ name: named, uris }], { uri, described, detectors, control, kernel });
  if (!opened) return undefined;
  const [partner] = opened;
  if (!partner) return { is: 'unreadable', name: named, lacks: [] };
  try {
    const own = { readable: around.readable, summarizer: around.scan.summarizer, rows: around.scan.rows };
    return await measurePopulation({ quasiIdentifiers, own, population: partner.table, name: named, missing: around.missing, unit: around.unit }, control);
  } finally {
    await partner.close();
  }
}

/** What the guarantees are promised over; one table of people is enough for all. */
export const populationOf = ({ guarantees: { kMap, deltaPresence } = {} }: Partial<PrivacyDescription> = {}): string | undefined => kMap?.population ?? deltaPresence?.population;

/** Whether the resource is the population that its description names. */
export function isPopulation({ description: { privacy }, resource }: Described): boolean {
  const named = populationOf(privacy);
  return named !== undefined && (resource.name === named || resource.paths.includes(named));
}

/** The files of the population: of the resource of that name, or a path beside the description. */
export function urisOf(named: string, { uri, description }: Described): readonly string[] {
  const resource = description.resources.find(({ name }) => name === named);
  return (resource?.paths ?? [named]).flatMap(path => resolvePath(uri, path).uri ?? []);
}

/** What a table is held against. */
export interface PopulationQuestion {
  /** The quasi-identifiers, in the table as it is read by `own`. */
  readonly quasiIdentifiers: readonly Column[];
  readonly own: Omit<CodedPart, 'columns'>;
  readonly population: OtherTable;
  readonly name: string;
  readonly missing: MissingRule;
  /** Codes of persons by row. */
  readonly unit: Uint32Array | undefined;
}

/** Reads both tables, and cuts them into classes together; `undefined` when cancelled. Columns are told by their names. */
export async function measurePopulation(
  { quasiIdentifiers, own, population: { view, parts }, name, missing, unit }: PopulationQuestion, control: Control,
): Promise<PopulationView | UnusablePopulation | undefined> {
  const places = quasiIdentifiers.map(column => view.columns.findIndex(other => other.name === column.name));
  const lacks = quasiIdentifiers.filter((_, i) => places[i] === -1).map(column => column.name);
  if (lacks.length > 0) return { is: 'lacking', name, lacks };
  const others = parts.map(({ readable }): CodedPart => ({ readable, summarizer: summarizerOf(readable.kernel, readable.reading), columns: places, rows: view.records }));
  try {
    const coded = await codeTables([{ ...own, columns: quasiIdentifiers.map(({ index }) => index) }, ...others], control);
    if (!coded) return undefined;
    const rows = coded.ends[0] ?? 0;
    return viewOf(linkedClasses({ columns: coded.columns.map(({ codes }) => codes), rows, missing, unit }), name, rows);
  } finally {
    others.forEach(({ summarizer }) => summarizer.dispose());
  }
}

/** Shares are off by rounding. */
const ROUNDING = 1e-9;

function viewOf(linked: LinkedClasses, name: string, rows: number): PopulationView {
  const { kMap, journalist, marketer, presence } = populationRisk(linked);
  const has = (index: number): boolean => (linked.own[index] ?? 0) > 0;
  return {
    is: 'usable', name, kMap, journalist, marketer, presence, rows: linked.own.reduce((sum, own) => sum + own, 0),
    short: offenceOf(linked, rows, index => has(index) && (linked.people[index] ?? 0) < (linked.inTable[index] ?? 0)),
    fewerThan: k => offenceOf(linked, rows, index => has(index) && peopleOf(linked, index) < k),
    presentOutside: (least, most) => offenceOf(linked, rows, index => presenceOf(linked, index) < least - ROUNDING || presenceOf(linked, index) > most + ROUNDING),
  };
}

/** Rows of an offence that have a place. */
const MOST_ROWS = 1000;

/** The rows of the table that are in classes which break a promise. */
export function offenceOf(linked: LinkedClasses, rows: number, isBroken: (index: number) => boolean): Offence {
  const marked = new Uint8Array(rows);
  let [classes, total] = [0, 0];
  for (let index = 0; index < linked.count; index++) {
    if (!isBroken(index)) continue;
    classes++;
    total += linked.own[index] ?? 0;
    linked.forEachOwn(index, row => { marked[row] = 1; });
  }
  const first: number[] = [];
  for (let row = marked.indexOf(1); row !== -1 && first.length < MOST_ROWS; row = marked.indexOf(1, row + 1)) first.push(row);
  return { classes, rows: total, first };
}
