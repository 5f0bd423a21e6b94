import type { Finding } from '../core/finding.ts';
import type { Message } from '../core/message.ts';
import { count, number, percent, say } from '../core/message.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { Dimension, Rule } from '../core/rule.ts';
import type { ManualIn } from '../words/manualIn.ts';
import { renderMessage, translate } from '../words/render.ts';
import type { Html } from './html.ts';
import { bar, html, page } from './html.ts';
import type { TableProfile } from '../core/profile.ts';
import { profileSection } from './profileHtml.ts';
import type { Quality, QualityScore, Trend } from './quality.ts';
import type { FileReport, Report } from './report.ts';
import { whyOf } from './manual.ts';
import { summaryOf } from './text.ts';

/** All there is to say of a dataset to somebody without an editor. */
export interface DatasetReport {
  readonly report: Report;
  readonly quality: Quality;
  readonly trend: readonly Trend[];
  readonly profiles: readonly TableProfile[];
  /** The day it was made, as 2026-05-31. */
  readonly day: string;
}

/** Findings of one rule that are listed; the rest is counted. */
const LISTED = 50;

/** One page, masked like every other output: what was checked, how good the data is, what was found, what the columns hold. */
export function writeReportHtml({ report, quality, trend, profiles, day }: DatasetReport, rules: readonly Rule[], manualIn: ManualIn): string {
  const { locale } = report;
  const words = (message: Message): string => renderMessage(message, { locale });
  const title = words(say`Data Quality Report`);
  return page(title, locale, html`<h1>${title}</h1>
<p>${words(summaryOf(report))}</p>
<p class="dim">${day} · Lintel ${report.version}</p>
<h2>${words(say`Quality`)}</h2>
${qualitySection(quality, trend, words)}
<h2>${words(say`Findings`)}</h2>
${findingsSection(report, rules, manualIn, words)}
<h2>${words(say`Columns`)}</h2>
<p class="dim">${words(say`Values of personal columns are masked.`)}</p>
${profiles.map(profile => html`<h3>${profile.path}</h3>${profileSection(profile, words)}`)}
`);
}

/** Where the dimensions come from. */
const STANDARDS = say`The first four dimensions are those of ISO/IEC 25012 and GB/T 36344, validity is of the latter; uniqueness and diversity are added for data to learn from.`;

function qualitySection({ scores, overall, rows, columns }: Quality, trend: readonly Trend[], words: (message: Message) => string): Html {
  const before = new Map(trend.map(one => [one.dimension, one]));
  const lines = scores.map(score => scoreRow(score, before.get(score.dimension), words));
  return html`<p>${words(say`Overall ${percent(overall)} of ${count(rows, 'row')} and ${count(columns, 'column')}: a score is the share of cells that no finding of its dimension speaks against.`)}</p>
<p class="dim">${words(STANDARDS)}</p>
<table><tr>
<th>${words(say`Dimension`)}</th><th></th><th class="number">${words(say`Score`)}</th><th class="number">${words(say`Findings`)}</th><th>${words(say`Costs most`)}</th>
</tr>${lines}</table>`;
}

function scoreRow({ dimension, score, findings, worst }: QualityScore, then: Trend | undefined, words: (message: Message) => string): Html {
  const share = words(say`${percent(score)}`);
  const change = then && then.direction !== 'same'
    ? html` <span class="${then.direction}">${then.direction === 'better' ? '▲' : '▼'} ${words(say`before: ${percent(then.before)}`)}</span>` : html``;
  const costly = worst === undefined ? html`` : html`<code>${worst}</code>`;
  return html`<tr>
<td>${words(DIMENSION_NAMES[dimension])}</td><td>${bar(score, share)}</td><td class="number">${share}${change}</td><td class="number">${findings}</td><td>${costly}</td>
</tr>`;
}

/** Dimensions in words. */
export const DIMENSION_NAMES: Readonly<Record<Dimension, Message>> = {
  accuracy: say`Accuracy of values`, completeness: say`Completeness`, consistency: say`Consistency`, timeliness: say`Timeliness`, uniqueness: say`Uniqueness`,
  validity: say`Validity`, diversity: say`Diversity`,
};

interface Place {
  readonly file: FileReport;
  readonly finding: Finding;
}

/** By rule, the worst first. */
function findingsSection({ files, locale }: Report, rules: readonly Rule[], manualIn: ManualIn, words: (message: Message) => string): Html {
  const byRule = new Map<string, Place[]>();
  for (const file of files) for (const finding of file.findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), { file, finding }]);
  const worstOf = (places: readonly Place[]): number => Math.min(...places.map(({ finding }) => SEVERITIES.indexOf(finding.severity)));
  const ordered = [...byRule].sort(([a, ofA], [b, ofB]) => worstOf(ofA) - worstOf(ofB) || ofB.length - ofA.length || (a < b ? -1 : 1));
  if (ordered.length === 0) return html`<p>${words(say`Nothing was found.`)}</p>`;
  return html`${ordered.map(([id, places]) => {
    const summary = rules.find(rule => rule.id === id)?.summary ?? id;
    const rest = places.length - LISTED;
    return html`<h3>${translate(summary, locale)} <code>${id}</code></h3>
<p class="why">${whyOf(manualIn(id, locale) ?? '')}</p>
<table>${places.slice(0, LISTED).map(place => placeRow(place, locale))}</table>
${rest > 0 ? html`<p>${words(say`and ${number(rest)} more`)}</p>` : ''}
`;
  })}`;
}

function placeRow({ file: { path, masks }, finding: { severity, message, primary: { range: { start } } } }: Place, locale: string): Html {
  const words = renderMessage(message, { locale, mask: masks });
  return html`<tr>
<td><code>${path}:${start.line + 1}:${start.character + 1}</code></td><td class="${severity}">${translate(severity, locale)}</td><td>${words}</td>
</tr>`;
}
