/** What a spreadsheet shows in place of a value it could not compute, or not fit into the column. The codes are those of Excel, LibreOffice and WPS. */
export const isSpreadsheetError = (text: string): boolean =>
  /^(?:#(?:REF|VALUE|DIV\/0|NAME|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT|GETTING_DATA)[!?]?|Err:5\d\d|#{4,})$/i.test(text.trim());

/** A day and a month without a year, as spreadsheets show what they took for a date: `1-Mar`, `Mar-01`, `3月1日`. */
export const isSpreadsheetDate = (text: string): boolean =>
  DAY_AND_MONTH.test(text.trim());
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DAY_AND_MONTH = new RegExp(`^(?:\\d{1,2}-(?:${MONTH})|(?:${MONTH})-\\d{2}|\\d{1,2}月\\d{1,2}日)$`, 'i');

/** A long whole number as a spreadsheet shows it in a narrow cell: at most five decimals and a power of at least eleven. */
export const isSpreadsheetExponent = (text: string): boolean => /^[1-9](?:\.\d{1,5})?E\+(?:1[1-9]|[2-9]\d)$/.test(text);

/** Spreadsheets keep fifteen digits of a number; those behind them become zeros. */
export const isCutNumber = (text: string): boolean => /^[1-9]\d{14}0{1,4}$/.test(text);
