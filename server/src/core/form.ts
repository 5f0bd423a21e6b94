/**
 * Ways a value can be written that are told exactly, cell by cell, by the parsers in `util/lexical`. Rules decide on a sample which form a column has and
 * name the cells that are, or are not, of the form; the engine asks the same parser about every cell, so counts are exact.
 */
export type Form =
  | FixedForm
  /** A date or a time stamp of one layout, whose day exists; layouts are those of `util/lexical/dates`. */
  | `date:${string}`
  /** A number with this unit, currency or percent sign, in the spelling of `util/lexical/units`; of `CNY*10000` the word 万 must stand before it, of `CNY*1` none. */
  | `unit:${string}`
  /** A JSON list of so many items. */
  | `list:${number}`
  /** A date or time by a format string of strptime; the day must exist. */
  | `strptime:${string}`
  /** A number with this decimal character and group character, in this order, the second one perhaps left out; nothing may stand around it. */
  | `separators:${string}`
  /** A value of a datatype of XML Schema, given as JSON; see `util/lexical/datatypes`. */
  | `datatype:${string}`;

export const FIXED_FORMS = [
  /** A number in any notation that is not read as one plainly, its decimal point a point: `$1,234.50`, `12 %`, `3.5 kg`, `(12)`, full-width digits. */
  'number',
  /** The same, its decimal character a comma: `1.234,56 €`. Whole numbers are both. */
  'number:comma',
  /** A number whose comma, or whose point, can only be the decimal character. */
  'decimal:comma', 'decimal:point',
  /** A number with one separator before three digits: thousands for one reader, decimals for another. */
  'decimal:either',
  /** A number with any unit, currency or percent sign. */
  'unit',
  /** Infinity, not-a-number and how C libraries print them. */
  'not-finite',
  /** A decimal with nothing but zeros after the point: `23.0`. */
  'whole-decimal',
  /** A calendar date or time stamp in any notation, whose day exists. */
  'date',
  /** Written like a date or time stamp, but there is no such day or time. */
  'impossible-date',
  'two-digit-year',
  /** A date of two numbers and a year that can only be read day first, or only month first. */
  'day-first', 'month-first',
  /** A time stamp with, or without, an offset from UTC. */
  'with-zone', 'without-zone',
  /** `#REF!`, `#VALUE!`, `####` and their kind. */
  'spreadsheet-error',
  /** What spreadsheets make of `MARCH1` and `SEPT2`: `1-Mar`, `Sep-02`, `3月1日`. */
  'spreadsheet-date',
  /** A long number as spreadsheets show it: `1.23457E+11`. */
  'spreadsheet-exponent',
  /** A whole number of 16 to 19 digits with zeros from the sixteenth on. */
  'cut-digits',
  /** UTF-8 that was decoded as something else: `Ã©` for é; what was lost for good when it was. */
  'mojibake', 'lost-characters',
  'json', 'url', 'email', 'uuid', 'ip', 'mac',
  /** A shape of geometry as well-known text: `POINT (30 10)`. */
  'wkt',
  /** Something that may be read as a date or time: digits, and no words but those of dates and times. */
  'any-moment',
  /** Personal data that was masked, redacted or hashed before: `138****5678`, `[EMAIL]`. */
  'masked',
] as const;
export type FixedForm = (typeof FIXED_FORMS)[number];

/** How a fix writes a cell anew, each in its own way; cells the parser cannot read stay as they are. */
export type Rewriting =
  /** A number with digits and a decimal point only. */
  | 'plain-number' | 'plain-number:comma'
  /** `2024-01-31`, with the time as it was; the layout is one of `util/lexical/dates`. */
  | `iso-date:${string}`
  /** A decimal without its empty decimals. */
  | 'whole-number'
  /** UTF-8 that was decoded as something else, decoded rightly. */
  | 'repaired'
  /** Without outer spaces. */
  | 'trimmed'
  /** Without characters of the classes `invisible` and `bidi`. */
  | 'visible'
  /** Every no-break space as a plain one. */
  | 'plain-spaces'
  /** Full-width letters, digits, spaces and signs as those of ASCII. */
  | 'narrow'
  /** Ideographs in their usual code (Unicode normalisation form KC of those alone). */
  | 'usual-ideographs'
  /** With the parts that name or reach a person replaced by what they are. */
  | 'redacted'
  /** Without the marks that keep Excel from reading a number. */
  | 'unguarded';
