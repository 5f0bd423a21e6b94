import { isRefusal, type Files, type Refusal } from '../../core/host.ts';
import type { Json } from '../../core/problem.ts';
import type { RiskReport } from '../../privacy/measures/risk.ts';
import { toJson } from '../../util/json.ts';
import { createDigest } from '../digest.ts';
import { allTransforms } from '../registry.ts';
import type { RowRule } from './plan.ts';
import type { Prepared } from './prepare.ts';
import type { Run } from './run.ts';

/** Size and digest a file is known by. */
export interface FileMark {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export async function markOf(files: Files, uri: string, file: string): Promise<FileMark | Refusal> {
  const handle = await files.open(uri);
  if (isRefusal(handle)) return handle;
  try {
    const digest = createDigest('sha256');
    const block = new Uint8Array(1024 * 1024);
    let bytes = 0;
    for (let count = await handle.read(block, 0); count > 0; count = await handle.read(block, bytes)) {
      digest.update(block.subarray(0, count));
      bytes += count;
    }
    return { file, bytes, sha256: digest.finish() };
  } finally {
    await handle.close();
  }
}

/** What an audit record is made of. */
export interface AuditParts {
  readonly source: FileMark;
  readonly result: FileMark;
  readonly prepared: Prepared;
  readonly run: Run;
  readonly risk: RiskReport | undefined;
  readonly time: Date;
  readonly version: string;
}

/** The record of one run: what was done to what, in numbers. No value of the table, no key and no seed is in it. */
export function auditRecord({ source, result, prepared: { plan, columns }, run, risk, time, version }: AuditParts): Json {
  return toJson({
    tool: `lintel ${version}`,
    time: time.toISOString(),
    source, result,
    rows: run.rows,
    columns: columns.flatMap(({ column, plan: own, change }, i) => {
      const tally = run.columns[i];
      if (!change && !tally) return [];
      const technique = change ? allTransforms.find(({ id }) => id === own?.use)?.technique : 'generalisation';
      return [{
        column: column.name, technique, ...(own && change && { transform: own.use, parameters: own.parameters }),
        ...(plan.kAnonymity?.quasiIdentifiers.includes(column.name) && { generalisedForK: plan.kAnonymity.k }),
        ...(change?.per === 'table' ? { leftOut: true } : { cellsChanged: tally?.changed ?? 0, cellsEmptied: tally?.emptied ?? 0 }),
      }];
    }),
    ...(plan.others === 'drop' && { others: 'drop' }),
    ...(plan.leaveOut.length > 0 && { leaveOut: plan.leaveOut.map(withoutValues) }),
    ...(plan.kAnonymity && { kAnonymity: plan.kAnonymity }),
    ...(run.anonymised && { informationLoss: { ...run.anonymised.loss, ...(run.anonymised.levels && { levels: run.anonymised.levels }) } }),
    ...(risk && { measured: { rows: risk.identity.rows, classes: risk.identity.classes, k: risk.identity.k, uniqueness: risk.identity.uniqueness, prosecutor: risk.identity.prosecutor } }),
    randomness: plan.seed === undefined ? 'secure' : 'seeded',
  }) ?? null;
}

const withoutValues = ({ is, ...rule }: RowRule): object => ({ ...rule, ...(is && { values: is.length }) });
