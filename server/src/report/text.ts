import type { Finding, Spot } from '../core/finding.ts';
import { count, list, number, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { SEVERITIES } from '../core/problem.ts';
import { renderMessage, translate } from '../words/render.ts';
import { tally } from './report.ts';
import type { FileReport, Report } from './report.ts';

/** Further places of a finding that are named; the rest is counted. */
const PLACES = 3;

/** Lines for people and for editors that jump to `path:line:column`. Lines and columns count from 1. */
export function writeText(report: Report): string {
  const blocks = report.files.filter(({ findings, notices }) => findings.length + notices.length > 0).map(file => writeFile(file, report.locale));
  return [...blocks, renderMessage(summaryOf(report), report), ''].join('\n');
}

function writeFile({ path, findings, notices, masks }: FileReport, locale: string): string {
  const words = (message: Message): string => renderMessage(message, { locale, mask: masks });
  const lines = findings.flatMap(finding => [
    `${path}:${position(finding.primary)}: ${translate(finding.severity, locale)}: ${words(finding.message)} [${finding.rule}]`,
    ...furtherPlaces(finding, words),
  ]);
  return [...lines, ...notices.map(notice => `${path}: ${words(notice)}`), ''].join('\n');
}

function furtherPlaces({ primary, spots, count: total }: Finding, words: (message: Message) => string): readonly string[] {
  const others = spots.filter(spot => position(spot) !== position(primary));
  if (others.length === 0) return [];
  const remaining = total - (spots.length - others.length);
  const named = others.slice(0, PLACES).map(spot => ({ kind: 'message', message: { template: position(spot), parts: [] } } as const));
  const more = remaining - named.length;
  return [`    ${words(more > 0 ? say`at ${list(named)}, and ${number(more)} more` : say`at ${list(named)}`)}`];
}

const position = ({ range: { start } }: Spot): string => `${start.line + 1}:${start.character + 1}`;

function summaryOf(report: Report): Message {
  const counts = tally(report);
  const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(severity => ({ kind: 'message', message: NAMED[severity](counts[severity]) } as const));
  const files = count(report.files.length, 'file');
  return parts.length === 0 ? say`${files} checked: nothing to report` : say`${files} checked: ${list(parts)}`;
}

const NAMED = {
  error: (n: number) => (n === 1 ? say`${n} error` : say`${n} errors`),
  warning: (n: number) => (n === 1 ? say`${n} warning` : say`${n} warnings`),
  information: (n: number) => (n === 1 ? say`${n} remark` : say`${n} remarks`),
  hint: (n: number) => (n === 1 ? say`${n} hint` : say`${n} hints`),
};
