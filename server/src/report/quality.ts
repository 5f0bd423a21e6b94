import type { Finding } from '../core/finding.ts';
import type { Json, Severity } from '../core/problem.ts';
import { DIMENSIONS, type Dimension } from '../core/rule.ts';
import { isJsonList, isJsonObject } from '../util/json.ts';

/**
 * How good data is, by quality dimension. The score of a dimension is
 *
 *     1 - min(cells, sum over columns of min(rows, affected cells of the column)) / cells
 *
 * where a cell that a finding names counts with the weight of the finding's severity (error and warning 1, information 1/4, hint 0), a row counts as all of
 * its cells, a finding about a column as all cells of the column, and one about the file as all cells. So a score is the share of cells nothing speaks
 * against, never below 0, and one bad column of ten costs at most a tenth. Findings of several rules in one column add up to no more than the column.
 */
export interface Quality {
  readonly rows: number;
  readonly columns: number;
  /** One for each dimension, in the order of `DIMENSIONS`. */
  readonly scores: readonly QualityScore[];
  /** Plain mean of the scores. */
  readonly overall: number;
}

export interface QualityScore {
  readonly dimension: Dimension;
  /** From 0 to 1. */
  readonly score: number;
  /** Weighted cells that something speaks against. */
  readonly affected: number;
  readonly findings: number;
  /** The rule that costs most, if any does. */
  readonly worst: string | undefined;
}

/** What a score is computed from. */
export interface Judged {
  readonly rows: number;
  readonly columns: number;
  readonly findings: readonly Finding[];
}

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 1, warning: 1, information: 0.25, hint: 0 };

/** The quality of one table, or of a dataset of several. Findings of rules without a dimension, and about a description alone, do not count. */
export function qualityOf(tables: readonly Judged[], dimensionOf: (rule: string) => Dimension | undefined): Quality {
  const cells = tables.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const scores = DIMENSIONS.map((dimension): QualityScore => {
    const parts = tables.map(table => ({ table, own: table.findings.filter(({ rule }) => dimensionOf(rule) === dimension) }));
    const affected = parts.reduce((sum, { table, own }) => sum + affectedCells(table, own), 0);
    const findings = parts.reduce((sum, { own }) => sum + own.length, 0);
    const score = cells === 0 ? Number(findings === 0) : 1 - Math.min(1, affected / cells);
    return { dimension, score, affected, findings, worst: worstOf(parts) };
  });
  return {
    scores,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    columns: tables.reduce((sum, { columns }) => sum + columns, 0),
    overall: scores.reduce((sum, { score }) => sum + score, 0) / scores.length,
  };
}

function affectedCells({ rows, columns }: Pick<Judged, 'rows' | 'columns'>, findings: readonly Finding[]): number {
  const byColumn = new Float64Array(columns);
  for (const finding of findings) {
    const { column, cells } = reachOf(finding, rows);
    const headers = finding.column >= 0 ? headersOf(finding) : [];
    if (headers.length > 1) for (const i of headers) byColumn[i] = (byColumn[i] ?? 0) + cells;
    else if (column === undefined) for (let i = 0; i < columns; i++) byColumn[i] = (byColumn[i] ?? 0) + cells;
    else if (column < columns) byColumn[column] = (byColumn[column] ?? 0) + cells;
  }
  return byColumn.reduce((sum, some) => sum + Math.min(rows, some), 0);
}

/** Columns whose headers a finding shows at: one, or all that share what is said. */
const headersOf = ({ spots }: Finding): readonly number[] => spots.flatMap(({ place }) => (place.at === 'header' ? [place.column] : []));

/** Weighted cells a finding costs one column, or every column where it is about rows or the file. */
function reachOf({ severity, spots, primary, count, column }: Finding, rows: number): { readonly column: number | undefined; readonly cells: number } {
  const place = (spots[0] ?? primary).place;
  const weight = WEIGHTS[severity];
  switch (place.at) {
    case 'cell':
    case 'span': return { column: place.column, cells: weight * count };
    case 'row':
    case 'text': return { column: undefined, cells: weight * count };
    case 'header': return { column: column < 0 ? place.column : column, cells: weight * rows };
    case 'file': return { column: undefined, cells: weight * rows };
    // Nodes of a description and lines beside the table are no cells of it.
    default: return { column: undefined, cells: 0 };
  }
}

function worstOf(parts: readonly { readonly table: Judged; readonly own: readonly Finding[] }[]): string | undefined {
  const costs = new Map<string, number>();
  for (const { table, own } of parts) {
    for (const finding of own) costs.set(finding.rule, (costs.get(finding.rule) ?? 0) + affectedCells(table, [finding]));
  }
  const [first] = [...costs].filter(([, cost]) => cost > 0).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0];
}

/** A quality as it is kept in a report, for the next one to be compared with. */
export const writeQuality = ({ rows, columns, scores, overall }: Quality): Json => ({
  rows, columns, overall,
  dimensions: scores.map(({ dimension, score, affected, findings, worst }) => ({ dimension, score, affected, findings, ...(worst !== undefined && { worst }) })),
});

/** How a dimension stands against an earlier report. */
export interface Trend {
  readonly dimension: Dimension;
  readonly before: number;
  readonly now: number;
  /** Differences below a tenth of a percent are none. */
  readonly direction: 'better' | 'worse' | 'same';
}

const NOTICEABLE = 0.001;

/** What changed since an earlier report wrote `earlier`; dimensions it does not have are left out. */
export function trendOf({ scores }: Quality, earlier: Json): readonly Trend[] {
  const before = readScores(earlier);
  return scores.flatMap(({ dimension, score: now }): readonly Trend[] => {
    const then = before.get(dimension);
    if (then === undefined) return [];
    const direction = Math.abs(now - then) < NOTICEABLE ? 'same' : now > then ? 'better' : 'worse';
    return [{ dimension, before: then, now, direction }];
  });
}

function readScores(earlier: Json): ReadonlyMap<string, number> {
  const listed = isJsonObject(earlier) ? earlier['dimensions'] : undefined;
  const entries = isJsonList(listed) ? listed : [];
  return new Map(entries.flatMap((entry): readonly [string, number][] => {
    if (!isJsonObject(entry)) return [];
    const { dimension, score } = entry;
    return typeof dimension === 'string' && typeof score === 'number' && score >= 0 && score <= 1 ? [[dimension, score]] : [];
  }));
}
