import type { Log } from '../core/host.ts';
import type { Problem } from '../core/problem.ts';
import type { Answer, Rule, Unit } from '../core/rule.ts';
import type { Query } from '../core/query.ts';
import { modeOf } from '../config/configuration.ts';
import type { Configuration, RuleMode } from '../config/configuration.ts';

/** A rule that is on, with the settings it runs under. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly mode: RuleMode;
}

/** A problem with the rule and the unit it came from. */
export interface Judged {
  readonly rule: Rule;
  readonly mode: RuleMode;
  readonly problem: Problem;
  /** Column of the unit, -1 where the unit is no column. */
  readonly column: number;
  readonly unit: Unit;
}

export interface Asked {
  readonly active: ActiveRule;
  readonly unit: Unit;
  readonly query: Query;
}

/** Which heavy rules run: none (while somebody types), those the configuration switches on, or all that are not switched off. */
export type HeavyRules = 'none' | 'configured' | 'all';

export function activeRules(rules: readonly Rule[], configuration: Configuration, heavy: HeavyRules = 'configured'): readonly ActiveRule[] {
  return rules.map(rule => ({ rule, mode: modeOf(configuration, rule) })).filter(({ rule, mode }) => mode.enabled && (!rule.heavy || mayRun(mode, heavy)));
}

const mayRun = (mode: RuleMode, heavy: HeavyRules): boolean => heavy === 'all' || (heavy === 'configured' && mode.named);

export const columnOf = (unit: Unit): number => (unit.scope === 'column' ? unit.input.column.index : -1);

/** Runs rules over units. A rule that throws costs its own findings only: it is logged, without data, and named in `failed`. */
export class Judge {
  readonly failed = new Set<string>();
  readonly #log: Log | undefined;

  constructor(log: Log | undefined) {
    this.#log = log;
  }

  problems(actives: readonly ActiveRule[], units: readonly Unit[]): readonly Judged[] {
    return actives.flatMap(active => units.filter(unit => unit.scope === active.rule.scope).flatMap(unit => this.check(active, unit)));
  }

  check(active: ActiveRule, unit: Unit, answer?: Answer): readonly Judged[] {
    const { rule, mode } = active;
    const column = columnOf(unit);
    return this.#guard(rule, () => [...rule.check(unit, mode.settings, answer)].map(problem => ({ rule, mode, problem, column, unit }))) ?? [];
  }

  questions(actives: readonly ActiveRule[], units: readonly Unit[]): readonly Asked[] {
    return actives.flatMap(active => units.filter(unit => unit.scope === active.rule.scope).flatMap(unit => {
      const query = this.#guard(active.rule, () => active.rule.ask(unit, active.mode.settings));
      return query ? [{ active, unit, query }] : [];
    }));
  }

  #guard<T>(rule: Rule, run: () => T): T | undefined {
    try {
      return run();
    } catch (cause) {
      this.failed.add(rule.id);
      this.#log?.error(`rule ${rule.id} (since ${rule.since}) failed`, cause instanceof Error ? cause : undefined);
      return undefined;
    }
  }
}
