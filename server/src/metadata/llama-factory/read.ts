import type { FieldDescription, ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import { objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { FORMATS, SOURCES } from './keys.ts';

/** A resource for every dataset that is a file or a folder beside the list; the columns it names have to be there, and there may be more. */
export function readEntries(datasets: JsonObject): readonly ResourceDescription[] {
  return Object.entries(datasets).flatMap(([key, given]): readonly ResourceDescription[] => {
    const entry = objectOf(given) ?? {};
    const path = textOf(entry['file_name']);
    if (path === undefined || path === '' || SOURCES.some(source => source !== 'file_name' && source in entry)) return [];
    const isFile = /\.[A-Za-z]\w*$/.test(path);
    return [{
      name: key, paths: [isFile ? path : `${path.replace(/\/+$/, '')}/**`], pathNodes: [[key, 'file_name']], fields: readColumns(entry, key, isFile ? path : ''), fieldsMatch: 'subset', node: [key],
      ...(!isFile && { globs: true }),
    }];
  });
}

/** Columns of the layout where the entry names none. What may be left out of an example is not asked for. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  alpaca: { prompt: 'instruction', response: 'output' }, sharegpt: { messages: 'conversations' }, openai: { messages: 'conversations' },
};

function readColumns(entry: JsonObject, key: string, path: string): readonly FieldDescription[] {
  const layout = textOf(entry['formatting']) ?? 'alpaca';
  const isJson = path === '' || /\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(path);
  const given = objectOf(entry['columns']);
  const tags = objectOf(entry['tags']) ?? {};
  const columns: readonly (readonly [part: string, column: string, node: NodePath])[] = given
    ? Object.entries(given).flatMap(([part, column]) => (typeof column === 'string' ? [[part, column, [key, 'columns', part]] as const] : []))
    : Object.entries(DEFAULTS[layout] ?? {}).map(([part, column]) => [part, column, [key]] as const);
  const speech = [textOf(tags['role_tag']) ?? 'from', textOf(tags['content_tag']) ?? 'value'];
  return FORMATS.includes(layout) ? columns.flatMap(([part, column, node]) => fieldsOf(part, column, node, { isJson, layout, speech })) : [];
}

interface Layout {
  readonly isJson: boolean;
  readonly layout: string;
  /** Keys of a message: who speaks, and what is said. */
  readonly speech: readonly string[];
}

/** JSON has a column for every list and for every part of an object; pictures and tools are lists or single values, so nothing is asked of them. */
function fieldsOf(part: string, column: string, node: NodePath, { isJson, layout, speech }: Layout): readonly FieldDescription[] {
  const field = (name: string, type: FieldDescription['type'] = 'any'): FieldDescription => ({ name, type, constraints: {}, node });
  switch (part) {
    case 'messages': return layout === 'alpaca' ? [] : [field(isJson ? `${column}[]` : column)];
    case 'history': return layout === 'alpaca' ? [field(isJson ? `${column}[]` : column)] : [];
    case 'prompt':
    case 'query':
    case 'response': return layout === 'alpaca' ? [field(column)] : [];
    case 'system': return [field(column)];
    case 'kto_tag': return [field(column, 'boolean')];
    case 'chosen':
    case 'rejected': return layout === 'alpaca' || !isJson ? [field(column)] : speech.map(key => field(`${column}.${key}`));
    default: return [];
  }
}
