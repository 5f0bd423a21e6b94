import type { Description } from '../core/description.ts';
import type { AppliedProfile } from '../core/duties.ts';
import type { Finding } from '../core/finding.ts';
import { isRefusal, type Refusal } from '../core/host.ts';
import { type ColumnVerdict, verdictsOf } from './columnVerdicts.ts';
import { contributionsOf, type Snapshot } from './dataCheck.ts';
import type { ColumnMasks } from './mask.ts';
import type { Control } from './pass.ts';
import type { RowSurroundings } from './readRows.ts';
import { allDetectors, isPrivacyRule } from './registry.ts';
import { CodedTable } from './risk/codedTable.ts';
import { measureTable, type TableMeasures } from './risk/measureTable.ts';
import { declaredLs, suggestChoice } from './risk/suggestChoice.ts';

/** What is known of the personal data in one dataset: what its description says and what its tables hold. */
export interface PrivacyDataset {
  readonly title: string;
  /** Left out where nothing describes the data. */
  readonly description?: Description;
  /** Path of the description, as it is shown. */
  readonly descriptionPath?: string;
  readonly applied: readonly AppliedProfile[];
  readonly tables: readonly PrivacyTable[];
  /** What rules say of the description alone. */
  readonly findings: readonly Finding[];
}

export interface PrivacyTable {
  readonly path: string;
  readonly rows: number;
  readonly columns: readonly ColumnVerdict[];
  /** Of rules about personal data; values are masked. */
  readonly findings: readonly Finding[];
  readonly masks: ColumnMasks;
  /** Left out where no column was chosen to measure by, or nothing personal was found or annotated. */
  readonly risk?: TableRiskFacts;
}

export interface TableRiskFacts extends TableMeasures {
  readonly quasiIdentifiers: readonly string[];
  readonly unit: readonly string[];
}

/** What a check left behind of one table, with its measures. A refusal where the file is no longer what was checked; `undefined` where there is no table or somebody cancelled. */
export async function privacyTable(snapshot: Snapshot, path: string, surroundings: RowSurroundings, control: Control): Promise<PrivacyTable | Refusal | undefined> {
  const { table } = snapshot.checked;
  if (!table) return undefined;
  const columns = verdictsOf(table.columns);
  const own = contributionsOf(snapshot).find(({ uri }) => uri === snapshot.uri)?.findings ?? [];
  const risk = columns.some(isPersonal) ? await riskFacts(snapshot, surroundings, control) : undefined;
  if (isRefusal(risk)) return risk;
  return { path, rows: table.records, columns, findings: own.filter(({ rule }) => isPrivacyRule(rule)), masks: snapshot.masks, ...(risk && { risk }) };
}

/** Whether anything says that a column is about persons, and nobody says it is not. */
export const isPersonal = ({ found, annotation }: ColumnVerdict): boolean => (annotation ? annotation.notPersonal !== true : found !== undefined);

async function riskFacts(snapshot: Snapshot, surroundings: RowSurroundings, control: Control): Promise<TableRiskFacts | Refusal | undefined> {
  const columns = snapshot.checked.table?.columns ?? [];
  const privacy = snapshot.found?.described.description.privacy;
  const choice = { ...suggestChoice(columns, privacy, allDetectors), ls: declaredLs(privacy?.guarantees) };
  if (choice.quasiIdentifiers.length === 0) return undefined;
  const measured = await measureTable(new CodedTable(snapshot), choice, surroundings, control);
  if (!measured || isRefusal(measured)) return measured;
  const nameOf = (index: number): string => columns[index]?.name ?? '';
  return { ...measured, quasiIdentifiers: choice.quasiIdentifiers.map(({ column }) => nameOf(column)), unit: choice.unit.map(nameOf) };
}
