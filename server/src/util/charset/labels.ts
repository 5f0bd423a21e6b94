/** Encodings Lintel reads, by the names the WHATWG Encoding Standard gives them. Every other name of a table is a label of one of these. */
export type EncodingName = string;

/**
 * The standard name of an encoding that was written in any of its usual ways (`GB2312`, `cp936`, `latin1`, `UTF8`), or `undefined` where it is not
 * read here: unknown, bound to states (ISO-2022-JP) or wider than two bytes a unit (UTF-32). GBK is read as its superset GB 18030.
 */
export function encodingOf(label: string): EncodingName | undefined {
  const plain = label.trim().toLowerCase();
  const wanted = ALIASES[plain] ?? ALIASES[plain.replace(/[-_ ]/g, '')] ?? plain;
  try {
    const { encoding } = new TextDecoder(wanted);
    return UNREAD.has(encoding) ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** Names that Python, Excel, R and databases use and the standard does not list. */
const ALIASES: Readonly<Record<string, string>> = {
  cp936: 'gbk', ms936: 'gbk', windows936: 'gbk', euccn: 'gbk', gb2312: 'gbk', hzgb: 'gbk', gb180302000: 'gb18030', gb18030: 'gb18030',
  cp950: 'big5', ms950: 'big5', windows950: 'big5', big5hkscs: 'big5',
  cp932: 'shift_jis', ms932: 'shift_jis', windows932: 'shift_jis', windows31j: 'shift_jis', shiftjis: 'shift_jis', sjis: 'shift_jis', eucjp: 'euc-jp',
  cp949: 'euc-kr', ms949: 'euc-kr', windows949: 'euc-kr', uhc: 'euc-kr', euckr: 'euc-kr',
  utf8: 'utf-8', utf8sig: 'utf-8', utf8bom: 'utf-8', utf16: 'utf-16le', utf16le: 'utf-16le', utf16be: 'utf-16be', ucs2: 'utf-16le',
  latin1: 'windows-1252', iso88591: 'windows-1252', cp1252: 'windows-1252', windows1252: 'windows-1252', ascii: 'utf-8', usascii: 'utf-8',
};

/** Encodings that files of tables are usually written in, beside UTF-8; others are read where they are declared. */
export const READ_ENCODINGS: readonly EncodingName[] = [
  'windows-1252', 'gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254',
  'iso-8859-2', 'koi8-r',
];

const UNREAD: ReadonlySet<string> = new Set(['iso-2022-jp', 'replacement', 'x-user-defined']);

/** How people name an encoding; standard names that need no better one stand for themselves. */
export function titleOf(encoding: EncodingName): string {
  return TITLES[encoding] ?? encoding.replace(/^(windows|iso|koi8|ibm)/, prefix => prefix.charAt(0).toUpperCase() + prefix.slice(1)).replace(/^Iso/, 'ISO').replace(/^Koi8/, 'KOI8');
}

const TITLES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', gb18030: 'GB 18030', gbk: 'GBK', big5: 'Big5', shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP', 'euc-kr': 'EUC-KR', 'windows-1252': 'Windows-1252',
};
