import type { Description, FieldDescription, LicenceDescription, ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import { PANDAS_MISSING } from '../document/missing.ts';
import { compact, listOf, objectOf, textOf, textsOf, type JsonObject } from '../document/shape.ts';
import { LICENCES, TYPES } from './vocabulary.ts';

/** Maps what Kaggle is told onto the one model. It matches columns by their order, so all have to be described. */
export function readMetadata(metadata: JsonObject): Description {
  return {
    resources: (listOf(metadata['resources']) ?? []).flatMap((item, i) => readResource(objectOf(item), ['resources', i])),
    ...compact({
      name: textOf(metadata['id']), title: textOf(metadata['title']), description: textOf(metadata['description']) ?? textOf(metadata['subtitle']),
      keywords: textsOf(metadata['keywords']), licences: readLicences(metadata),
    }),
  };
}

function readResource(resource: JsonObject | undefined, node: NodePath): readonly ResourceDescription[] {
  const path = textOf(resource?.['path']);
  if (path === undefined) return [];
  const fields = listOf(objectOf(resource?.['schema'])?.['fields']);
  return [{
    name: path, paths: [path], node, missingValues: PANDAS_MISSING,
    fields: (fields ?? []).flatMap((item, i) => readField(objectOf(item), [...node, 'schema', 'fields', i])),
    ...compact({ title: textOf(resource?.['title']), description: textOf(resource?.['description']), fieldsMatch: fields && 'exact' as const }),
  }];
}

function readField(field: JsonObject | undefined, node: NodePath): readonly FieldDescription[] {
  if (!field) return [];
  const [type, format] = TYPES.get(textOf(field['type']) ?? '') ?? ['any'];
  return [{ name: textOf(field['name']) ?? '', type, constraints: {}, node, ...compact({ format, description: textOf(field['description']) ?? textOf(field['title']) }) }];
}

/** Names that SPDX writes otherwise, and those it has no identifier for. */
export const SPDX: ReadonlyMap<string, string | undefined> = new Map([
  ['PDDL', 'PDDL-1.0'], ['ODC-BY-1.0', 'ODC-By-1.0'], ['FDL-1.3', 'GFDL-1.3-only'], ['copyright-authors', undefined], ['other', undefined], ['unknown', undefined],
  ['US-Government-Works', undefined], ['EU-ODP-Legal-Notice', undefined], ['reddit-api', undefined], ['world-bank', undefined], ['DbCL-1.0', undefined], ['CC-BY-3.0-IGO', 'CC-BY-3.0-IGO'],
]);

function readLicences(metadata: JsonObject): readonly LicenceDescription[] {
  return (listOf(metadata['licenses']) ?? []).flatMap((item, i) => {
    const given = textOf(objectOf(item)?.['name']);
    if (given === undefined || !LICENCES.includes(given)) return [];
    const id = SPDX.has(given) ? SPDX.get(given) : given;
    return [{ node: ['licenses', i, 'name'], ...(id === undefined ? { title: given } : { id }) }];
  });
}
