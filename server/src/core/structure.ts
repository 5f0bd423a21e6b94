import { say } from './message.ts';
import { told } from './facts.ts';
import type { Place } from './place.ts';
import type { Container } from './reading.ts';
import type { Problem } from './problem.ts';

/**
 * Something a format met that a well-formed file would not have: kind, place, numbers, no words. Rules of scope `document` put it into words.
 * Facts of one kind are listed up to a limit and counted beyond it.
 */
export interface StructuralFact {
  readonly kind: StructuralKind;
  readonly place: Place;
  readonly numbers: Readonly<Record<string, number>>;
}

export type StructuralKind =
  /** `cells`: how many the row has; `expected`: how many it should; `delimiter`: the byte that would cut it right, 0 where there is none; `hollow`: 1 where all cells too many are empty. */
  | 'ragged-row'
  /** `opened`: 1 where the cell begins with a quote and text follows the one that closes it, 0 where a quote stands in a cell that begins without; `guard`: 1 after an equals sign. */
  | 'stray-quote'
  | 'unclosed-quote'
  /** A record longer than the reader keeps in memory; `bytes`. */
  | 'oversized-record'
  /** `byte`: the first offending byte. */
  | 'invalid-utf8'
  /** NUL and other control characters; `code`. */
  | 'control-character'
  /** A line with nothing on it, or `delimited`: 1 where it is a row of empty cells. */
  | 'blank-row'
  /** Nothing in the file but perhaps a byte-order mark. */
  | 'empty-file'
  /** A header and no row. */
  | 'no-rows'
  /** An encoding that is not read: `utf32` is 1 for UTF-32, 0 for EBCDIC. */
  | 'unsupported-encoding'
  /** A byte that means nothing in the encoding of the file; `byte`. */
  | 'undecodable-byte'
  /** A column, by its header, that holds text which was UTF-8 and was decoded as something else. Only the start of a file is looked through. */
  | 'mojibake'
  /** The same with characters that were lost on the way: U+FFFD. */
  | 'lost-characters'
  /** A gzip file that ends too early or is damaged, at the last row that could be read; `records`. */
  | 'broken-gzip'
  /**
   * A file that is no text cannot be read as a whole, or a column of it in part: `code` indexes `TABLE_FAULTS`; `column` and how many `rows` of it are
   * lost, where that is known.
   */
  | 'damaged-table'
  /** A workbook of several `sheets`, so many of which are not read. */
  | 'unread-sheets'
  /** How the rows of a Parquet file are grouped: `groups`, `rows`, those of the `largest` group, and `bytes` before compression. */
  | 'row-groups'
  /** The bytes are not what the file name promises: `signature` indexes `SIGNATURES`; `plain` is 1 where only the packing is missing, and the text was read. */
  | 'not-this-format'
  /**
   * A value that is no JSON. `code` indexes `JSON_FAULTS`; `kept`: 1 where the record is read all the same, 2 where all records
   * are and the document around them is broken.
   */
  | 'malformed-json'
  /** A record that is no object: `array` is 1 for an array, 0 for a string, number, boolean or null; `count` of them. */
  | 'not-an-object'
  /** The file is JSON, but not one record a line: `container` indexes `CONTAINERS`. */
  | 'wrong-container'
  /** A key that its object has already, at the second one; `column`, `nested` (1 within an array of the column), `count`. */
  | 'duplicate-key'
  /** An escape such as `\ud83d` that is half a character. */
  | 'lone-surrogate'
  /** A number that readers round: `column`, `literal` (0 for a whole number beyond 2^53, 1 for NaN and Infinity, 2 for one beyond all doubles), `nested` (1 within an array), `count`. */
  | 'unsafe-number'
  /** Arrays and objects within each other; `depth`. */
  | 'deep-nesting'
  /** A document that must be read as a whole and is too big for it; `most`: bytes it may have. */
  | 'oversized-document'
  /** More columns than are read; `most`. */
  | 'column-limit'
  /**
   * What the values of a key are, at the first key: `column`, `record` of the first value that is not null (-1: none), and how many `strings`, `numbers`,
   * `booleans`, `nulls`, `arrays` and `objects` there are. A key of several columns has a fact for each; all but the one of column `of` count nothing.
   */
  | 'field'
  /** How many further facts of each kind are not listed: `kind` by its index in `STRUCTURAL_KINDS`, `count`, and the numbers the kind is grouped by. */
  | 'not-listed'
  /** Lines above the header that belong to no table; `lines`. */
  | 'preamble'
  /** Lines below the last record that belong to no table; `lines`. */
  | 'footer'
  /** A last row that sums up the others. */
  | 'total-row'
  /** Another table begins below the first one; `lines` of it. */
  | 'second-table'
  /** A second row of names or units below the header; `units`: 1 where it holds units. */
  | 'second-header'
  /** The header again, among the records. */
  | 'repeated-header'
  /** A line that begins with `#`. */
  | 'comment-line'
  /** A first line such as `sep=;`, which Excel takes for an instruction; `delimiter`. */
  | 'separator-line'
  /** The first row was taken for data. */
  | 'no-header'
  /** Rows have one cell more than the header: `named` 0 where row names have no header, 1 where every row ends with a delimiter. */
  | 'short-header'
  /** `delimiter`: the byte the name or the description promises; `found`: the one that cuts the text into columns. */
  | 'other-delimiter'
  /** Cells are separated by a character that is no single byte, or by one that is written twice; `code`, `times`. */
  | 'wide-delimiter'
  /** Columns are aligned with spaces. */
  | 'aligned-columns'
  /** A line end unlike that of the file: `style` indexes `LINE_ENDS`, `usual` too. */
  | 'odd-line-end'
  /** The last record has no line end; `cells` and `expected` as for ragged rows. */
  | 'no-final-line-end'
  /** Characters of a class occur for the first time; `class` indexes `CHARACTER_CLASSES`. */
  | 'characters';

