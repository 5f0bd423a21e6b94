import type { Column } from '../../core/column.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { TableView } from '../../core/rule.ts';
import { nullSpellings } from '../columns.ts';
import { summarizerOf } from '../scanPart.ts';
import { nameValues } from './grouped.ts';

/** A file's view and the bytes of its summary. */
export interface Mergeable {
  readonly view: TableView;
  readonly exported: Uint8Array;
}

/**
 * One view of several files that are parts of one table, under the columns of the first. Files with other columns are left out: that they differ is said
 * where they are checked themselves. `undefined` where there is no file.
 */
export function mergeViews<T extends Mergeable>(files: readonly T[], kernel: Kernel, name: string): { readonly view: TableView; readonly of: ReadonlySet<T> } | undefined {
  const [first] = files;
  if (!first) return undefined;
  const fitting = files.filter(file => isLike(file.view, first.view));
  if (fitting.length === 1) return { view: { ...first.view, name }, of: new Set([first]) };
  const summarizer = summarizerOf(kernel, first.view.reading);
  for (const { exported } of fitting) summarizer.merge(exported);
  const summary = summarizer.read();
  summarizer.dispose();
  const columns = first.view.columns.map((column): Column => {
    const own = summary.columns[column.index] ?? column.summary;
    const known = fitting.flatMap(({ view }) => view.columns[column.index]?.values ?? []);
    return { ...column, summary: own, nullSpellings: nullSpellings(own, first.view.reading), values: nameValues(own, known) };
  });
  return { view: { ...first.view, name, columns, records: summary.records, duplicates: undefined }, of: new Set(fitting) };
}

const isLike = (a: TableView, b: TableView): boolean =>
  a.columns.length === b.columns.length && a.columns.every((column, i) => column.name === b.columns[i]?.name)
  && a.reading.nullTokens.join('\0') === b.reading.nullTokens.join('\0');
