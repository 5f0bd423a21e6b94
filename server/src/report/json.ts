import type { Finding, Spot } from '../core/finding.ts';
import type { Json } from '../core/problem.ts';
import type { ColumnMasks } from '../engine/mask.ts';
import { shownFacts } from '../engine/maskFinding.ts';
import { renderMessage } from '../words/render.ts';
import { tally } from './report.ts';
import type { FileReport, Report } from './report.ts';

/** One JSON document. Lines and characters count from 0 and characters are UTF-16 code units, as in the Language Server Protocol. */
export function writeJson(report: Report): string {
  const document = { version: report.version, files: report.files.map(file => fileOf(file, report.locale)), summary: tally(report) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** One JSON object a line: a line for each finding with its path, and one with the numbers at the end. */
export function writeJsonLines(report: Report): string {
  const findings = report.files.flatMap(({ path, findings: own, masks }) => own.map(finding => (
    JSON.stringify({ path, ...findingOf(finding, masks, message => renderMessage(message, { locale: report.locale, mask: masks })) }))));
  return `${[...findings, JSON.stringify({ version: report.version, files: report.files.length, summary: tally(report) })].join('\n')}\n`;
}

function fileOf({ path, findings, notices, masks, suppressed = 0, known = 0 }: FileReport, locale: string): Json {
  const rendering = { locale, mask: masks };
  return {
    path,
    findings: findings.map(finding => findingOf(finding, masks, message => renderMessage(message, rendering))),
    notices: notices.map(notice => renderMessage(notice, rendering)),
    suppressed, baseline: known,
  };
}

function findingOf(finding: Finding, masks: ColumnMasks, words: (message: Finding['message']) => string): { readonly [key: string]: Json } {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: words(finding.message),
    range: rangeOf(finding.primary),
    count: finding.count,
    spots: finding.spots.map(spot => ({ ...rowAndColumn(spot), range: rangeOf(spot) })),
    facts: { ...shownFacts(finding, masks) },
    ...(finding.fix && { fix: { title: words(finding.fix.title), safety: finding.fix.safety } }),
  };
}

const rangeOf = ({ range: { start, end } }: Spot): Json => ({ start: { ...start }, end: { ...end } });

/** Row (from 0, the header not counted) and column (from 0) where the place has them. */
function rowAndColumn({ place }: Spot): { readonly [key: string]: Json } {
  return { ...('row' in place && { row: place.row }), ...('column' in place && { column: place.column }) };
}
