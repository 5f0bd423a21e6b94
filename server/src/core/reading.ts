/**
 * What is fixed before the first pass over a dataset. It comes from the description, then the configuration, then detection; no rule and no kernel
 * has an idea of its own of what "missing" or "a header" is.
 */
export interface Reading {
  readonly dialect: Dialect;
  /** Name of the text encoding as the WHATWG Encoding Standard spells it, `utf-8` unless something else was found. */
  readonly encoding: string;
  /** What `encoding` rests on; left out for open documents, which are text. Set by the engine: formats are given UTF-8. */
  readonly encodingBasis?: EncodingBasis;
  /** Bytes of a byte-order mark at the start of the text, which is UTF-8 whatever the file is: 0 or 3. */
  readonly bomLength: number;
  /** Whether the file names its columns: in its first record, or by the keys of every record. */
  readonly hasHeader: boolean;
  /** What stands between the byte-order mark and the header (or the first record), titles and notes for instance; left out where nothing does. */
  readonly preamble?: { readonly bytes: number; readonly lines: number };
  /** Bytes before the first record of data: byte-order mark, preamble and header. */
  readonly bodyOffset: number;
  /** Where the records end if something else follows them: totals, notes, another table. */
  readonly bodyEnd?: number;
  /** How lines end as a rule, as an index of `LINE_ENDS`; left out where a format has no say in it. */
  readonly lineEnd?: number;
  /** Column names in file order; invented (`column 1`) where there is no header. */
  readonly header: readonly string[];
  /** By column, the names that further rows of the header give it; left out where the header is one row. */
  readonly alsoCalled?: readonly (readonly string[])[];
  /** How the file itself stores each column (`int64`, `list<string>`); left out where it does not say. */
  readonly types?: readonly string[];
  /** Spellings that mean "missing", compared whole and case-sensitively. */
  readonly nullTokens: readonly string[];
  /** The sheet of a workbook that was asked for, by its name or its number from 1; left out where it is the first. */
  readonly sheet?: string | number;
  /** The rows are documents or passages of a corpus, however short, and nothing else. */
  readonly isCorpus?: true;
  /** How records lie where text and numbers are told apart; left out where they are not. */
  readonly container?: Container;
  /** Where each part of the reading came from, for the status line and `--explain-plan`. */
  readonly provenance: Readonly<Partial<Record<ReadingPart, Provenance>>>;
}

/**
 * `lines`: one value a line. `values`: one after the other, over as many lines as they take. `array`: the elements of one array. `columns`: one object,
 * each member of which holds all values of a column, as an array or by row. `typed`: no JSON, but a file that tells the type of its cells.
 */
export type Container = 'lines' | 'values' | 'array' | 'columns' | 'typed';

/** How the encoding of a file was found. */
export interface EncodingBasis {
  /** A byte-order mark; zeros between ASCII characters; a description; validity; nothing but ASCII so far; its characters; how an editor shows it. */
  readonly on: 'mark' | 'zeros' | 'declared' | 'utf-8' | 'ascii' | 'characters' | 'shown';
  /** With `characters`: how many beyond ASCII were looked at. */
  readonly characters: number;
  /** How many of them are those that texts in the encoding are largely made of. */
  readonly fitting: number;
  /** What was declared, where the bytes cannot be that. */
  readonly against?: string;
  /** The encoding an editor shows the file in, where that is the wrong one. */
  readonly shownAs?: string;
}

export type ReadingPart = 'delimiter' | 'quote' | 'escape' | 'header' | 'nullTokens' | 'encoding';
export type Provenance = 'description' | 'configuration' | 'detection';

/** How records and cells are written. Bytes, not characters: every delimiter Lintel reads is a single byte. */
export interface Dialect {
  readonly delimiter: number;
  /** 0 where the file does not quote. */
  readonly quote: number;
  /** The byte that makes a quote inside of quotes part of the content (`\\"`), where it is not doubled for that; left out where it is. */
  readonly escape?: number;
  /** `lf` covers CR LF too: a carriage return before a line feed belongs to the line end. `cr` is the old Macintosh form. */
  readonly lineEnd: 'lf' | 'cr';
  /** What records begin with that are comments, and so no rows; left out where there are none. */
  readonly comment?: string;
  /** The side of cells without quotes at which spaces are no part of them; left out where they are. */
  readonly trim?: Trim;
  /** True where rows of nothing but empty cells are no rows. */
  readonly skipBlankRows?: true;
  /** Where cells are JSON values: what an edit writes must be one as well. `typed`: no text, never edited. Delimiter and quote are 0 then. */
  readonly values?: 'json' | 'json-lines' | 'typed';
}

export type Trim = 'start' | 'end' | 'both';

/** Spellings of "missing" that hold unless a description or the configuration says otherwise. */
export const DEFAULT_NULL_TOKENS: readonly string[] = [
  '', 'NA', 'N/A', 'n/a', 'na', '#N/A', 'NaN', 'nan', 'NULL', 'null', 'Null', 'None', 'none', 'nil', 'NIL', '-', '--', '?', '\\N', '<NA>', '<null>',
  'missing', 'Missing', '#NULL!', '.', '—', '无', '暂无', '未知', '不详', '空', '缺失', '未填写',
];
