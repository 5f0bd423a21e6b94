import type { Finding } from '../core/finding.ts';
import type { Message } from '../core/message.ts';
import type { Severity } from '../core/problem.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { ColumnMasks } from '../engine/mask.ts';

/** What one run of the command line found, ready to be written in any output format. */
export interface Report {
  readonly locale: string;
  readonly version: string;
  readonly files: readonly FileReport[];
}

export interface FileReport {
  readonly uri: string;
  /** Path as the user would write it, with `/`. */
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly notices: readonly Message[];
  readonly masks: ColumnMasks;
  /** Findings that a suppression left out, and those that the baseline knows. */
  readonly suppressed?: number;
  readonly known?: number;
  /** Cells that findings are about, for the eye. */
  readonly excerpts?: ReadonlyMap<Finding, Excerpt>;
}

/** A cell as it stands in the file, masked where its column is, and where in it the matter is: character offsets. */
export interface Excerpt {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Writes a report; pure. */
export type Writer = (report: Report) => string;

/** Findings by severity over all files. */
export function tally(report: Report): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of report.files) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** True where some finding is at least as bad as `threshold`. */
export function reaches(report: Report, threshold: Severity): boolean {
  const worst = SEVERITIES.indexOf(threshold);
  return report.files.some(({ findings }) => findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= worst));
}
