import type { Finding } from '../../core/finding.ts';
import { count, list, name, number, percent, say, type Message, type Part } from '../../core/message.ts';
import { SEVERITIES, type Severity } from '../../core/problem.ts';
import type { PrivacyTable } from '../../engine/privacyFacts.ts';
import type { Guarantees } from '../../core/annotation.ts';
import { maskFinding } from '../../engine/maskFinding.ts';
import { attributeLines, identityLines, type MeasureLine } from '../measureList.ts';
import { annotationText, GRADES, shareOf, titleOf } from '../privacyScan.ts';
import { type Block, heading, paragraph, type Text } from './blocks.ts';
import { termText, transformText } from './datasetSections.ts';

/** What a table holds of persons: its columns, and how easily somebody is found again. */
export const tableSection = (table: PrivacyTable, guarantees: Guarantees | undefined): readonly Block[] =>
  [heading(2, table.path), paragraph(say`${count(table.rows, 'row')}, ${count(table.columns.length, 'column')}`), columnsTable(table), ...riskBlocks(table, guarantees)];

const DASH = '–';

/** Every column with what detectors and annotations say of it; no value. */
function columnsTable({ columns }: PrivacyTable): Block {
  return {
    is: 'table',
    heads: [say`Column`, say`Found`, say`Evidence`, say`Share of the values looked at`, say`Category`, say`Role`, say`Special class`, say`Transform`],
    rows: columns.map(({ name: called, found, annotation }): readonly Text[] => [
      called, found ? titleOf(found) : DASH, found ? GRADES[found.grade] : DASH, found ? shareOf(found) : DASH,
      annotation?.notPersonal === true ? annotationText(annotation) : annotation?.category === undefined ? annotation?.type ?? say`none` : termText('data-category', annotation.category),
      annotation?.role ?? DASH, annotation?.special?.join(', ') ?? DASH, annotation?.transform ? transformText(annotation.transform) : DASH,
    ]),
  };
}

function riskBlocks({ risk }: PrivacyTable, guarantees: Guarantees | undefined): readonly Block[] {
  if (!risk) return [paragraph(say`How easily people are found again was not measured: no column is annotated as a quasi-identifier, and none looks like one.`)];
  const { identity, attributes, quasiIdentifiers, unit } = risk;
  const promised = guarantees?.kAnonymity?.qi !== undefined;
  return [
    heading(3, say`Re-identification risk`),
    paragraph(say`${count(identity.rows, 'row')} in ${count(identity.classes, 'class')} by ${list(quasiIdentifiers.map(name))}`),
    ...(promised ? [] : [paragraph(say`These columns are annotated as quasi-identifiers or seem to be; nobody declared them as all there are.`)]),
    paragraph(unit.length > 0 ? say`A class is as large as the number of its different ${list(unit.map(name))}.` : say`Each row counts as one person.`),
    measureTable(identityLines(risk, guarantees)),
    ...attributes.flatMap(({ name: of, risk: given }) => [heading(3, say`What is given away of ${name(of)}`), measureTable(attributeLines(of, given, guarantees))]),
  ];
}

function measureTable(lines: readonly MeasureLine[]): Block {
  const text = (part: Part): Message => ({ template: '{0}', parts: [part] });
  return {
    is: 'table', heads: [say`Measure`, say`Value`, say`Promised`, say`What it says`],
    rows: lines.map(({ title, value, meaning, declared }) => [title, text(value), declared ? (declared.kept ? say`${declared.value}, kept` : say`${declared.value}, not kept`) : DASH, meaning]),
  };
}

/** Findings with where they are. */
export interface PlacedFindings {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly masks: PrivacyTable['masks'];
}

/** What rules about personal data say, the worst first. */
export function findingsSection(places: readonly PlacedFindings[]): readonly Block[] {
  const all = places.flatMap(({ path, findings, masks }) => findings.map(finding => ({ path, finding: maskFinding(finding, masks) })))
    .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
  if (all.length === 0) return [heading(2, say`Findings`), paragraph(say`No rule about personal data found anything.`)];
  return [
    heading(2, say`Findings`),
    {
      is: 'table', heads: [say`Severity`, say`Place`, say`Message`, say`Rule`],
      rows: all.map(({ path, finding: { severity, message, rule, primary: { range: { start } } } }) => [NAMES[severity], `${path}:${start.line + 1}:${start.character + 1}`, message, rule]),
    },
  ];
}

const NAMES: Readonly<Record<Severity, Message>> = { error: say`error`, warning: say`warning`, information: say`information`, hint: say`hint` };

/** A share of columns in words. */
export const shareText = (part: number, whole: number): Message => say`${number(part)} of ${number(whole)} (${percent(whole === 0 ? 0 : part / whole)})`;
