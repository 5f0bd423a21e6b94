import type { FileSeal, SealedColumn } from '../core/description.ts';
import { isRefusal, type Files, type Refusal } from '../core/host.ts';
import type { TableView } from '../core/rule.ts';
import { sealedColumn } from '../util/sealedColumn.ts';
import { createDigest } from './digest.ts';
import type { ColumnMasks } from './mask.ts';

/** The seal of a table and its file. Numbers that tell values of personal columns are left out. */
export async function sealFile(files: Files, uri: string, table: TableView, masks: ColumnMasks): Promise<FileSeal | Refusal> {
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
