import type { Column } from '../../core/column.ts';
import { isOneFile } from '../../core/description.ts';
import type { Detector } from '../../core/detector.ts';
import type { RiskView } from '../../core/risk.ts';
import type { Rule } from '../../core/rule.ts';
import type { Readable } from '../chunkIndex.ts';
import { codeColumns } from '../codeColumns.ts';
import type { Described } from '../described.ts';
import type { Control } from '../pass.ts';
import type { Scan } from '../scan.ts';
import { riskColumnsOf } from './riskColumns.ts';
import { createRiskView } from './riskView.ts';

interface Around {
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
  rules: readonly Rule[], columns: readonly Column[], { scan, readable, described, detectors, control }: Around,
): Promise<RiskView | undefined> {
  const privacy = described?.description.privacy;
  const measures = described !== undefined && isOneFile(described.resource) && rules.some(({ needs }) => needs.includes('classes'));
  const chosen = measures ? riskColumnsOf(columns, privacy, detectors) : undefined;
  if (!chosen) return undefined;
  const all = [...new Set([...chosen.quasiIdentifiers, ...chosen.sensitive, ...chosen.unit, ...chosen.persons, ...chosen.candidates])];
  const codes = await codeColumns(readable, scan.summarizer, all.map(({ index }) => index), scan.rows, control);
  const missing = privacy?.guarantees?.kAnonymity?.missing ?? 'own-category';
  return codes && createRiskView({ ...chosen, missing }, new Map(all.flatMap((column, i) => (codes[i] ? [[column, codes[i]] as const] : []))), readable.kernel);
}
