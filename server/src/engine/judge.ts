import type { Log } from '../core/host.ts';
import type { Problem } from '../core/problem.ts';
import type { Answer, Rule, Unit } from '../core/rule.ts';
import type { Query } from '../core/query.ts';
import { modeOf } from '../config/configuration.ts';
import { type Control, goesOn } from './pass.ts';
import type { Configuration, RuleMode } from '../config/configuration.ts';

/** A rule that is on, with the settings it runs under. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly mode: RuleMode;
  /** The mode for a column of this name. */
  modeIn(column: string): RuleMode;
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

/** Rules that are on for some column at least. Those that are on for none but some columns are run and their findings sifted afterwards. */
export function activeRules(rules: readonly Rule[], configuration: Configuration, heavy: HeavyRules = 'configured'): readonly ActiveRule[] {
  return rules.map(rule => activeRule(rule, configuration))
    .filter(({ rule, mode }) => (mode.enabled || isOnSomewhere(rule, configuration)) && (!rule.heavy || mayRun(mode, heavy)));
}

function activeRule(rule: Rule, configuration: Configuration): ActiveRule {
  const mode = modeOf(configuration, rule);
  return { rule, mode, modeIn: configuration.columns?.length ? column => modeOf(configuration, rule, column) : () => mode };
}

function isOnSomewhere(rule: Rule, { columns = [] }: Configuration): boolean {
  const asleep = { ...rule, enabled: false };
  return columns.some(own => modeOf({ rules: own.rules }, asleep).enabled);
}

const mayRun = (mode: RuleMode, heavy: HeavyRules): boolean => heavy === 'all' || (heavy === 'configured' && mode.named);

export const columnOf = (unit: Unit): number => (unit.scope === 'column' ? unit.input.column.index : -1);

/** Columns a rule looks at before others have a turn. */
const UNITS = 32;

/** Runs rules over units. A rule that throws costs its own findings only: it is logged, without data, and named in `failed`. */
export class Judge {
  readonly failed = new Set<string>();
  readonly #log: Log | undefined;

  /** Whether a rule about columns has nothing to say of one. */
  passesOver: (rule: string, column: number) => boolean = () => false;

  constructor(log: Log | undefined) {
    this.#log = log;
  }

  problems(actives: readonly ActiveRule[], units: readonly Unit[]): readonly Judged[] {
    return actives.flatMap(active => units.filter(unit => unit.scope === active.rule.scope).flatMap(unit => this.check(active, unit)));
  }

  /** The same, with turns for others in between: together they take longer than anybody may wait for an answer. `undefined` when cancelled. */
  async problemsInTurns(actives: readonly ActiveRule[], units: readonly Unit[], control: Control): Promise<readonly Judged[] | undefined> {
    const found: Judged[] = [];
    for (const active of actives) {
      for (const [i, unit] of units.filter(unit => unit.scope === active.rule.scope).entries()) {
        const steps = this.#steps(active, unit);
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) if (!await goesOn(control)) return undefined;
        for (const judged of step.value) found.push(judged);
        if (i % UNITS === UNITS - 1 && !await goesOn(control)) return undefined;
      }
      if (!await goesOn(control)) return undefined;
    }
    return found;
  }

  check(active: ActiveRule, unit: Unit, answer?: Answer): readonly Judged[] {
    const steps = this.#steps(active, unit, answer);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  }

  /** Yields wherever others may have a turn; what was found comes at the end, all or nothing. */
  *#steps({ rule, mode: general, modeIn }: ActiveRule, unit: Unit, answer?: Answer): Generator<undefined, readonly Judged[]> {
    const column = columnOf(unit);
    const mode = unit.scope === 'column' ? modeIn(unit.input.column.name) : general;
    if (unit.scope === 'column' && (!mode.enabled || this.passesOver(rule.id, column))) return [];
    const found: Judged[] = [];
    try {
      for (const problem of rule.check(unit, mode.settings, answer)) {
        if (problem) found.push({ rule, mode, problem, column, unit });
        else yield;
      }
      return found;
    } catch (cause) {
      this.#fail(rule, cause);
      return [];
    }
  }

  questions(actives: readonly ActiveRule[], units: readonly Unit[]): readonly Asked[] {
    return actives.flatMap(active => units.filter(unit => unit.scope === active.rule.scope).flatMap(unit => {
      const mode = unit.scope === 'column' ? active.modeIn(unit.input.column.name) : active.mode;
      const query = mode.enabled && !(unit.scope === 'column' && this.passesOver(active.rule.id, columnOf(unit))) ? this.#guard(active.rule, () => active.rule.ask(unit, mode.settings)) : undefined;
      return query ? [{ active, unit, query }] : [];
    }));
  }

  #guard<T>(rule: Rule, run: () => T): T | undefined {
    try {
      return run();
    } catch (cause) {
      this.#fail(rule, cause);
      return undefined;
    }
  }

  #fail({ id, since }: Rule, cause: unknown): void {
    this.failed.add(id);
    this.#log?.error(`rule ${id} (since ${since}) failed`, cause instanceof Error ? cause : undefined);
  }
}
