import type { Column } from '../../core/column.ts';
import { isOneFile } from '../../core/description.ts';
import type { Detector } from '../../core/detector.ts';
import type { RiskView } from '../../core/risk.ts';
import type { Rule } from '../../core/rule.ts';
import type { Readable } from '../chunkIndex.ts';
import { unitsOf } from '../../privacy/measures/identity.ts';
import { codeColumns } from '../codeColumns.ts';
import type { ColumnCodes } from '../coder.ts';
import type { Described } from '../described.ts';
import type { Control } from '../pass.ts';
import type { Scan } from '../scan.ts';
import type { TableFinder } from '../splits/partners.ts';
import { isPopulation, populationFor } from './populationFor.ts';
import { riskColumnsOf } from './riskColumns.ts';
import { createRiskView } from './riskView.ts';

interface Around {
  /** Of the table. */
  readonly uri: string;
  readonly partners: TableFinder | undefined;
  readonly scan: Scan;
  readonly readable: Readable;
  readonly described: Described | undefined;
  readonly detectors: readonly Detector[];
  readonly control: Control;
}

/**
 * What the table gives away of people, read only where a rule that is on measures it and the annotation promises something. A file that is only a part of
 * its table is not measured: its classes go on in the others.
 */
export async function riskFor(
  rules: readonly Rule[], columns: readonly Column[], around: Around,
): Promise<RiskView | undefined> {
  const { scan, readable, described, detectors, control } = around;
  const privacy = described?.description.privacy;
  // Guarantees are promised over the table of the population, not of it.
  const measures = described !== undefined && isOneFile(described.resource) && !isPopulation(described) && rules.some(({ needs }) => needs.includes('classes'));
  const chosen = measures ? riskColumnsOf(columns, privacy, detectors) : undefined;
  if (!chosen) return undefined;
  const all = [...new Set([...chosen.quasiIdentifiers, ...chosen.sensitive, ...chosen.unit, ...chosen.persons, ...chosen.candidates, ...chosen.trace])];
  const codes = await codeColumns(readable, scan.summarizer, all.map(({ index }) => index), scan.rows, control);
  const missing = privacy?.guarantees?.kAnonymity?.missing ?? 'own-category';
  const population = described && codes && await populationFor(chosen.quasiIdentifiers, { ...around, described, missing, unit: unitOf(chosen.unit, all, codes, scan.rows) });
  return codes && createRiskView({ ...chosen, missing, ...(population && { population }) }, new Map(all.flatMap((column, i) => (codes[i] ? [[column, codes[i]] as const] : []))), readable.kernel);
}

function unitOf(unit: readonly Column[], all: readonly Column[], codes: readonly ColumnCodes[], rows: number): Uint32Array | undefined {
  const keys = unit.flatMap(column => codes[all.indexOf(column)]?.codes ?? []);
  return keys.length > 1 ? unitsOf(keys, rows) : keys[0];
}
