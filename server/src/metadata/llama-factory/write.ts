import type { Description, FieldDescription, ResourceDescription } from '../../core/description.ts';
import { slug } from '../../util/slug.ts';
import { compact } from '../document/shape.ts';

/** A `dataset_info.json` with an entry for every file. Columns are told by what they are usually called, because a description does not say which one a model is to answer. */
export function writeEntries({ resources }: Description): string {
  const entries = resources.flatMap(resource => resource.paths.map((path, i): readonly [string, object] => [
    `${slug(resource.name) || 'data'}${i === 0 ? '' : `_${i + 1}`}`, writeEntry(resource, path),
  ]));
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function writeEntry({ fields, hash }: ResourceDescription, path: string): object {
  const names = fields.map(({ name }) => name.replace(/\[\].*$/, ''));
  const messages = MESSAGES.find(word => fields.some(field => isListOf(field, word)));
  const layout = messages === undefined ? ALPACA : COMMON;
  const columns = Object.entries(layout).flatMap(([part, words]) => {
    const column = words.find(word => names.includes(word));
    return column === undefined ? [] : [[part, column] as const];
  });
  const all = messages === undefined ? columns : [['messages', messages] as const, ...columns];
  const isPair = ['chosen', 'rejected'].every(part => columns.some(([one]) => one === part));
  const isUseful = messages !== undefined || columns.some(([part]) => part === 'prompt');
  return {
    file_name: path.replace(/\/\*\*$/, ''),
    ...(messages !== undefined && { formatting: 'sharegpt' }), ...(isPair && isUseful && { ranking: true }),
    ...(isUseful && { columns: Object.fromEntries(all.filter(([part]) => isPair || (part !== 'chosen' && part !== 'rejected'))) }),
    ...compact({ file_sha1: hash?.value.algorithm === 'sha1' ? hash.value.digits : undefined }),
  };
}

const isListOf = ({ name, type }: FieldDescription, word: string): boolean =>
  name.startsWith(`${word}[]`) || (name === word && ['array', 'list', 'any', 'string'].includes(type));

const MESSAGES = ['conversations', 'messages', 'conversation', 'dialogue'];
const COMMON: Readonly<Record<string, readonly string[]>> = {
  system: ['system', 'system_prompt'], tools: ['tools'], images: ['images', 'image'], videos: ['videos'], audios: ['audios'], chosen: ['chosen'], rejected: ['rejected'], kto_tag: ['kto_tag', 'label'],
};
const ALPACA: Readonly<Record<string, readonly string[]>> = {
  prompt: ['instruction', 'prompt', 'question'], query: ['input', 'query', 'context'], response: ['output', 'response', 'answer', 'completion'], history: ['history'], ...COMMON,
  kto_tag: ['kto_tag'],
};
