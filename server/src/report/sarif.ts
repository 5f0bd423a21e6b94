import type { Finding, Spot } from '../core/finding.ts';
import type { Json, Severity } from '../core/problem.ts';
import type { Rule } from '../core/rule.ts';
import { textHash } from '../util/textHash.ts';
import type { ManualIn } from '../words/manualIn.ts';
import { translatedManual } from '../words/manualIn.ts';
import { shownFacts } from '../engine/maskFinding.ts';
import { renderMessage, translate } from '../words/render.ts';
import { readableManual, whyOf } from './manual.ts';
import type { FileReport, Report } from './report.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/**
 * SARIF 2.1.0 (OASIS Standard, 2020). Lines and columns count from 1, columns in UTF-16 code units. No snippets: a report travels further than the
 * data may.
 */
export function sarifWriter(rules: readonly Rule[], manualIn: ManualIn): (report: Report) => string {
  return report => {
    const used = rules.filter(({ id }) => report.files.some(({ findings }) => findings.some(({ rule }) => rule === id)));
    const log: Json = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{
        tool: { driver: { name: 'Lintel', semanticVersion: report.version, rules: used.map(rule => ruleOf(rule, manualIn(rule.id, report.locale) ?? '', report.locale)) } },
        columnKind: 'utf16CodeUnits',
        artifacts: report.files.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: report.files.flatMap(file => file.findings.map(finding => resultOf(finding, file, used, report.locale))),
      }],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  };
}

/** A path as the reference that SARIF asks for: a `#` in a name would begin a fragment. */
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function ruleOf({ id, summary, severity, dimension }: Rule, manual: string, locale: string): Json {
  return {
    id,
    shortDescription: { text: translate(summary, locale) },
    fullDescription: { text: whyOf(manual) },
    help: { text: readableManual(manual, translate(summary, locale), locale), markdown: translatedManual(manual, locale) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [dimension] },
  };
}

function resultOf(finding: Finding, file: FileReport, rules: readonly Rule[], locale: string): Json {
  const shown = [finding.primary, ...finding.spots.filter(spot => spot.place !== finding.primary.place)];
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: renderMessage(finding.message, { locale, mask: file.masks }) },
    locations: [locationOf(shown[0] ?? finding.primary, file.path)],
    relatedLocations: shown.slice(1, 11).map(spot => locationOf(spot, file.path)),
    partialFingerprints: { 'lintel/v1': textHash([file.path, finding.rule, finding.column, finding.message.template].join('\u0000')) },
    occurrenceCount: Math.max(1, finding.count),
    properties: { ...shownFacts(finding, file.masks) },
  };
}

function locationOf({ range: { start, end } }: Spot, path: string): Json {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
    },
  };
}
