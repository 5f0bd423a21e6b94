import * as vscode from 'vscode';

/** Delimiters people use, the most usual first. */
export const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];

/** A delimiter by its name; others stand for themselves. */
export function nameOfDelimiter(delimiter: string): string {
  switch (delimiter) {
    case ',': return vscode.l10n.t('comma');
    case ';': return vscode.l10n.t('semicolon');
    case '\t': return vscode.l10n.t('tab');
    case '|': return vscode.l10n.t('vertical bar');
    case ' ': return vscode.l10n.t('space');
    default: return delimiter;
  }
}

/** Encodings of tables, by the names of the WHATWG Encoding Standard. */
export const ENCODINGS: readonly string[] = [
  'utf-8', 'windows-1252', 'gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251',
];

/** The usual spelling of an encoding's name. */
export const nameOfEncoding = (encoding: string): string => encoding.replace(/^(utf|gb|euc)/, prefix => prefix.toUpperCase()).replace(/(le|be)$/, end => end.toUpperCase());
