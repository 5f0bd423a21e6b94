import { FactList } from '../../core/factList.ts';
import type { Place, TextPosition, TextRange } from '../../core/place.ts';
import type { Reading } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { addUp, CountedTable, type Counts, exchanged, type Extremes, extremesOf } from '../../kernel/counts.ts';
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
  const seen = segments.list.map(one => one.seen).filter(one => one !== undefined);
  const groups = groupsOf(seen);
  const standing: Standing[] = [];
  let [row, line] = [0, head.nextLine];
  for (const group of groups) {
    standing.push(standingAt(group, row, line));
    row += group.rows;
    line += group.lines;
  }
  return {
    facts: factsOf(head, standing),
    counts: new CountedTable(countsOf(head, seen, groups), nullTokens.length),
    locate(place) {
      if (place.at === 'header') return head.headers[place.column];
      if (!('row' in place)) return { range: place.at === 'outside' ? place.range : TOP, quoted: false };
      const { told = [] } = standing[firstAbove(standing.map(one => one.row), place.row) - 1] ?? {};
      const moved = told[firstAbove(told.map(one => one.row), place.row) - 1];
      return moved && (moved.located.get(place) ?? sameIn(moved.located, place));
    },
  };
}

/** Segments that are put together at a time: a keystroke changes one group. */
const GROUP = 16;

/** Some segments, one after the other. */
interface Group {
  readonly of: readonly Seen[];
  readonly rows: number;
  readonly lines: number;
  /** How far out its segments are together, put together when somebody asks. */
  extremes(): Extremes;
}

/** Groups by their first segment. */
const knownGroups = new WeakMap<Seen, Group>();

function groupsOf(seen: readonly Seen[]): readonly Group[] {
  const groups: Group[] = [];
  for (let from = 0; from < seen.length; from += GROUP) {
    const first = seen[from];
    if (!first) continue;
    const known = knownGroups.get(first);
    const group = known && isRun(known.of, seen, from) ? known : groupOf(seen.slice(from, from + GROUP));
    knownGroups.set(first, group);
    groups.push(group);
  }
  return groups;
}

/** Whether a group is the very one that starts at a place of a list. */
const isRun = <T>(group: readonly T[], list: readonly T[], from: number): boolean =>
  group.length === Math.min(GROUP, list.length - from) && group.every((one, i) => one === list[from + i]);

function groupOf(of: readonly Seen[]): Group {
  let extremes: Extremes | undefined;
  return {
    of, rows: of.reduce((sum, { rows }) => sum + rows, 0), lines: of.reduce((sum, { lines }) => sum + lines, 0),
    extremes: () => extremes ??= extremesOf(of.map(one => one.counts)),
  };
}

/** A group where it stands in the document. */
interface Standing {
  readonly row: number;
  readonly line: number;
  /** Those of its segments that tell anything. */
  readonly told: readonly Moved[];
  /** What they tell, put together when somebody asks. */
  facts(): readonly StructuralFact[];
}

/** Where each group stood last: most stay where they are while somebody types in a line. */
const stood = new WeakMap<Group, Standing>();

function standingAt(group: Group, row: number, line: number): Standing {
  const known = stood.get(group);
  if (known && known.row === row && known.line === line) return known;
  const told: Moved[] = [];
  let [nextRow, nextLine] = [row, line];
  for (const seen of group.of) {
    if (seen.facts.length > 0) told.push(movedTo(seen, nextRow, nextLine));
    nextRow += seen.rows;
    nextLine += seen.lines;
  }
  let facts: readonly StructuralFact[] | undefined;
  const standing = { row, line, told, facts: () => facts ??= joined(told.map(one => one.facts)) };
  stood.set(group, standing);
  return standing;
}

/** What all groups told last time, by what stands above them: the same list as long as no segment tells anything else. */
const together = new WeakMap<Above, { readonly of: readonly Standing[]; readonly facts: readonly StructuralFact[] }>();

function factsOf(head: Above, standing: readonly Standing[]): readonly StructuralFact[] {
  const before = together.get(head);
  const isSame = before?.of.length === standing.length && before.of.every((one, i) => tellTheSame(one, standing[i]));
  const facts = before && isSame ? before.facts : [...head.met, ...joined([head.facts, ...standing.map(one => one.facts())])];
  together.set(head, { of: standing, facts });
  return facts;
}

const tellTheSame = (a: Standing, b: Standing | undefined): boolean =>
  a === b || (a.told.length === b?.told.length && a.told.every((one, i) => one === b.told[i]));

/** Lists of consecutive parts as one. */
function joined(parts: readonly (readonly StructuralFact[])[]): readonly StructuralFact[] {
  const list = new FactList();
  for (const facts of parts) list.addAll(facts);
  return list.list();
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

/** What all segments came to last time, by what stands above them: a keystroke exchanges one of them or two. */
const cameTo = new WeakMap<Above, { readonly of: readonly Seen[]; readonly counts: Counts }>();
/** More segments than this are added up anew. */
const FEW = 16;

function countsOf(head: Above, seen: readonly Seen[], groups: readonly Group[]): Counts {
  const before = cameTo.get(head);
  const { removed, added } = differenceOf(before?.of ?? [], seen);
  const counts = before && removed.length + added.length <= FEW
    ? exchanged(before.counts, removed.map(one => one.counts), added.map(one => one.counts), () => groups.map(group => group.extremes()))
    : addUp(seen.map(one => one.counts));
  cameTo.set(head, { of: seen, counts });
  return counts;
}

/** What lies between the start and the end that two lists share. */
function differenceOf<T>(before: readonly T[], now: readonly T[]): { readonly removed: readonly T[]; readonly added: readonly T[] } {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  return { removed: before.slice(start, before.length - end), added: now.slice(start, now.length - end) };
}

const TOP: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const below = ({ line, character }: TextPosition, lines: number): TextPosition => ({ line: line + lines, character });

function movedFact(fact: StructuralFact, rows: number): StructuralFact {
  return 'row' in fact.place ? { ...fact, place: { ...fact.place, row: fact.place.row + rows } } : fact;
}

function keyOf(place: Place): string {
  const column = 'column' in place ? place.column : '';
  const span = 'start' in place ? `${place.start} ${place.end}` : '';
  return `${place.at} ${'row' in place ? place.row : ''} ${column} ${span}`;
}
