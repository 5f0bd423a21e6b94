import type { CharacterClass } from './characters.ts';
import type { Form } from './form.ts';
import type { Formula } from './formula.ts';
import type { IsolationForest } from './forest.ts';
import type { PersonalKind } from './personalSpan.ts';
import type { PresentClass } from './summary.ts';

/**
 * A question about cells or rows, as data. Rules answer with queries instead of looping over cells; the engine evaluates all of them together in the
 * next pass, counts every match and locates the first ones. The set is closed: each kind has one evaluator and one oracle in the tests.
 */
export type Query = CellQuery | RowQuery;

/** A predicate over the cells of the problem's column. */
export type CellQuery =
  | { readonly is: 'class'; readonly classes: readonly PresentClass[] }
  /** Spelled as one of the reading's null tokens, by index; every missing cell when left out. */
  | { readonly is: 'missing'; readonly spellings?: readonly number[] }
  /** Content equals one of these: hashes from a summary, or texts. */
  | { readonly is: 'in'; readonly values: readonly (bigint | string)[] }
  /** A number below `low` or above `high`. */
  | { readonly is: 'outside'; readonly low: number; readonly high: number }
  /** A number `below` or equal to (or `above`) a bound that is excluded. */
  | { readonly is: 'beyond'; readonly bound: number; readonly side: 'below' | 'above' }
  /** A number written with more than so many digits after its point; zeros at its end do not count. */
  | { readonly is: 'decimals'; readonly over: number }
  /** A number that is no multiple of `step`, but for rounding. */
  | { readonly is: 'off-step'; readonly step: number }
  /** Longer or shorter than so many characters (code points). */
  | { readonly is: 'length'; readonly over?: number; readonly under?: number }
  /** Present and matched by a regular expression that a user wrote; evaluated in linear time. */
  | { readonly is: 'pattern'; readonly source: string }
  /** Written as text: within quotes, or with `not` without. Missing cells answer too, so that `""` and `null` can be told apart. */
  | { readonly is: 'quoted'; readonly not?: true }
  /** The record has no such cell. The match is the row. */
  | { readonly is: 'absent' }
  | { readonly is: 'detector'; readonly id: string }
  /** Written in this form, as the parsers in `util/lexical` have it. */
  | { readonly is: 'form'; readonly form: Form }
  /** Holds characters of a class; its matches are shown at the first run of them. */
  | { readonly is: 'characters'; readonly of: CharacterClass }
  /** Holds, as part of a longer text, what names or reaches a person or opens something; its matches are shown at the first such part. */
  | { readonly is: 'personal'; readonly of: PersonalKind }
  /** Equal to some cell of a column of another table. */
  | { readonly is: 'occurs-in'; readonly table: string; readonly column: number }
  /** A date, or date and time, in ISO form that is not after a moment in the same form. */
  | { readonly is: 'not-after'; readonly moment: string }
  /**
   * A number, or an ISO date in seconds, whose difference to the one before it in the column is below `under` or above `over`. The first one, and one
   * after the other kind, never is.
   */
  | { readonly is: 'step'; readonly under?: number; readonly over?: number }
  /** Equal to an earlier cell of the column; missing cells never are. */
  | { readonly is: 'repeated' }
  /** Some item of the list in a cell answers; items are split at `separator`, without the spaces around them, and those that are `missing` never answer. */
  | { readonly is: 'item'; readonly separator: string; readonly missing: readonly string[]; readonly of: TextQuery }
  | { readonly is: 'and' | 'or'; readonly of: readonly CellQuery[] }
  /** Present cells the inner query does not match. */
  | { readonly is: 'not'; readonly of: CellQuery };

/** A predicate that a text answers by itself, whether it is a cell or part of one. */
export type TextQuery =
  | Extract<CellQuery, { readonly is: 'pattern' | 'form' | 'length' }>
  | { readonly is: 'not'; readonly of: TextQuery }
  | { readonly is: 'and'; readonly of: readonly TextQuery[] };

/** A predicate over whole rows; with `at` each match shows at the row's cell in that column. */
export type RowQuery = RowPredicateQuery & { readonly at?: number };