/** All kinds, for counting what is not listed. */
export const STRUCTURAL_KINDS: readonly StructuralKind[] = [
  'ragged-row', 'stray-quote', 'unclosed-quote', 'oversized-record', 'invalid-utf8', 'control-character', 'blank-row', 'empty-file', 'no-rows',
  'unsupported-encoding', 'not-this-format', 'malformed-json', 'not-an-object', 'wrong-container', 'duplicate-key', 'lone-surrogate', 'unsafe-number',
  'deep-nesting', 'column-limit', 'oversized-document', 'field', 'undecodable-byte', 'broken-gzip', 'mojibake', 'lost-characters',
  'preamble', 'footer', 'total-row', 'second-table', 'second-header', 'repeated-header', 'comment-line',
  'separator-line', 'no-header', 'short-header', 'other-delimiter', 'wide-delimiter', 'aligned-columns', 'odd-line-end', 'no-final-line-end', 'characters',
  'damaged-table', 'row-groups', 'unread-sheets',
];

/** Containers of a JSON text in the order facts number them. */
export const CONTAINERS: readonly Container[] = ['lines', 'values', 'array', 'columns'];

/** What can be wrong with a JSON text, in the order facts number it. */
export const JSON_FAULTS = [
  'unexpected', 'unclosed-string', 'unclosed', 'control-character', 'bad-escape', 'single-quote', 'bare-key', 'bad-number', 'bad-word', 'missing-colon',
  'missing-comma', 'trailing-comma', 'second-value', 'comma-after-record', 'comment', 'byte-order-mark', 'mismatched', 'values-in-a-row',
] as const;
export type JsonFault = (typeof JSON_FAULTS)[number];

/** What can be wrong with a file that is no text, in the order facts number it. */
export const TABLE_FAULTS = ['cut-short', 'directory', 'encrypted', 'no-sheet', 'pages', 'sheet', 'too-big', 'no-such-sheet'] as const;
export type TableFault = (typeof TABLE_FAULTS)[number];

/** Line ends as `odd-line-end` counts them. */
export const LINE_ENDS = ['LF', 'CR LF', 'CR'] as const;

/** Kinds whose facts are counted apart by some of their numbers. Each must take few values only. */
const GROUPED_BY: Readonly<Partial<Record<StructuralKind, readonly string[]>>> = {
  'ragged-row': ['cells', 'expected', 'delimiter', 'hollow'], 'stray-quote': ['opened', 'guard'], 'control-character': ['code'], 'blank-row': ['delimited'], 'odd-line-end': ['style', 'usual'],
  characters: ['class'], 'malformed-json': ['code', 'kept'],
};

/** Tells the groups of all kinds apart. */
export function groupKey(kind: StructuralKind, numbers: StructuralFact['numbers']): string {
  let key: string = kind;
  for (const name of GROUPED_BY[kind] ?? []) key += ` ${numbers[name]}`;
  return key;
}

/** The numbers of a fact that tell its group. */
export function groupNumbers(kind: StructuralKind, numbers: StructuralFact['numbers']): StructuralFact['numbers'] {
  return Object.fromEntries((GROUPED_BY[kind] ?? []).flatMap(key => (numbers[key] === undefined ? [] : [[key, numbers[key]]])));
}

/** Facts of one kind that are listed with a place; the rest is counted. */
export const FACT_LIMIT = 1000;

