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
  /** Findings that were left out because there are too many to write. */
  readonly omitted?: Counts;
  /** Whether a person reads it on a terminal: then cells are shown and colours used. */
  readonly terminal?: boolean;
}

export type Counts = Readonly<Record<Severity, number>>;

export interface FileReport {
  readonly uri: string;
  /** Path as the user would write it, with `/`. */
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly notices: readonly Message[];
  readonly masks: ColumnMasks;
  /** Files that were looked at as a part of this one and have no report of their own. */
  readonly others?: number;
  /** The path of the folder that the file was looked at as a part of. */
  readonly partOf?: string;
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

/** Findings by severity over all files, written or not. */
export function tally({ files, omitted }: Report): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0, ...omitted };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The report with at most so many findings, the worst ones, in the order they had; all are counted. */
export function limitFindings(report: Report, most: number): Report {
  const ranked = report.files.flatMap(({ findings }) => findings).map((finding, i) => ({ finding, i }))
    .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) || a.i - b.i);
  if (ranked.length <= most) return report;
  const kept = new Set(ranked.slice(0, most).map(({ finding }) => finding));
  const omitted = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of ranked.slice(most)) omitted[finding.severity]++;
  return { ...report, omitted, files: report.files.map(file => ({ ...file, findings: file.findings.filter(finding => kept.has(finding)) })) };
}

/** True where some finding is at least as bad as `threshold`. */
export function reaches(report: Report, threshold: Severity): boolean {
  const worst = SEVERITIES.indexOf(threshold);
  return report.files.some(({ findings }) => findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= worst));
}