type RowPredicateQuery =
  /** Equal, on `columns` (all when left out), to an earlier row. */
  | { readonly is: 'duplicate'; readonly columns?: readonly number[]; /** Rows that lack one of the columns are passed over. */ readonly whole?: true }
  /** Two cells of the row compared as numbers or, where both are dates, as dates. */
  | { readonly is: 'compare'; readonly left: number; readonly op: '<' | '<=' | '>' | '>=' | '=' | '!='; readonly right: number }
  /** Present in another table as well: its cells in `columns` are those of a row there in the columns `from`. */
  | { readonly is: 'in-other'; readonly table: string; readonly columns: readonly number[]; readonly from: readonly number[] }
  /** Present on all of `columns`, and nowhere in another table. */
  | { readonly is: 'not-in-other'; readonly table: string; readonly columns: readonly number[]; readonly from: readonly number[] }
  /** Present in both columns, with the same content. */
  | { readonly is: 'same'; readonly left: number; readonly right: number }
  /** The first holds the digest of the second, in hexadecimal digits, as it stands or without outer spaces and in lower case. */
  | { readonly is: 'digest'; readonly of: number; readonly in: number; readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512' }
  /** All are numbers, and the parts add up to something that is further than `within` from the total. */
  | { readonly is: 'sum'; readonly parts: readonly number[]; readonly total: number; readonly within: number }
  /** The condition does not hold, or cannot be calculated; its fields by name, those with `isText` read as they are spelled. */
  | { readonly is: 'unmet'; readonly formula: Formula; readonly fields: readonly { readonly name: string; readonly column: number; readonly isText?: boolean }[] }
  /** Equal, on `columns`, to an earlier row, and present but different on `label` from the first such row. */
  | { readonly is: 'conflict'; readonly columns: readonly number[]; readonly label: number }
  /** Alike, in the words of `columns`, to an earlier row that it is not equal to: an estimated Jaccard similarity of at least `least`. */
  | { readonly is: 'near-duplicate'; readonly columns: readonly number[]; readonly least: number }
  /**
   * Alike, in the words of `columns`, to a row of another table, in its columns `from`: an estimated Jaccard similarity of at least `least`. Rows that
   * are there as they are, on the columns of `whole`, do not count.
   */
  | {
    readonly is: 'near-other'; readonly table: string; readonly columns: readonly number[]; readonly from: readonly number[]; readonly least: number;
    readonly whole: { readonly columns: readonly number[]; readonly from: readonly number[] };
  }
  /** Scored above `over` by a forest that was grown on a sample. */
  | { readonly is: 'score'; readonly forest: IsolationForest; readonly over: number };

export const hasClass = (...classes: readonly PresentClass[]): CellQuery => ({ is: 'class', classes });
export const isMissing = (spellings?: readonly number[]): CellQuery => ({ is: 'missing', ...(spellings && { spellings }) });
export const isIn = (values: readonly (bigint | string)[]): CellQuery => ({ is: 'in', values });
export const isOutside = (low: number, high: number): CellQuery => ({ is: 'outside', low, high });
export const hasForm = (form: Form): Extract<CellQuery, { readonly is: 'form' }> => ({ is: 'form', form });
export const isQuoted: CellQuery = { is: 'quoted' };
export const isUnquoted: CellQuery = { is: 'quoted', not: true };
export const isAbsent: CellQuery = { is: 'absent' };
export const not = (of: CellQuery): CellQuery => ({ is: 'not', of });
export const any = (...of: readonly CellQuery[]): CellQuery => ({ is: 'or', of });
export const all = (...of: readonly CellQuery[]): CellQuery => ({ is: 'and', of });
/** What a text answers, asked of each item where a cell holds a list. */
export const perItem = (separator: string | undefined, missing: readonly string[] | undefined, of: TextQuery): CellQuery =>
  (separator === undefined ? of : { is: 'item', separator, missing: missing ?? [''], of });
export const isDuplicate = (columns?: readonly number[]): RowQuery => ({ is: 'duplicate', ...(columns && { columns }) });

export function isRowQuery(query: Query): query is RowQuery {
  return ROW_QUERIES.has(query.is);
}

const ROW_QUERIES: ReadonlySet<Query['is']> = new Set<RowQuery['is']>([
  'duplicate', 'compare', 'in-other', 'not-in-other', 'same', 'digest', 'sum', 'unmet', 'conflict', 'near-duplicate', 'near-other', 'score',
]);
