import { cellStart } from '../core/chunk.ts';
import type { Chunk } from '../core/chunk.ts';
import { contentOf, textOf } from '../core/content.ts';
import type { Finding } from '../core/finding.ts';
import type { Place } from '../core/place.ts';
import type { Checked } from '../engine/check.ts';
import { cellAt } from '../engine/chunkIndex.ts';
import { type ColumnMasks, shownValue } from '../engine/mask.ts';
import type { ResolveContext } from '../engine/resolve.ts';
import type { Excerpt } from '../report/report.ts';

/** Findings of a file whose cells are shown; nobody reads more on a terminal. */
const MOST = 200;

/** The cell that each finding is about first, masked where its column is. */
export async function excerptsOf({ findings, table }: Checked, masks: ColumnMasks, context: ResolveContext): Promise<ReadonlyMap<Finding, Excerpt>> {
  const excerpts = new Map<Finding, Excerpt>();
  const byRow = new Map<number, { readonly finding: Finding; readonly place: Place }[]>();
  for (const finding of findings.slice(0, MOST)) {
    const place = finding.spots[0]?.place ?? finding.primary.place;
    if (place.at === 'header') excerpts.set(finding, whole(table?.columns[place.column]?.name ?? ''));
    if (place.at === 'cell' || place.at === 'span') byRow.set(place.row, [...(byRow.get(place.row) ?? []), { finding, place }]);
  }
  await context.index.visitCells(context.readable, [...byRow.keys()], (row, chunk, record) => {
    for (const { finding, place } of byRow.get(row) ?? []) {
      const excerpt = excerptAt(place, chunk, record, masks);
      if (excerpt) excerpts.set(finding, excerpt);
    }
  });
  return excerpts;
}

const whole = (text: string): Excerpt => ({ text, from: 0, to: text.length });

const decoder = new TextDecoder();

function excerptAt(place: Place, chunk: Chunk, record: number, masks: ColumnMasks): Excerpt | undefined {
  const cell = 'column' in place ? cellAt(chunk, record, place.column) : -1;
  if (cell === -1 || !('column' in place)) return undefined;
  const written = textOf(chunk, cell);
  const shown = shownValue(masks, place.column, written);
  if (place.at !== 'span' || shown !== written || masks(place.column)) return whole(shown);
  const { end } = contentOf(chunk, cell);
  const start = cellStart(chunk, cell);
  const text = (from: number, to: number): string => decoder.decode(chunk.bytes.subarray(from, to));
  const [before, meant] = [text(start, start + place.start), text(start + place.start, start + place.end)];
  return { text: before + meant + text(start + place.end, Math.max(end, start + place.end)), from: before.length, to: before.length + meant.length };
}
