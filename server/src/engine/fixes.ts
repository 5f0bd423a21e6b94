import type { FindingFix, Spot } from '../core/finding.ts';
import type { TextRange } from '../core/place.ts';
import type { Change } from '../core/problem.ts';
import type { Dialect } from '../core/reading.ts';

/** A replacement of one range of a text document. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Changes of data; changes of a description are edits of its nodes and belong to its standard. */
export type DataChange = Exclude<Change, { readonly do: 'set-node' | 'rename-node' | 'remove-node' | 'insert-node' | 'move-node' | 'half-width-node' }>;

export const changesData = (change: Change): change is DataChange => !change.do.endsWith('-node');

/**
 * The smallest edits that make a fix: only the bytes of the cells or rows it names change; quotes, line ends, byte-order mark and the last newline stay.
 */
export function editsOf(fix: FindingFix, dialect: Dialect): readonly TextEdit[] {
  const { change } = fix;
  if (!changesData(change) || !isSafeIn(change, dialect)) return [];
  return fix.spots.flatMap(spot => editOf(change, spot, dialect) ?? []);
}

/** Keys stand in every record, and records of a JSON document share lines and commas. */
function isSafeIn({ do: what }: DataChange, { values }: Dialect): boolean {
  return values === undefined || !(what === 'rename-header' || what === 'insert' || (what === 'delete-row' && values !== 'json-lines'));
}

function editOf(change: DataChange, spot: Spot, dialect: Dialect): TextEdit | undefined {
  switch (change.do) {
    case 'replace': return dialect.values ? jsonEdit(change.with, spot) : { range: spot.range, newText: contentFor(change.with, spot, dialect) };
    case 'rewrite':
      if (spot.becomes === undefined) return undefined;
      return dialect.values ? jsonEdit(spot.becomes, spot) : { range: spot.range, newText: contentFor(spot.becomes, spot, dialect) };
    case 'rename-header': return { range: spot.range, newText: contentFor(change.to, spot, dialect) };
    case 'delete-row': return { range: wholeLines(spot.range), newText: '' };
    case 'insert': {
      const at = change.side === 'before' ? spot.range.start : spot.range.end;
      return { range: { start: at, end: at }, newText: change.text };
    }
  }
}

/** New content as it must be written where it goes: quotes doubled inside quotes, quotes added where the dialect demands them. */
function contentFor(text: string, { quoted }: Spot, { delimiter, quote, escape = quote }: Dialect): string {
  const mark = String.fromCharCode(quote);
  const doubled = text.replaceAll(mark, String.fromCharCode(escape) + mark);
  if (quoted) return doubled;
  const special = text.includes(String.fromCharCode(delimiter)) || text.includes(mark) || /[\r\n]/.test(text);
  return special && quote !== 0 ? mark + doubled + mark : text;
}

/** A string stays one, but for the spelling of null; what was no string stays none where it can. */
function jsonEdit(text: string, { quoted, range: { start, end } }: Spot): TextEdit {
  const around = { start: { ...start, character: start.character - 1 }, end: { ...end, character: end.character + 1 } };
  if (quoted) return text === 'null' ? { range: around, newText: text } : { range: { start, end }, newText: JSON.stringify(text).slice(1, -1) };
  if (isStructure(text)) return { range: { start, end }, newText: text };
  const isValue = /^(?:null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(text);
  return { range: { start, end }, newText: isValue ? text : JSON.stringify(text) };
}

/** A list or an object, which a cell that is written anew stays. */
function isStructure(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** From the start of a record's first line to the start of the line after its last. */
const wholeLines = ({ start, end }: TextRange): TextRange => ({ start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } });
