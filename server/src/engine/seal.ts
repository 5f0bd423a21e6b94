import type { SealedColumn, SealDescription } from '../core/description.ts';
import { isRefusal, type Files, type Refusal } from '../core/host.ts';
import type { NodePath } from '../core/place.ts';
import type { Json } from '../core/problem.ts';
import type { TableView } from '../core/rule.ts';
import { applyNodeEdits, editNode } from '../metadata/document/edit.ts';
import { createDigest } from './digest.ts';
import { sealedColumn } from '../util/sealedColumn.ts';
import type { ColumnMasks } from './mask.ts';

/** What a version of a file is known by: its size and digest, and what its table holds. */
export interface Seal {
  readonly bytes: number;
  /** Hexadecimal digits. */
  readonly sha256: string;
  readonly profile: Pick<SealDescription, 'rows' | 'columns'>;
}

/** The seal of a table and its file. Numbers that tell values of personal columns are left out. */
export async function sealFile(files: Files, uri: string, table: TableView, masks: ColumnMasks): Promise<Seal | Refusal> {
  const file = await files.open(uri);
  if (isRefusal(file)) return file;
  try {
    const digest = createDigest('sha256');
    const block = new Uint8Array(1024 * 1024);
    let at = 0;
    for (let count = await file.read(block, at); count > 0; count = await file.read(block, at)) {
      digest.update(block.subarray(0, count));
      at += count;
    }
    const columns = table.columns.map((column): SealedColumn => sealedColumn(column, masks(column.index) !== undefined));
    return { bytes: at, sha256: digest.finish(), profile: { rows: table.records, columns } };
  } finally {
    await file.close();
  }
}

/** A Data Package whose resource at `node` is sealed; nothing else changes. */
export function sealInto(text: string, fileName: string, node: NodePath, { bytes, sha256, profile }: Seal): string {
  const columns = profile.columns.map((column): Json => ({ ...column }));
  const entries: readonly (readonly [string, Json])[] = [['bytes', bytes], ['hash', `sha256:${sha256}`], ['seal', { rows: profile.rows, columns }]];
  return entries.reduce((now, [key, value]) => applyNodeEdits(now, editNode(now, fileName, { do: 'set-node', path: [...node, key], value })), text);
}