/** Facts of one kind that are alike. */
export interface FactGroup {
  /** Of the first one; the others share those the kind is grouped by. */
  readonly numbers: StructuralFact['numbers'];
  /** Where the listed ones are, in file order; never empty. */
  readonly places: readonly [Place, ...Place[]];
  readonly total: number;
}

/** The facts of a kind in groups of equal numbers, in the order they first occur. */
export function groupsOf(facts: readonly StructuralFact[], kind: StructuralKind): readonly FactGroup[] {
  const groups = new Map<string, { readonly numbers: StructuralFact['numbers']; readonly places: [Place, ...Place[]]; total: number }>();
  for (const fact of facts) {
    const counted = fact.kind === 'not-listed' && STRUCTURAL_KINDS[fact.numbers['kind'] ?? -1] === kind;
    if (fact.kind !== kind && !counted) continue;
    const key = groupKey(kind, fact.numbers);
    const group = groups.get(key);
    if (group) {
      group.total += counted ? (fact.numbers['count'] ?? 0) : 1;
      if (!counted) group.places.push(fact.place);
    } else if (!counted) {
      groups.set(key, { numbers: fact.numbers, places: [fact.place], total: 1 });
    }
  }
  return [...groups.values()];
}

/** Facts that are not about a row of which only the beginning was read. */
export function outsideOfCutRows(facts: readonly StructuralFact[]): readonly StructuralFact[] {
  const cut = new Set(facts.flatMap(({ kind, place }) => (kind === 'oversized-record' && 'row' in place ? [place.row] : [])));
  return cut.size === 0 ? facts : facts.filter(({ kind, place }) => kind === 'oversized-record' || !('row' in place && cut.has(place.row)));
}

/** The last row where the file breaks off in it: without a line end, shorter than the header, and unlike the other rows that are. */
export function brokenOff(facts: readonly StructuralFact[]): StructuralFact | undefined {
  const ending = facts.find(({ kind }) => kind === 'no-final-line-end');
  const { cells = 0, expected = 0 } = ending?.numbers ?? {};
  return cells < expected && !facts.some(({ kind, numbers }) => kind === 'ragged-row' && numbers['cells'] === cells) ? ending : undefined;
}

/** Where a group shows, as parts of a problem. */
export const placesOf = ({ places, total }: FactGroup): Pick<Problem, 'place' | 'places' | 'total'> => ({ place: places[0], places, total });

/** One problem for each of the first `most` listed facts of `kind`, in the words of `tell`, and one for all others. */
export function* problemsOf(
  facts: readonly StructuralFact[], kind: StructuralKind, tell: (fact: StructuralFact) => Problem, most = FACT_LIMIT,
): Iterable<Problem> {
  const listed = facts.filter(fact => fact.kind === kind);
  yield* listed.slice(0, most).map(tell);
  const uncounted = facts.filter(fact => fact.kind === 'not-listed' && STRUCTURAL_KINDS[fact.numbers['kind'] ?? -1] === kind);
  const more = uncounted.reduce((sum, { numbers }) => sum + (numbers['count'] ?? 0), Math.max(0, listed.length - most));
  const last: Place = listed.slice(0, most).at(-1)?.place ?? { at: 'file' };
  if (more > 0) yield { place: last, message: say`The same again, ${more} times more; these places are not listed`, facts: told({ more }) };
}

/** Formats that turn up under the wrong name, by what they begin with, in upper or lower case: bytes, or a pattern where bytes would not tell enough. */
export const SIGNATURES: readonly { readonly title: string; readonly bytes: string; readonly also?: RegExp }[] = [
  { title: 'ZIP or Excel (.xlsx)', bytes: 'PK\x03\x04' },
  { title: 'gzip', bytes: '\x1f\x8b' },
  { title: 'Parquet', bytes: 'PAR1' },
  { title: 'PDF', bytes: '%PDF-' },
  { title: 'SQLite', bytes: 'SQLite format 3\0' },
  { title: 'Excel (.xls)', bytes: '\xd0\xcf\x11\xe0' },
  { title: 'HTML', bytes: '<!DOCTYPE' },
  { title: 'HTML', bytes: '<html' },
  { title: 'HTML', bytes: '<table' },
  { title: 'XML', bytes: '<?xml' },
  { title: 'JSON', bytes: '[{"', also: /^(?:\[\s*\{\s*(?:"|\}\s*\])|\{\s*"[^"]*"\s*:)/ },
  { title: 'RTF', bytes: '{\\rtf' },
  { title: 'PNG', bytes: '\x89PNG' },
  { title: 'Git LFS pointer', bytes: 'version https://git-lfs' },
  // What a file system leaves of a file that was being written when the power failed.
  { title: 'NUL (0x00)', bytes: '\0'.repeat(16) },
];
