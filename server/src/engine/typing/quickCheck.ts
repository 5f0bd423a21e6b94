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
import { type ActiveRule, activeRules, columnOf, type Judged, Judge } from '../judge.ts';
import { type ColumnMasks, masksOf } from '../mask.ts';
import { maskFinding } from '../maskFinding.ts';
import { allRules } from '../registry.ts';
import { siftFindings } from '../sift.ts';
import type { Assembled } from './assemble.ts';
import { type Changes, changedFacts, type Looks, Watcher } from './watched.ts';

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
  readonly #byScope: ReadonlyMap<string, readonly ActiveRule[]>;
  readonly #renewed: ReadonlySet<string>;
  /** What hides values of each column: working it out takes longer than a keystroke may. */
  readonly #hidden: ColumnMasks;
  readonly #watcher: Watcher;
  #document: { readonly facts: readonly StructuralFact[]; readonly records: number; readonly outcome: Outcome } | undefined;
  #state: { readonly counts: CountedTable; readonly columns: readonly Column[] } | undefined;
  /** By unit and by rule of its scope. */
  readonly #said: (Said | undefined)[][] = [];
  #problems: readonly Judged[] = [];
  #table: Outcome = NOTHING;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#hidden = masksOf(around.table);
    this.#watcher = new Watcher(around.table?.columns.length ?? 0);
    const scopes = scopesOf(around);
    const rules = allRules.filter(rule => tierOf(rule) === 1 && scopes.has(rule.scope));
    this.#active = activeRules(rules, around.configuration, 'none');
    this.#byScope = new Map([...scopes].map(scope => [scope, this.#active.filter(({ rule }) => rule.scope === scope)]));
    this.#renewed = new Set(this.#active.map(({ rule }) => rule.id));
  }

  /**
   * Findings of all rules that need no more than counts and facts, anew; those of other rules, and those whose cells would have to be looked for, are
   * kept of `before` as long as their rule does not say that they are over. In the order in which they show.
   */
  judge(assembled: Assembled, reading: Reading, before: readonly Finding[]): readonly Finding[] {
    const judge = new Judge(this.#around.log);
    const outcomes = [this.#ofDocument(assembled, reading, judge), this.#ofTable(assembled, reading, judge)];
    const open = new Set(outcomes.flatMap(outcome => outcome.open));
    const kept = before.filter(finding => !this.#renewed.has(finding.rule) || open.has(keyOf(finding.rule, finding.column)));
    return [...kept, ...outcomes.flatMap(({ fresh }) => fresh)].sort(byRange);
  }

  /** What `judge` does when nothing is known yet, in parts between which others may have a turn. */
  rehearsal(assembled: Assembled, reading: Reading): readonly (() => void)[] {
    const judge = new Judge(this.#around.log);
    return [() => this.#ofDocument(assembled, reading, judge), () => this.#ofTable(assembled, reading, judge)];
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

  /** What rules about the table and its columns say: only those are asked again that looked at something which is not as it was. */
  #ofTable(assembled: Assembled, reading: Reading, judge: Judge): Outcome {
    const { described, table: before } = this.#around;
    if (!before) return NOTHING;
    const { counts } = assembled;
    const { changes, columns } = this.#renew(before.columns, counts, reading);
    const watcher = this.#watcher;
    const table: TableView = { ...before, get records() { return watcher.records(counts.records); }, columns };
    const { ml, privacy } = before;
    const units: readonly Unit[] = [
      { scope: 'table', input: { table } },
      ...(described ? [{ scope: 'resource', input: { resource: described.resource, table } } as const] : []),
      ...columns.map((column): Unit => ({ scope: 'column', input: { column, reading, get records() { return watcher.records(counts.records); }, ml, privacy } })),
    ];
    if (!this.#askAll(units, changes, judge) && !this.#problems.some(isInRow)) return this.#table;
    this.#problems = this.#said.flatMap(rules => rules.flatMap(said => said?.problems ?? []));
    return this.#table = this.#outcome(this.#problems, assembled);
  }

  /** Has those rules look at a unit that have reason to; true where some rule has something else to say than before. */
  #askAll(units: readonly Unit[], changes: Changes, judge: Judge): boolean {
    let isNews = false;
    for (const [at, unit] of units.entries()) {
      const column = columnOf(unit);
      if (column >= 0 && !changes.records && changes.facts[column] === 0) continue;
      const said = this.#said[at] ??= [];
      for (const [i, active] of (this.#byScope.get(unit.scope) ?? []).entries()) {
        const before = said[i];
        if (before && !before.looks.meet(changes)) continue;
        const { result: problems, looks } = this.#watcher.watch(() => judge.check(active, unit));
        said[i] = { problems, looks };
        isNews ||= problems.length > 0 || (before?.problems.length ?? 0) > 0;
      }
    }
    return isNews;
  }

  /** The columns as they are now, those the very same whose counts are. */
  #renew(before: readonly Column[], counts: CountedTable, reading: Reading): { readonly changes: Changes; readonly columns: readonly Column[] } {
    const known = this.#state;
    const facts = new Uint16Array(before.length);
    const columns = before.map(column => {
      const { index } = column;
      const last = known?.columns[index];
      if (last && known.counts.isSame(counts, index)) return last;
      const now = renewed(column, counts, reading);
      facts[index] = changedFacts(last?.summary, now.summary, known?.counts.hasSameNumbers(counts, index) === true);
      return this.#watcher.column(now);
    });
    this.#state = { counts, columns };
    return { changes: { records: known?.counts.records !== counts.records, facts }, columns };
  }
}

/** What a rule said of a unit, and what it looked at. */
interface Said {
  readonly problems: readonly Judged[];
  readonly looks: Looks;
}

/** What comes of some problems: findings, and the rules and columns of those that wait for a whole check. */
interface Outcome {
  readonly fresh: readonly Finding[];
  readonly open: readonly string[];
}

const NOTHING: Outcome = { fresh: [], open: [] };

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

/** Whether a problem stands at a row, which may move. */
const isInRow = ({ problem: { place, places = [], related = [] } }: Judged): boolean => [place, ...places, ...related.map(one => one.place)].some(one => 'row' in one);

const keyOf = (rule: string, column: number): string => `${rule} ${column}`;

function byRange({ primary: a }: Finding, { primary: b }: Finding): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
