import { RE2JS } from 're2js';
import type { Chunk } from '../core/chunk.ts';
import { cellsOf, cellStart } from '../core/chunk.ts';
import type { Detector } from '../core/detector.ts';
import type { CellFacts, Kernel } from '../core/kernel.ts';
import { CELL_CLASSES } from '../core/kernel.ts';
import type { CharacterClass } from '../core/characters.ts';
import type { PersonalKind, PersonalSpan } from '../core/personalSpan.ts';
import type { CellQuery } from '../core/query.ts';
import type { Reading } from '../core/reading.ts';
import { BYTE_CLASSES, holds, mayHold, runsOf } from '../util/characters.ts';
import { mayHoldSpans, personalSpans } from '../util/freeText/personalSpans.ts';
import type { Form } from '../core/form.ts';
import { formTest } from '../util/lexical/forms.ts';
import type { FormTest } from '../util/lexical/forms.ts';
import { textOfCell } from './cellText.ts';
import { itemTest } from './textQueries.ts';
import { secondsOf } from '../util/isoMoment.ts';
import { RowHashBag } from './rowIndex.ts';
import { isoForm } from './splits/moments.ts';
import { keyOfNeed, type HashCounter } from './splits/otherTable.ts';

/** What predicates over cells may use besides the cell. */
export interface CellContext {
  readonly kernel: Kernel;
  readonly reading: Reading;
  readonly detectors: readonly Detector[];
  /** Indexes of other tables, by the key of what a query needs. */
  readonly others?: ReadonlyMap<string, HashCounter>;
}

/** Whether one cell answers a query: `record` indexes the facts of the chunk. */
export type CellPredicate = (chunk: Chunk, facts: CellFacts, record: number) => boolean;

const MISSING = CELL_CLASSES.indexOf('missing');
const ABSENT = CELL_CLASSES.indexOf('absent');
const encoder = new TextEncoder();

/**
 * Turns a query into a predicate, one per pass: some remember the cells they have seen. Cells must be shown in file order.
 * Missing cells answer `missing` and `quoted` queries only, absent ones `absent` queries only.
 */
export function compileCells(query: CellQuery, context: CellContext): CellPredicate {
  switch (query.is) {
    case 'missing': return compileMissing(query.spellings, context);
    case 'quoted': return (_, facts, r) => facts.classes[r] !== ABSENT && ((facts.flags[r] ?? 0) & 1) === (query.not ? 0 : 1);
    case 'absent': return (chunk, facts, r) => facts.classes[r] === ABSENT && !isBlankRecord(chunk, r);
    case 'or': return anyOf(inOrder(query.of).map(part => compilePart(part, context)));
    case 'and': return allOf(inOrder(query.of).map(part => compilePart(part, context)));
    case 'not': return ifPresent(negate(compileCells(query.of, context)));
    default: return ifPresent(compilePresent(query, context));
  }
}

type PresentQuery = Exclude<CellQuery, { readonly is: 'missing' | 'quoted' | 'absent' | 'or' | 'and' | 'not' }>;

function compilePresent(query: PresentQuery, context: CellContext): CellPredicate {
  switch (query.is) {
    case 'class': {
      const codes = new Set(query.classes.map(name => CELL_CLASSES.indexOf(name)));
      return (_, facts, r) => codes.has(facts.classes[r] ?? ABSENT);
    }
    case 'in': return compileIn(query.values, context);
    case 'outside': return (_, facts, r) => isBelow(facts, r, query.low) || isAbove(facts, r, query.high);
    case 'beyond': return (_, facts, r) => (query.side === 'below' ? !isAbove(facts, r, query.bound) : !isBelow(facts, r, query.bound)) && isNumber(facts, r);
    case 'decimals': return (chunk, facts, r) => isNumber(facts, r) && decimalsOf(chunk, facts, r) > query.over;
    case 'off-step': return (_, facts, r) => isNumber(facts, r) && isOffStep(facts.numbers[r] ?? 0, query.step);
    case 'length': return compileLength(query.under ?? 0, query.over ?? Infinity);
    case 'pattern': return compilePattern(query.source);
    case 'detector': return compileDetector(query.id, context);
    case 'characters': return compileCharacters(query.of);
    case 'form': return compileFormOf(query.form);
    case 'item': return compileForm(itemTest(query));
    case 'personal': return compilePersonal(query.of);
    case 'occurs-in': {
      const other = context.others?.get(keyOfNeed({ of: 'cells', table: query.table, columns: [query.column] }));
      return (_, facts, r) => (other?.count(facts.hashes[2 * r] ?? 0, facts.hashes[2 * r + 1] ?? 0) ?? 0) > 0;
    }
    case 'not-after': return compileNotAfter(query.moment);
    case 'step': return compileStep(query.under ?? -Infinity, query.over ?? Infinity);
    case 'repeated': {
      const seen = new RowHashBag();
      return (_, facts, r) => seen.addOne(facts.hashes[2 * r] ?? 0, facts.hashes[2 * r + 1] ?? 0) > 0;
    }
  }
}

