import { identifier, packageName } from '../identifiers.ts';
import { isAbsent, isList, isScope, isWord } from './values.ts';
import type { Value } from './values.ts';

/**
 * How a value is written into the language around it. A filter answers `undefined` for a value it cannot write, which refuses the file.
 * The last one of a chain must give text; `names` and `ids` turn columns into lists of text.
 */
export const FILTERS: Readonly<Record<string, (value: Value) => Value | undefined>> = {
  json: value => {
    const plain = plainOf(value);
    return plain === undefined ? undefined : safe(JSON.stringify(plain));
  },
  /** A string literal of TypeScript in single quotes. */
  string: value => (typeof value === 'string' ? singleQuoted(value) : undefined),
  /** A literal of Python, with the quotes that its formatters choose. */
  python: value => (typeof value === 'string' ? pythonString(value) : undefined),
  identifier: value => (typeof value === 'string' ? identifier(value) : undefined),
  package: value => (typeof value === 'string' ? packageName(value, 'training-project') : undefined),
  /** One line of Markdown in which nothing of the text is markup. */
  markdown: value => (typeof value === 'string' ? oneLine(value).replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&') : undefined),
  /** Inline code of Markdown. */
  code: value => (typeof value === 'string' ? inlineCode(oneLine(value)) : undefined),
  /** One line that cannot end a comment. */
  comment: value => (typeof value === 'string' ? oneLine(value).replace(/\*\//g, '* /') : undefined),
  /** One argument of a command, as POSIX shells, PowerShell and cmd take it. */
  shell: value => (typeof value === 'string' ? shellArgument(oneLine(value)) : undefined),
  names: value => columnField(value, 'name'),
  ids: value => columnField(value, 'id'),
  count: value => (isList(value) ? value.length : undefined),
};

function columnField(value: Value, field: string): Value | undefined {
  if (!isList(value)) return undefined;
  const found = value.flatMap(item => (isScope(item) ? (item.fields[field] ?? []) : []));
  return found.length === value.length ? found : undefined;
}

function singleQuoted(text: string): string {
  const inner = safe(JSON.stringify(text)).slice(1, -1);
  return `'${inner.replace(/\\"/g, '"').replace(/'/g, '\\\'')}'`;
}

/** Double quotes, unless single ones take fewer escapes. What JSON escapes, Python reads alike. */
function pythonString(text: string): string {
  const inner = safe(JSON.stringify(text)).slice(1, -1);
  const count = (quote: string): number => text.split(quote).length - 1;
  return count("'") < count('"') ? `'${inner.replace(/\\"/g, '"').replace(/'/g, "\\'")}'` : `"${inner}"`;
}

function shellArgument(text: string): string {
  return /^[\p{L}\p{N}_./:+@=-]+$/u.test(text) ? text : `"${text.replace(/["$`\\]/g, '\\$&')}"`;
}

type Plain = string | number | boolean | readonly Plain[];

function plainOf(value: Value): Plain | undefined {
  if (isList(value)) {
    const items = value.map(plainOf).filter(item => item !== undefined);
    return items.length === value.length ? items : undefined;
  }
  if (isScope(value) || isAbsent(value)) return undefined;
  return isWord(value) ? value.word : value;
}

/** JSON that is also JavaScript, whoever reads it: the two line separators are escaped. */
function safe(json: string): string {
  return json.replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** CommonMark: the fence is longer than any run of backticks inside. */
function inlineCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest > 0 ? ' ' : '';
  return `${fence}${gap}${text}${gap}${fence}`;
}
