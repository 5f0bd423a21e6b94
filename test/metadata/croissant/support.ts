import type { ComplaintKind } from '../../../server/src/core/standard.ts';
import croissant from '../../../server/src/metadata/croissant/standard.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { textIn } from '../support.ts';

export type Tree = { [key: string]: Tree } | Tree[] | string | number | boolean | null;

const TERMS = [
  'citeAs', 'column', 'containedIn', 'annotation', 'extract', 'field', 'fileProperty', 'fileObject', 'fileSet', 'format', 'includes', 'isArray', 'arrayShape', 'isLiveDataset',
  'jsonPath', 'key', 'md5', 'parentField', 'recordSet', 'references', 'regex', 'repeated', 'separator', 'source', 'subField', 'transform', 'examples', 'value',
];

export const CONTEXT: { [key: string]: Tree } = {
  '@language': 'en', '@vocab': 'https://schema.org/', sc: 'https://schema.org/', cr: 'http://mlcommons.org/croissant/', dct: 'http://purl.org/dc/terms/',
  rai: 'http://mlcommons.org/croissant/RAI/', conformsTo: 'dct:conformsTo', data: { '@id': 'cr:data', '@type': '@json' }, dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  ...Object.fromEntries(TERMS.map(term => [term, term === 'examples' ? { '@id': 'cr:examples', '@type': '@json' } : `cr:${term}`])),
};

const DIGEST = '0123456789abcdef'.repeat(4);

/** A description of two tables without a fault, on one line a part. */
export function trees(): { [key: string]: Tree } {
  return {
    '@context': structuredClone(CONTEXT), '@type': 'sc:Dataset', name: 'trees', description: 'Heights of trees.', conformsTo: 'http://mlcommons.org/croissant/1.1',
    url: 'https://example.org/trees', license: 'https://creativecommons.org/licenses/by/4.0/', creator: { '@type': 'Organization', name: 'Forest office' }, citeAs: 'Forest office (2026)',
    datePublished: '2026-03-01', version: '1.0.0',
    distribution: [
      { '@type': 'cr:FileObject', '@id': 'trees.csv', contentUrl: 'data/trees.csv', encodingFormat: 'text/csv', sha256: DIGEST, contentSize: '120 B' },
      { '@type': 'cr:FileObject', '@id': 'species.csv', contentUrl: 'data/species.csv', encodingFormat: 'text/csv', sha256: DIGEST },
    ],
    recordSet: [
      { '@type': 'cr:RecordSet', '@id': 'species', key: { '@id': 'species/code' }, field: [column('species', 'code', 'sc:Text', 'code'), column('species', 'latin', 'sc:Text', 'latin name')] },
      {
        '@type': 'cr:RecordSet', '@id': 'trees',
        field: [
          column('trees', 'height', 'sc:Float', 'height'), { ...column('trees', 'species', 'sc:Text', 'species'), references: { field: { '@id': 'species/code' } } },
          { ...column('trees', 'condition', 'sc:Text', 'condition'), references: { field: { '@id': 'conditions/name' } } },
        ],
      },
      {
        '@type': 'cr:RecordSet', '@id': 'conditions', dataType: 'sc:Enumeration', key: { '@id': 'conditions/name' },
        field: [{ '@type': 'cr:Field', '@id': 'conditions/name', dataType: 'sc:Text' }], data: [{ 'conditions/name': 'sound' }, { 'conditions/name': 'ill' }],
      },
    ],
  };
}

function column(record: string, name: string, type: string, header: string): { [key: string]: Tree } {
  return { '@type': 'cr:Field', '@id': `${record}/${name}`, dataType: type, source: { fileObject: { '@id': `${record}.csv` }, extract: { column: header } } };
}

/** What is complained of in a description, as the text it stands at and the words for it. */
export function complaintsOf(text: string, kinds: readonly ComplaintKind[] = []): readonly (readonly [string, string])[] {
  const { complaints, locate } = croissant.read(text, 'croissant.json');
  return complaints.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ path, part, range, message }) => [textIn(text, range ?? locate(path, part)), renderMessage(message, { locale: 'en' })]);
}

/** The description with one thing changed: the value at a path, or nothing there where it is `undefined`. */
export function changed(path: readonly (string | number)[], value: Tree | undefined, tree: { [key: string]: Tree } = trees()): string {
  const last = path.at(-1);
  let node: Tree | undefined = tree;
  for (const step of path.slice(0, -1)) node = Array.isArray(node) ? node[Number(step)] : isObject(node) ? node[String(step)] : undefined;
  if (Array.isArray(node) && typeof last === 'number') node.splice(last, 1, ...(value === undefined ? [] : [value]));
  else if (isObject(node) && value === undefined) delete node[String(last)];
  else if (isObject(node)) node[String(last)] = value ?? null;
  return JSON.stringify(tree, null, 1);
}

const isObject = (node: Tree | undefined): node is { [key: string]: Tree } => typeof node === 'object' && node !== null && !Array.isArray(node);