/** A blank line, or one that could not be read: no record, though it has a row. */
export function isBlankRecord(chunk: Chunk, record: number): boolean {
  const [from, to] = cellsOf(chunk, record);
  return chunk.columns ? from === to : to - from === 1 && (chunk.ends[from] ?? 0) - cellStart(chunk, from) <= 1;
}

const isMissingOrAbsent = (facts: CellFacts, r: number): boolean => facts.classes[r] === MISSING || facts.classes[r] === ABSENT;
const isNumber = (facts: CellFacts, r: number): boolean => !Number.isNaN(facts.numbers[r]);
const isBelow = (facts: CellFacts, r: number, bound: number): boolean => (facts.numbers[r] ?? NaN) < bound;
const isAbove = (facts: CellFacts, r: number, bound: number): boolean => (facts.numbers[r] ?? NaN) > bound;
const negate = (test: CellPredicate): CellPredicate => (chunk, facts, r) => !test(chunk, facts, r);
const ifPresent = (test: CellPredicate): CellPredicate => (chunk, facts, r) => !isMissingOrAbsent(facts, r) && test(chunk, facts, r);

/** A part of a compound query. One that remembers must see every cell; the others are asked only while the answer is open. */
interface Compiled {
  readonly remembers: boolean;
  readonly test: CellPredicate;
}

const compilePart = (query: CellQuery, context: CellContext): Compiled => ({ remembers: remembers(query), test: compileCells(query, context) });

function remembers(query: CellQuery): boolean {
  if (query.is === 'or' || query.is === 'and') return query.of.some(remembers);
  return query.is === 'not' ? remembers(query.of) : query.is === 'repeated';
}

/** Parts that read the text of a cell come last: most cells are decided before. */
const inOrder = (parts: readonly CellQuery[]): readonly CellQuery[] => [...parts].sort((a, b) => Number(readsText(a)) - Number(readsText(b)));

function readsText(query: CellQuery): boolean {
  if (query.is === 'or' || query.is === 'and') return query.of.some(readsText);
  if (query.is === 'not') return readsText(query.of);
  return query.is === 'form' || query.is === 'pattern' || query.is === 'detector' || query.is === 'item' || query.is === 'personal';
}

const anyOf = (parts: readonly Compiled[]): CellPredicate => decide(parts, true);
const allOf = (parts: readonly Compiled[]): CellPredicate => decide(parts, false);

/** The answer is `decisive` as soon as one part gives it. */
function decide(parts: readonly Compiled[], decisive: boolean): CellPredicate {
  return (chunk, facts, r) => {
    let open = true;
    for (const { remembers: must, test } of parts) if ((open || must) && test(chunk, facts, r) === decisive) open = false;
    return open !== decisive;
  };
}

function compileMissing(spellings: readonly number[] | undefined, { kernel, reading }: CellContext): CellPredicate {
  if (!spellings) return (_, facts, r) => facts.classes[r] === MISSING;
  const hashes = new HashSet(spellings.map(index => kernel.hash(encoder.encode(reading.nullTokens[index] ?? ''))));
  return (_, facts, r) => facts.classes[r] === MISSING && hashes.has(facts.hashes[2 * r] ?? 0, facts.hashes[2 * r + 1] ?? 0);
}

function compileIn(values: readonly (bigint | string)[], { kernel }: CellContext): CellPredicate {
  const hashes = new HashSet(values.map(value => (typeof value === 'string' ? kernel.hash(encoder.encode(value)) : value)));
  return (_, facts, r) => hashes.has(facts.hashes[2 * r] ?? 0, facts.hashes[2 * r + 1] ?? 0);
}

const DATES: ReadonlySet<number> = new Set([CELL_CLASSES.indexOf('date'), CELL_CLASSES.indexOf('datetime')]);

/** Compares as many characters as both have: a day is not after any moment of it. */
function compileNotAfter(moment: string): CellPredicate {
  const bound = isoForm(moment);
  return (chunk, facts, r) => {
    if (!DATES.has(facts.classes[r] ?? ABSENT)) return false;
    const text = isoForm(textOfCell(chunk, facts, r));
    return text.slice(0, bound.length) <= bound.slice(0, text.length);
  };
}

