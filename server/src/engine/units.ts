import type { Detector } from '../core/detector.ts';
import type { SourceFacts, TableView, Unit } from '../core/rule.ts';
import { describedBy, seenBy } from './alsoDescribed.ts';
import type { Described } from './described.ts';
import { allDetectors } from './registry.ts';
import type { Scan } from './scan.ts';

/** Whose units are shown; see `CheckRequest`. */
interface UnitsRequest {
  readonly described?: Described;
  readonly alsoDescribed?: readonly Described[];
  readonly today?: string | undefined;
  readonly detectors?: readonly Detector[];
}

/** What rules are shown of a table by itself. `files` as the descriptions: of the nearest one, then of the others. */
export function unitsOf(
  table: TableView, scan: Scan, [file, ...files]: readonly (SourceFacts | undefined)[], { described, alsoDescribed = [], today, detectors = allDetectors }: UnitsRequest,
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
