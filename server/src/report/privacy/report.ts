import { count, say, type Message } from '../../core/message.ts';
import type { PrivacyDataset } from '../../engine/privacyFacts.ts';
import { isPersonal } from '../../engine/privacyFacts.ts';
import { type Block, fact, heading, paragraph, unsaid } from './blocks.ts';
import { datasheetSection, differentialPrivacySection, raiSection, recordSection } from './datasetSections.ts';
import { findingsSection, shareText, tableSection } from './tableSections.ts';
import { writeHtmlReport, writeMarkdownReport } from './write.ts';

/** What a privacy report is made from. */
export interface PrivacyReport {
  readonly datasets: readonly PrivacyDataset[];
  /** The day it was made, as 2026-05-31. */
  readonly day: string;
  /** Of the program, where it is known. */
  readonly version?: string;
  readonly locale: string;
}

export const REPORT_FORMATS = ['markdown', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** All that is known of the personal data in some datasets, for people; what nobody says is named as missing. No value of the data is shown unmasked. */
export function writePrivacyReport(report: PrivacyReport, format: ReportFormat): string {
  const title = say`Privacy Report`;
  const head: readonly Block[] = [heading(1, title), paragraph(report.version === undefined ? report.day : `${report.day} · Lintel ${report.version}`), paragraph(CAUTION)];
  const blocks = [...head, ...report.datasets.flatMap(datasetBlocks)];
  return format === 'markdown' ? writeMarkdownReport(blocks, report.locale) : writeHtmlReport(title, blocks, report.locale);
}

const CAUTION: Message = say`Made from what the data and its description say. It shows no value of the data unmasked, and is no legal advice.`;

function datasetBlocks(dataset: PrivacyDataset): readonly Block[] {
  const { description, tables, findings } = dataset;
  const sections = [...recordSection(dataset), ...datasheetSection(dataset), ...raiSection(dataset), ...differentialPrivacySection(dataset)];
  const missing = unsaid(sections);
  return [
    heading(1, dataset.title), ...summary(dataset),
    heading(2, say`What is missing`),
    ...(missing.length > 0 ? [paragraph(say`Nobody says the following; an annotation of the dataset can.`), { is: 'list', items: missing } as const] : [paragraph(say`Nothing this report asks for.`)]),
    ...sections,
    ...tables.flatMap(table => tableSection(table, description?.privacy?.guarantees)),
    ...findingsSection([
      ...tables.map(({ path, findings: own, masks }) => ({ path, findings: own, masks })),
      ...(dataset.descriptionPath === undefined ? [] : [{ path: dataset.descriptionPath, findings, masks: () => undefined }]),
    ]),
  ];
}

function summary({ description, descriptionPath, tables, findings, applied }: PrivacyDataset): readonly Block[] {
  const columns = tables.flatMap(table => table.columns);
  const personal = columns.filter(isPersonal);
  const annotated = personal.filter(({ annotation }) => annotation?.category !== undefined || annotation?.type !== undefined);
  const found = tables.reduce((sum, table) => sum + table.findings.length, findings.length);
  return [{
    is: 'facts', rows: [
      fact(say`Description`, descriptionPath),
      fact(say`Declared to hold personal data`, description?.privacy?.personalData),
      fact(say`Declared to be`, description?.privacy?.identifiability),
      fact(say`Columns with something personal`, shareText(personal.length, columns.length)),
      fact(say`Of these annotated`, shareText(annotated.length, personal.length)),
      fact(say`Laws and standards looked at`, ...applied.map(({ profile, version }): Message => say`${titleOf(profile.title)} (${titleOf(version.id)})`)),
      fact(say`Findings`, say`${count(found, 'finding')}`),
    ],
  }];
}

const titleOf = (template: string): Message => ({ template, parts: [] });