/** Numbers and dates are two rows of their own that do not meet. */
function compileStep(under: number, over: number): CellPredicate {
  let [lastNumber, lastMoment] = [NaN, NaN];
  return (chunk, facts, r) => {
    const value = facts.numbers[r] ?? NaN;
    if (!Number.isNaN(value)) {
      const step = value - lastNumber;
      lastNumber = value;
      return step < under || step > over;
    }
    if (!DATES.has(facts.classes[r] ?? ABSENT)) return false;
    const moment = secondsOf(textOfCell(chunk, facts, r)) ?? NaN;
    const step = moment - lastMoment;
    lastMoment = moment;
    return step < under || step > over;
  };
}

/** Length in code points, counted on the bytes: every byte that does not continue another begins one. */
function compileLength(under: number, over: number): CellPredicate {
  return (chunk, facts, r) => {
    let length = 0;
    for (let i = facts.starts[r] ?? 0; i < (facts.ends[r] ?? 0); i++) length += ((chunk.bytes[i] ?? 0) & 0xc0) === 0x80 ? 0 : 1;
    return length < under || length > over;
  };
}

const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** Digits after the point up to the last that is no zero. */
function decimalsOf({ bytes }: Chunk, facts: CellFacts, r: number): number {
  const end = facts.ends[r] ?? 0;
  let at = facts.starts[r] ?? 0;
  while (at < end && bytes[at] !== POINT) at++;
  let digits = 0;
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < ZERO || byte > NINE) break;
    if (byte > ZERO) digits = i - at;
  }
  return digits;
}

/** Whether a number lies between two steps, by more than doubles are off by. */
function isOffStep(value: number, step: number): boolean {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) > 1e-9 * Math.max(1, Math.abs(steps));
}

/** Patterns come from descriptions that somebody else wrote, so they run on an engine that is linear in the text. They match whole cells. */
function compilePattern(source: string): CellPredicate {
  if (!isPattern(source)) return () => false;
  const pattern = RE2JS.compile(source);
  return (chunk, facts, r) => pattern.matches(textOfCell(chunk, facts, r));
}

/** True where an engine of linear time takes the pattern. */
export function isPattern(source: string): boolean {
  try {
    RE2JS.compile(source);
    return true;
  } catch {
    return false;
  }
}

/** Classes that cells of pure ASCII can hold. */
const IN_ASCII: ReadonlySet<CharacterClass> = new Set<CharacterClass>(['line-break', 'outer-space']);

function hasLineBreak(chunk: Chunk, facts: CellFacts, r: number): boolean {
  for (let i = facts.starts[r] ?? 0; i < (facts.ends[r] ?? 0); i++) if (chunk.bytes[i] === 10 || chunk.bytes[i] === 13) return true;
  return false;
}

function compileCharacters(kind: CharacterClass): CellPredicate {
  if (kind === 'line-break') return hasLineBreak;
  const inAscii = IN_ASCII.has(kind);
  const bit = BYTE_CLASSES.indexOf(kind);
  if (bit !== -1) return (chunk, facts, r) => (heldBy(chunk, facts, r) >> bit & 1) === 1 && holds(kind, textOfCell(chunk, facts, r));
  return (chunk, facts, r) => (inAscii || !isAscii(chunk, facts, r)) && holds(kind, textOfCell(chunk, facts, r));
}

/** What the cell looked at last may hold: several classes are asked for of one cell in turn. */
const looked: { bytes: Uint8Array | undefined; record: number; start: number; held: number } = { bytes: undefined, record: -1, start: -1, held: 0 };

function heldBy({ bytes, firstRecord }: Chunk, { starts, ends }: CellFacts, r: number): number {
  const [record, start] = [firstRecord + r, starts[r] ?? 0];
  if (looked.bytes !== bytes || looked.record !== record || looked.start !== start) Object.assign(looked, { bytes, record, start, held: mayHold(bytes, start, ends[r] ?? 0) });
  return looked.held;
}

function isAscii({ bytes }: Chunk, facts: CellFacts, r: number): boolean {
  const end = facts.ends[r] ?? 0;
  for (let i = facts.starts[r] ?? 0; i < end; i++) if ((bytes[i] ?? 0) > 127) return false;
  return true;
}

/** Bytes of the chunk that a match of the query is about, where that is less than the cell. */
export function spanOf(query: CellQuery, chunk: Chunk, facts: CellFacts, record: number): readonly [from: number, to: number] | undefined {
  if (query.is !== 'characters' && query.is !== 'personal') return undefined;
  const text = textOfCell(chunk, facts, record);
  const run = query.is === 'characters' ? runsOf(query.of, text)[0] : partOf(query.of, text);
  if (!run) return undefined;
  const quote = String.fromCharCode(chunk.quote);
  const isDoubled = ((facts.flags[record] ?? 0) & 2) !== 0;
  const sizeOf = (part: string): number => encoder.encode(isDoubled ? part.replaceAll(quote, quote + quote) : part).length;
  const start = (facts.starts[record] ?? 0) + sizeOf(text.slice(0, run[0]));
  return [start, start + sizeOf(text.slice(...run))];
}

