import { factsOf } from '../../../server/src/scaffold/main.ts';
import type { DatasetFacts, Suit } from '../../../server/src/scaffold/main.ts';
import { columns, exampleFacts } from './describe.ts';

/** Datasets that are no table of numbers and categories, as facts alone: nothing of them is on disk. */
const MADE: Readonly<Record<string, DatasetFacts>> = {
  pictures: factsOf({
    name: 'pictures', ml: { task: 'classification', target: 'class', features: ['path'], node: [] },
    resources: [{ name: 'pictures', paths: ['pictures'], content: 'images', node: [], fields: ['path', 'class'].map(name => ({ name, type: 'string', constraints: {}, node: [] })) }],
  }, '../pictures'),
  conversations: factsOf({ name: 'conversations', resources: [{ name: 'conversations', paths: ['chats.jsonl'], content: 'conversations', fields: [], node: [] }] }, '../chats.jsonl'),
  reviews: prose('reviews', 'spaced'),
  评论: prose('评论', 'blankless'),
};

function prose(name: string, kind: 'spaced' | 'blankless'): DatasetFacts {
  const described = columns({ text: 'string', 'it\'s "titled"': 'string', class: 'string', shop: 'string', day: 'date', sex: 'string' }, { name });
  const [resource] = described.resources;
  const fields = resource?.fields.map(field => ({ ...field, ...(['text', 'it\'s "titled"'].includes(field.name) && { prose: kind }) })) ?? [];
  return factsOf({ ...described, ml: { task: 'classification', target: 'class', group: 'shop', time: 'day', node: [] }, resources: resource ? [{ ...resource, fields }] : [] }, `../${name}.csv`);
}

/** The facts a manual or a test names: a description below `examples/`, or a made dataset. */
export const factsNamed = (name: string, folder = '/project'): DatasetFacts => MADE[name] ?? exampleFacts(name, folder);

/** What templates of a kind are tried on, with answers that leave no question about roles open. */
export const TRIED: Readonly<Record<Suit, readonly { readonly facts: DatasetFacts; readonly fixed: Readonly<Record<string, string | readonly string[]>> }[]>> = {
  table: [
    { facts: exampleFacts('examples/penguins/datapackage.json', '/project'), fixed: { target: 'Species', task: 'classification', group: 'Island', time: 'Island', protected: ['Sex'] } },
    { facts: exampleFacts('examples/seattle-weather/datapackage.json', '/project'), fixed: { target: 'temp_max', task: 'regression', group: 'weather', time: 'date', protected: ['weather'] } },
  ],
  text: ['reviews', '评论'].map(name => ({ facts: factsNamed(name), fixed: { target: 'class', group: 'shop', time: 'day', protected: ['sex'] } })),
  images: [{ facts: factsNamed('pictures'), fixed: {} }],
  series: [
    { facts: exampleFacts('examples/seattle-weather/datapackage.json', '/project'), fixed: { target: 'temp_max', time: 'date', protected: ['weather'] } },
  ],
  conversations: [{ facts: factsNamed('conversations'), fixed: {} }],
};
