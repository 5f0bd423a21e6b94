import { countable, isKnown } from '../config/baseline.ts';
import { type Configuration, modeOf } from '../config/configuration.ts';
import { suppresses } from '../config/suppressions.ts';
import type { Finding } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';

/** What is known of the table whose findings are sifted; nothing for documents that are none. */
export interface Sifting {
  readonly configuration: Configuration;
  readonly rules: readonly Rule[];
  columnName(index: number): string | undefined;
  /** Whether values of a column may leave the data, be it as a hash. */
  mayHash(column: number): boolean;
}

/** Findings that are shown, and what became of the others. */
export interface Sifted {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  /** Findings that were there when the baseline was written. */
  readonly known: number;
  /** Positions, in the configuration, of the suppressions that something was left out for. */
  readonly usedSuppressions: readonly number[];
}

/** Leaves out what the configuration says of single columns, what is suppressed, and what the baseline knows, in this order. */
export function siftFindings(all: readonly Finding[], sifting: Sifting): Sifted {
  const { configuration: { suppressions = [], baseline } } = sifting;
  const meant = all.flatMap(finding => configured(finding, sifting));
  const used = new Set<number>();
  const open = meant.filter(finding => {
    const by = suppressions.findIndex(suppression => suppresses(suppression, finding, sifting.columnName(finding.column)));
    if (by >= 0) used.add(by);
    return by < 0;
  });
  const counted = open.map(finding => countable(finding, sifting.columnName(finding.column), sifting.mayHash(finding.column)));
  const known = baseline ? isKnown(baseline, counted) : [];
  const findings = open.filter((_, i) => !known[i]);
  return { findings, suppressed: meant.length - open.length, known: open.length - findings.length, usedSuppressions: [...used] };
}

/** The finding as the configuration of its column has it, if it is wanted there. */
function configured(finding: Finding, { configuration, rules, columnName }: Sifting): readonly Finding[] {
  const rule = configuration.columns?.length ? rules.find(({ id }) => id === finding.rule) : undefined;
  if (!rule) return [finding];
  const { enabled, severity } = modeOf(configuration, rule, columnName(finding.column));
  return enabled ? [severity ? { ...finding, severity } : finding] : [];
}