const AT = 64;

/** Nearly every text is without an at, which its bytes tell, and nearly all others hold nothing of any kind. */
function compilePersonal(of: PersonalKind): CellPredicate {
  const read = compileForm(text => spansOfLast(text, of).some(({ kind }) => kind === of));
  return (chunk, facts, r) => (of !== 'email' || chunk.bytes.subarray(facts.starts[r], facts.ends[r]).includes(AT)) && mayHoldPersonal(chunk, facts, r) && read(chunk, facts, r);
}

/** Each kind is looked for by a query of its own, one after the other: what is known of the last cell serves all of them. */
let last: { readonly chunk: Chunk; readonly start: number | undefined; readonly may: boolean } | undefined;
let found: { readonly text: string; readonly spans: readonly PersonalSpan[] } | undefined;

function mayHoldPersonal(chunk: Chunk, facts: CellFacts, r: number): boolean {
  const start = facts.starts[r];
  if (last?.chunk !== chunk || last.start !== start) last = { chunk, start, may: mayHoldSpans(textOfCell(chunk, facts, r)) };
  return last.may;
}

/** Addresses alone are much cheaper, where nothing else is looked for. */
function spansOfLast(text: string, of: PersonalKind): readonly PersonalSpan[] {
  if (found?.text === text) return found.spans;
  if (of === 'email') return personalSpans(text, of);
  found = { text, spans: personalSpans(text) };
  return found.spans;
}

function partOf(of: PersonalKind, text: string): readonly [from: number, to: number] | undefined {
  const span = personalSpans(text, of).find(({ kind }) => kind === of);
  return span && [span.start, span.end];
}

function compileDetector(id: string, { detectors }: CellContext): CellPredicate {
  const detector = detectors.find(candidate => candidate.id === id);
  if (!detector) return () => false;
  return (chunk, facts, r) => mayBe(detector, facts, r) && detector.accepts(textOfCell(chunk, facts, r));
}

function mayBe(detector: Detector, facts: CellFacts, r: number): boolean {
  const name = CELL_CLASSES[facts.classes[r] ?? ABSENT];
  return name !== undefined && name !== 'missing' && name !== 'absent' && detector.mayBe(name, (facts.ends[r] ?? 0) - (facts.starts[r] ?? 0));
}

/** Forms that no cell of ASCII has. */
const BEYOND_ASCII: ReadonlySet<Form> = new Set<Form>(['mojibake', 'lost-characters']);

function compileFormOf(form: Form): CellPredicate {
  const read = compileForm(formTest(form));
  return BEYOND_ASCII.has(form) ? (chunk, facts, r) => !isAscii(chunk, facts, r) && read(chunk, facts, r) : read;
}

/** Answers about forms that one predicate remembers; dates, codes and amounts recur, and reading them costs more than finding the answer. */
const REMEMBERED = 16384;

/** Reads a text once for each hash, as far as they fit into a table of fixed size. */
function compileForm(test: FormTest): CellPredicate {
  const low = new Uint32Array(REMEMBERED);
  const high = new Uint32Array(REMEMBERED);
  /** 0: nothing is remembered; 1: no; 2: yes. */
  const answers = new Uint8Array(REMEMBERED);
  return (chunk, facts, r) => {
    const [a, b] = [facts.hashes[2 * r] ?? 0, facts.hashes[2 * r + 1] ?? 0];
    const slot = a % REMEMBERED;
    if (answers[slot] !== 0 && low[slot] === a && high[slot] === b) return answers[slot] === 2;
    const answer = test(textOfCell(chunk, facts, r));
    [low[slot], high[slot], answers[slot]] = [a, b, answer ? 2 : 1];
    return answer;
  };
}

/** A set of 64-bit hashes, asked by their two words. */
class HashSet {
  readonly #byLow = new Map<number, readonly number[]>();

  constructor(hashes: readonly bigint[]) {
    for (const hash of hashes) {
      const low = Number(hash & 0xffffffffn);
      this.#byLow.set(low, [...(this.#byLow.get(low) ?? []), Number(hash >> 32n)]);
    }
  }

  has(low: number, high: number): boolean {
    return this.#byLow.get(low)?.includes(high) === true;
  }
}
