import type { Finding, Spot } from '../core/finding.ts';
import { count, list, number, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { Severity } from '../core/problem.ts';
import { displayWidth, shorten } from '../words/displayWidth.ts';
import { renderMessage, translate } from '../words/render.ts';
import { makeVisible } from '../words/visible.ts';
import { tally } from './report.ts';
import type { Excerpt, FileReport, Report } from './report.ts';

/** Further places of a finding that are named; the rest is counted. */
const PLACES = 3;

/** Lines for people and for editors that jump to `path:line:column`. Lines and columns count from 1. On a terminal the cells are shown too. */
export function writeText(report: Report): string {
  const { files, locale, terminal = false } = report;
  const blocks = files.filter(({ findings, notices }) => findings.length + notices.length > 0).map(file => writeFile(file, locale, terminal));
  const omitted = Object.values(report.omitted ?? {}).reduce((sum, each) => sum + each, 0);
  const [suppressed, known] = [sumOf(files, 'suppressed'), sumOf(files, 'known')];
  const asides = [
    ...(omitted > 0 ? [say`${count(omitted, 'finding')} not shown: --max-findings`] : []),
    ...(suppressed > 0 ? [say`${count(suppressed, 'finding')} suppressed by the configuration`] : []),
    ...(known > 0 ? [say`${count(known, 'finding')} known to the baseline`] : []),
  ];
  return [...blocks, renderMessage(summaryOf(report), report), ...asides.map(aside => renderMessage(aside, report)), ''].join('\n');
}

const sumOf = (files: readonly FileReport[], key: 'suppressed' | 'known'): number => files.reduce((sum, file) => sum + (file[key] ?? 0), 0);

function writeFile({ path, findings, notices, masks, excerpts }: FileReport, locale: string, terminal: boolean): string {
  const words = (message: Message): string => renderMessage(message, { locale, mask: masks });
  const lines = findings.flatMap((finding, i) => isFolded(finding, i, findings) ? foldedLine(finding, i, findings, words) : [
    `${path}:${position(finding.primary)}: ${paint(translate(finding.severity, locale), finding.severity, terminal)}: ${words(finding.message)} [${finding.rule}]`,
    ...(terminal ? excerptLines(excerpts?.get(finding), finding.severity) : []),
    ...furtherPlaces(finding, words),
  ]);
  return [...lines, ...notices.map(notice => `${path}: ${words(notice)}`), ''].join('\n');
}

/** What a rule says about very many columns of a file is said about the first ones, and the others are counted. */
const ALIKE = 8;
const SHOWN_ALIKE = 4;

const areAlike = (a: Finding, b: Finding): boolean => a.rule === b.rule && a.severity === b.severity && isOfColumn(a) && isOfColumn(b);
const isOfColumn = ({ primary: { place } }: Finding): boolean => place.at === 'header';
const alike = (finding: Finding, findings: readonly Finding[]): number => findings.filter(other => areAlike(finding, other)).length;

const isFolded = (finding: Finding, at: number, findings: readonly Finding[]): boolean =>
  isOfColumn(finding) && alike(finding, findings) > ALIKE && alike(finding, findings.slice(0, at)) >= SHOWN_ALIKE;

function foldedLine(finding: Finding, at: number, findings: readonly Finding[], words: (message: Message) => string): readonly string[] {
  const first = alike(finding, findings.slice(0, at)) === SHOWN_ALIKE;
  return first ? [`    ${words(say`the same in ${count(alike(finding, findings) - SHOWN_ALIKE, 'column')} besides`)} [${finding.rule}]`] : [];
}

/** Red, yellow, cyan, grey: the colours terminals have for everybody. */
const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

const paint = (text: string, severity: Severity, terminal: boolean): string => (terminal ? `\u001b[${COLOURS[severity]}m${text}\u001b[0m` : text);

/** Columns an excerpt may take. */
const WIDEST = 76;

/** The cell, with carets under what is meant. */
function excerptLines(excerpt: Excerpt | undefined, severity: Severity): readonly string[] {
  if (!excerpt || excerpt.text === '') return [];
  const [before, meant, after] = [excerpt.text.slice(0, excerpt.from), excerpt.text.slice(excerpt.from, excerpt.to), excerpt.text.slice(excerpt.to)].map(makeVisible);
  const text = shorten(`${before ?? ''}${meant ?? ''}${after ?? ''}`, WIDEST);
  const from = Math.min(displayWidth(before ?? ''), displayWidth(text) - 1);
  const width = Math.max(1, Math.min(displayWidth(meant ?? ''), displayWidth(text) - from));
  return [`    | ${text}`, `    | ${' '.repeat(from)}${paint('^'.repeat(width), severity, true)}`];
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

/** How many files were checked and what was found, in a sentence. */
export function summaryOf(report: Report): Message {
  const counts = tally(report);
  const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(severity => ({ kind: 'message', message: NAMED[severity](counts[severity]) } as const));
  const files = count(report.files.reduce((sum, { others = 0, partOf }) => sum + (partOf === undefined ? 1 + others : 0), 0), 'file');
  return parts.length === 0 ? say`${files} checked: nothing to report` : say`${files} checked: ${list(parts)}`;
}

const NAMED = {
  error: (n: number) => (n === 1 ? say`${n} error` : say`${n} errors`),
  warning: (n: number) => (n === 1 ? say`${n} warning` : say`${n} warnings`),
  information: (n: number) => (n === 1 ? say`${n} remark` : say`${n} remarks`),
  hint: (n: number) => (n === 1 ? say`${n} hint` : say`${n} hints`),
};
