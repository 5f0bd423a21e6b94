import type { Column } from '../../core/column.ts';
import type { Finding } from '../../core/finding.ts';
import type { Log } from '../../core/host.ts';
import type { Reading } from '../../core/reading.ts';
import type { TableView, Unit } from '../../core/rule.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { tierOf } from '../../core/tier.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { NumberSummary } from '../../core/summary.ts';
import type { CountedColumn, CountedTable } from '../../kernel/counts.ts';
import { nullSpellings } from '../columns.ts';
import type { Described } from '../described.ts';
import { type Resolved, toFindings } from '../findings.ts';
import { foldFindings } from '../fold.ts';
import { type ActiveRule, activeRules, type Judged, Judge } from '../judge.ts';
import { type ColumnMasks, masksOf } from '../mask.ts';
import { maskFinding } from '../maskFinding.ts';
import { allRules } from '../registry.ts';
import { siftFindings } from '../sift.ts';
import type { Assembled } from './assemble.ts';

/** What is known of a document besides what its segments tell. */
export interface Surroundings {
  readonly uri: string;
  readonly configuration: Configuration;
  /** The table as the last whole check saw it; without one only rules about the document run. */
  readonly table: TableView | undefined;
  readonly described: Described | undefined;
  readonly masks: ColumnMasks;
  readonly log: Log;
}

/** Judges a document by its segments, again and again while somebody types. */
export class QuickCheck {
  readonly #around: Surroundings;
  readonly #active: readonly ActiveRule[];
  /** What hides values of each column: working it out takes longer than a keystroke may. */
  readonly #hidden: ColumnMasks;
  #document: { readonly facts: readonly StructuralFact[]; readonly records: number; readonly outcome: Outcome } | undefined;
  #before: { readonly counts: CountedTable; readonly columns: readonly JudgedColumn[] } | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#hidden = masksOf(around.table);
    const scopes = scopesOf(around);
    const rules = allRules.filter(rule => tierOf(rule) === 1 && scopes.has(rule.scope));
    this.#active = activeRules(rules, around.configuration, 'none');
  }

  /**
   * Findings of all rules that need no more than counts and facts, anew; those of other rules, and those whose cells would have to be looked for, are
   * kept of `before` as long as their rule does not say that they are over. In the order in which they show.
   */
  judge(assembled: Assembled, reading: Reading, before: readonly Finding[]): readonly Finding[] {
    const judge = new Judge(this.#around.log);
    const outcomes = [this.#ofDocument(assembled, reading, judge), this.#outcome(this.#ofTable(assembled.counts, reading, judge), assembled)];
    const open = new Set(outcomes.flatMap(outcome => outcome.open));
    const renewed = new Set(this.#active.map(({ rule }) => rule.id));
    const kept = before.filter(finding => !renewed.has(finding.rule) || open.has(keyOf(finding.rule, finding.column)));
    return [...kept, ...outcomes.flatMap(({ fresh }) => fresh)].sort(byRange);
  }

  /** What rules about the document say: what they said before, where nothing in it changed that they look at. */
  #ofDocument(assembled: Assembled, reading: Reading, judge: Judge): Outcome {
    const { facts, counts: { records } } = assembled;
    if (this.#document?.facts === facts && this.#document.records === records) return this.#document.outcome;
    const outcome = this.#outcome(judge.problems(this.#active, [{ scope: 'document', input: { facts, reading, records } }]), assembled);
    this.#document = { facts, records, outcome };
    return outcome;
  }

  #outcome(problems: readonly Judged[], assembled: Assembled): Outcome {
    const ready = problems.map(judged => isAnswered(judged, assembled));
    const open = problems.filter((_, i) => !ready[i]).map(({ rule, column, problem: { place } }) => keyOf(rule.id, 'column' in place ? place.column : column));
    return { fresh: this.#findings(problems.filter((_, i) => ready[i]), assembled), open };
  }

  #findings(problems: readonly Judged[], assembled: Assembled): readonly Finding[] {
    const { uri, configuration, table, masks } = this.#around;
    const resolved = problems.map((judged): Resolved => ({ judged, matches: undefined, fixMatches: undefined }));
    const found = toFindings(resolved, uri, assembled.locate);
    const columnName = (index: number): string | undefined => table?.columns[index]?.name;
    const { findings } = siftFindings(found, { configuration, rules: allRules, columnName, mayHash: column => table !== undefined && this.#hidden(column) === undefined });
    return foldFindings(findings, table?.columns ?? []).map(finding => maskFinding(finding, masks));
  }

  #ofTable(counts: CountedTable, reading: Reading, judge: Judge): readonly Judged[] {
    const { described, table: before } = this.#around;
    if (!before) return [];
    const columns = before.columns.map(column => this.#judged(column, counts, reading, judge));
    const table: TableView = { ...before, records: counts.records, columns: columns.map(({ column }) => column) };
    const resource: readonly Unit[] = described ? [{ scope: 'resource', input: { resource: described.resource, table } }] : [];
    this.#before = { counts, columns };
    return [...judge.problems(this.#active, [{ scope: 'table', input: { table } }, ...resource]), ...columns.flatMap(({ problems }) => problems)];
  }

  /** What is wrong with a column: what was wrong with it before, where its counts are the same, as those of most columns are. */
  #judged(column: Column, counts: CountedTable, reading: Reading, judge: Judge): JudgedColumn {
    const known = this.#before?.columns[column.index];
    if (known && this.#before?.counts.records === counts.records && counts.isSame(this.#before.counts, column.index)) return known;
    const now = renewed(column, counts, reading);
    const unit: Unit = { scope: 'column', input: { column: now, reading, records: counts.records, ml: this.#around.table?.ml, privacy: this.#around.table?.privacy } };
    return { column: now, problems: judge.problems(this.#active, [unit]) };
  }
}

/** What comes of some problems: findings, and the rules and columns of those that wait for a whole check. */
interface Outcome {
  readonly fresh: readonly Finding[];
  readonly open: readonly string[];
}

interface JudgedColumn {
  readonly column: Column;
  readonly problems: readonly Judged[];
}

const scopesOf = ({ table, described }: Surroundings): ReadonlySet<string> =>
  new Set(['document', ...(table ? ['table', 'column'] : []), ...(table && described ? ['resource'] : [])]);

/** A column with the counts of the present text; what values it holds, and how they are spread, is as it was at the last whole check. */
function renewed(column: Column, counts: CountedTable, reading: Reading): Column {
  const before = column.summary;
  const { numbers, ...counted } = counts.column(column.index);
  const summary = { ...before, ...counted, numbers: numbers && withSpread(numbers, before.numbers) };
  return { ...column, summary, nullSpellings: nullSpellings(summary, reading) };
}

function withSpread(now: NonNullable<CountedColumn['numbers']>, before: NumberSummary | undefined): NumberSummary {
  const { count, min, max, negative, zero } = now;
  return {
    count, min, max, negative, zero,
    get mean() { return now.mean; },
    get variance() { return now.variance; },
    quantile: p => before?.quantile(p) ?? min,
    relativeError: before?.relativeError ?? 0,
    buckets: before?.buckets ?? [],
  };
}

/** Whether a problem can be shown as it is: no cells have to be looked for, and it is known where all its places are. */
function isAnswered({ problem: { cells, fix, place, places = [], related = [] } }: Judged, { locate }: Assembled): boolean {
  return cells === undefined && fix?.cells === undefined && [place, ...places, ...related.map(one => one.place)].every(one => locate(one) !== undefined);
}

const keyOf = (rule: string, column: number): string => `${rule} ${column}`;

function byRange({ primary: a }: Finding, { primary: b }: Finding): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
