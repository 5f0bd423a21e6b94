import { FactList } from '../../core/factList.ts';
import type { Place, TextPosition, TextRange } from '../../core/place.ts';
import type { Reading } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { addUp, CountedTable, type Counts } from '../../kernel/counts.ts';
import type { Located } from '../findings.ts';
import type { Head } from '../scan.ts';
import type { Segments } from './segments.ts';

/** A document as its segments tell of it: all that a pass would have met but the values. */
export interface Assembled {
  readonly facts: readonly StructuralFact[];
  readonly counts: CountedTable;
  /** Where a place is; `undefined` for places in rows that no fact is about. */
  locate(place: Place): Located | undefined;
}

/** What stands above the records, and what the format met on the way to the reading. */
export interface Above extends Head {
  readonly met: readonly StructuralFact[];
}

/** Puts complete segments together. */
export function assemble(segments: Segments, head: Above, { nullTokens }: Reading): Assembled {
  const facts = new FactList();
  const ranges = new Map<string, TextRange>();
  const classes = new Set<number>();
  let [row, line] = [0, head.nextLine];
  facts.addAll(head.facts);
  for (const { seen } of segments.list) {
    if (!seen) continue;
    for (const fact of seen.facts) if (isNews(fact, classes)) facts.addAll([moved(fact, row)]);
    if (seen.ranges.size > 0) for (const [place, range] of seen.ranges) ranges.set(keyOf(movedPlace(place, row)), { start: below(range.start, line), end: below(range.end, line) });
    row += seen.rows;
    line += seen.lines;
  }
  return {
    facts: [...head.met, ...facts.list()],
    counts: new CountedTable(addUpInGroups(segments.list.flatMap(({ seen }) => (seen ? [seen.counts] : []))), nullTokens.length),
    locate(place) {
      if (place.at === 'header') return head.headers[place.column];
      const range = place.at === 'outside' ? place.range : 'row' in place ? ranges.get(keyOf(place)) : TOP;
      return range && { range, quoted: false };
    },
  };
}

/** How many counts are added up at a time. */
const GROUP = 16;

/** What groups of counts came to, by the first of the group: a keystroke changes one of them. */
const known = new WeakMap<Counts, { readonly of: readonly Counts[]; readonly sum: Counts }>();

function addUpInGroups(counts: readonly Counts[]): Counts {
  if (counts.length <= GROUP) return addUp(counts);
  const groups = Array.from({ length: Math.ceil(counts.length / GROUP) }, (_, i) => counts.slice(i * GROUP, (i + 1) * GROUP));
  return addUpInGroups(groups.map(group => {
    const [first] = group;
    const before = first && known.get(first);
    if (before && before.of.length === group.length && before.of.every((one, i) => one === group[i])) return before.sum;
    const sum = addUp(group);
    if (first) known.set(first, { of: group, sum });
    return sum;
  }));
}

const TOP: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const below = ({ line, character }: TextPosition, lines: number): TextPosition => ({ line: line + lines, character });

/** Nearly every segment of some documents tells of the same classes of characters: once is enough. */
function isNews({ kind, numbers }: StructuralFact, classes: Set<number>): boolean {
  if (kind !== 'characters') return true;
  const size = classes.size;
  return classes.add(numbers['class'] ?? -1).size > size;
}

function moved(fact: StructuralFact, rows: number): StructuralFact {
  return 'row' in fact.place ? { ...fact, place: movedPlace(fact.place, rows) } : fact;
}

const movedPlace = (place: Place, rows: number): Place => ('row' in place ? { ...place, row: place.row + rows } : place);

/** Places are plain data: rules may write down the one of a fact anew. */
function keyOf(place: Place): string {
  const column = 'column' in place ? place.column : '';
  const span = 'start' in place ? `${place.start} ${place.end}` : '';
  return `${place.at} ${'row' in place ? place.row : ''} ${column} ${span}`;
}
