import type { Complaint } from '../../core/standard.ts';
import { name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import { listOf, objectOf, textOf, truthOf, type JsonObject } from '../document/shape.ts';
import { complain, remove, setTo } from './complain.ts';

/** Characters that a dialect gives two meanings, and properties that contradict each other. */
export function dialectComplaints(dialect: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  if (!dialect) return [];
  const nested = objectOf(dialect['csv']);
  return [
    ...characterComplaints(dialect, node), ...headerComplaints(dialect, node),
    ...(nested ? characterComplaints(nested, [...node, 'csv']) : []),
  ];
}

const CHARACTERS = ['delimiter', 'quoteChar', 'escapeChar', 'commentChar', 'lineTerminator'];
/** Words for characters that people write where the character itself is asked for. */
const WORDS: Readonly<Record<string, string>> = { '\\t': '\t', tab: '\t', comma: ',', semicolon: ';', pipe: '|', space: ' ', colon: ':' };

function characterComplaints(dialect: JsonObject, node: NodePath): readonly Complaint[] {
  const seen = new Map<string, string>();
  const twice = CHARACTERS.flatMap(key => {
    const character = textOf(dialect[key]);
    if (character === undefined || character === '') return [];
    const before = seen.get(character);
    seen.set(character, before ?? key);
    // A quote that escapes itself is how doubled quotes were once described.
    if (before === undefined || (before === 'quoteChar' && key === 'escapeChar')) return [];
    return complain([...node, key], 'value', say`${quote(character, -1)} is ${name(before)} already and cannot be ${name(key)} too`);
  });
  const delimiter = textOf(dialect['delimiter']);
  const word = delimiter === undefined ? undefined : WORDS[delimiter.toLowerCase()];
  const path = [...node, 'delimiter'];
  const spelt = word === undefined ? [] : complain(path, 'value', say`A delimiter stands for itself; ${quote(delimiter ?? '', -1)} is a word for it`, {
    fix: setTo(path, word, say`Write the character itself`),
  });
  const both = truthOf(dialect['doubleQuote']) === true && textOf(dialect['escapeChar']) !== undefined && dialect['escapeChar'] !== dialect['quoteChar'];
  return [
    ...twice, ...spelt,
    ...complain([...node, 'escapeChar'], 'key', both && say`Quotes inside of quotes are either doubled or escaped; with ${name('doubleQuote')} on, ${name('escapeChar')} is passed over`, {
      kind: 'ignored', fix: remove([...node, 'escapeChar'], say`Remove ${name('escapeChar')}`),
    }),
  ];
}

function headerComplaints(dialect: JsonObject, node: NodePath): readonly Complaint[] {
  const rows = listOf(dialect['headerRows']);
  const headless = truthOf(dialect['header']) === false && rows !== undefined && rows.length > 0;
  const comments = new Set(listOf(dialect['commentRows']) ?? []);
  const shared = (rows ?? []).findIndex(row => comments.has(row));
  return [
    ...complain([...node, 'headerRows'], 'key', headless && say`${name('header')} says that there is no header, so ${name('headerRows')} means nothing here`, { kind: 'ignored' }),
    ...complain([...node, 'headerRows', Math.max(0, shared)], 'value', shared >= 0 && say`A row is either part of the header or a comment; this one is in ${name('commentRows')} too`),
  ];
}
