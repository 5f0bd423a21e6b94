import { FactList } from '../../core/factList.ts';
import type { Place, TextPosition, TextRange } from '../../core/place.ts';
import type { Reading } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { addUp, CountedTable, type Counts } from '../../kernel/counts.ts';
import { firstAbove } from '../../util/search.ts';
import type { Located } from '../findings.ts';
import type { Head } from '../scan.ts';
import type { Seen } from './segment.ts';
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
  const rows: number[] = [];
  const told: Moved[] = [];
  let [row, line] = [0, head.nextLine];
  for (const { seen } of segments.list) {
    if (!seen) continue;
    if (seen.facts.length > 0) {
      const moved = movedTo(seen, row, line);
      rows.push(row);
      told.push(moved);
    }
    row += seen.rows;
    line += seen.lines;
  }
  return {
    facts: factsOf(head, told),
    counts: new CountedTable(addUpInGroups(segments.list.flatMap(({ seen }) => (seen ? [seen.counts] : []))), nullTokens.length),
    locate(place) {
      if (place.at === 'header') return head.headers[place.column];
      if (!('row' in place)) return { range: place.at === 'outside' ? place.range : TOP, quoted: false };
      const moved = told[firstAbove(rows, place.row) - 1];
      return moved && (moved.located.get(place) ?? sameIn(moved.located, place));
    },
  };
}

/** What all parts told last time, by what stands above them: the same list as long as no part tells anything else. */
const together = new WeakMap<Above, { readonly of: readonly Moved[]; readonly facts: readonly StructuralFact[] }>();

function factsOf(head: Above, told: readonly Moved[]): readonly StructuralFact[] {
  const before = together.get(head);
  if (before && before.of.length === told.length && before.of.every((one, i) => one === told[i])) return before.facts;
  const list = new FactList();
  const classes = new Set<number>();
  list.addAll(head.facts);
  for (const { facts } of told) list.addAll(facts.filter(fact => isNews(fact, classes)));
  const facts = [...head.met, ...list.list()];
  together.set(head, { of: told, facts });
  return facts;
}

/** The facts of a segment where it stands in the document. */
interface Moved {
  readonly row: number;
  readonly line: number;
  readonly facts: readonly StructuralFact[];
  readonly located: ReadonlyMap<Place, Located>;
}

/** Where the facts of each segment stood last: most stay where they are while somebody types in a line. */
const standing = new WeakMap<Seen['facts'], Moved>();

function movedTo(seen: Seen, row: number, line: number): Moved {
  const known = standing.get(seen.facts);
  if (known && known.row === row && known.line === line) return known;
  const located = new Map<Place, Located>();
  const facts = seen.facts.map(fact => {
    const moved = movedFact(fact, row);
    const range = seen.ranges.get(fact.place);
    if (range) located.set(moved.place, { range: { start: below(range.start, line), end: below(range.end, line) }, quoted: false });
    return moved;
  });
  const moved = { row, line, facts, located };
  standing.set(seen.facts, moved);
  return moved;
}

/** Places are plain data: a rule may write down the one of a fact anew. */
function sameIn(located: ReadonlyMap<Place, Located>, place: Place): Located | undefined {
  const key = keyOf(place);
  for (const [one, where] of located) if (keyOf(one) === key) return where;
  return undefined;
}

/** How many counts are added up at a time. */
const GROUP = 16;

/** What groups of counts came to, by the first of the group: a keystroke changes one of them. */
const known = new WeakMap<Counts, { readonly of: readonly Counts[]; readonly sum: Counts }>();

function addUpInGroups(counts: readonly Counts[]): Counts {
  if (counts.length <= GROUP) return addUp(counts);
  const sums: Counts[] = [];
  for (let from = 0; from < counts.length; from += GROUP) sums.push(sumOfGroup(counts, from));
  return addUpInGroups(sums);
}

function sumOfGroup(counts: readonly Counts[], from: number): Counts {
  const first = counts[from];
  const before = first && known.get(first);
  const length = Math.min(GROUP, counts.length - from);
  if (before && before.of.length === length && before.of.every((one, i) => one === counts[from + i])) return before.sum;
  const of = counts.slice(from, from + length);
  const sum = addUp(of);
  if (first) known.set(first, { of, sum });
  return sum;
}

const TOP: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const below = ({ line, character }: TextPosition, lines: number): TextPosition => ({ line: line + lines, character });

/** Nearly every segment of some documents tells of the same classes of characters: once is enough. */
function isNews({ kind, numbers }: StructuralFact, classes: Set<number>): boolean {
  if (kind !== 'characters') return true;
  const size = classes.size;
  return classes.add(numbers['class'] ?? -1).size > size;
}

function movedFact(fact: StructuralFact, rows: number): StructuralFact {
  return 'row' in fact.place ? { ...fact, place: { ...fact.place, row: fact.place.row + rows } } : fact;
}

function keyOf(place: Place): string {
  const column = 'column' in place ? place.column : '';
  const span = 'start' in place ? `${place.start} ${place.end}` : '';
  return `${place.at} ${'row' in place ? place.row : ''} ${column} ${span}`;
}
