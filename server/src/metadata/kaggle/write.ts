import type { Description, FieldDescription, LicenceDescription, ResourceDescription } from '../../core/description.ts';
import { compact } from '../document/shape.ts';
import { SPDX } from './read.ts';
import { LICENCES } from './vocabulary.ts';

/** A `dataset-metadata.json`. Kaggle wants an owner in the identifier, a title of 6 to 50 characters and one licence; what is not known is left for people to fill in. */
export function writeMetadata(description: Description): string {
  const { name = 'dataset', title = name, description: about, keywords, licences = [], resources } = description;
  return `${JSON.stringify({
    title, id: name.includes('/') ? name : `INSERT_OWNER_HERE/${name}`, ...compact({ description: about, keywords }),
    licenses: [{ name: licenceOf(licences[0]) }],
    resources: resources.flatMap(resource => resource.paths.map(path => writeResource(resource, path))),
  }, null, 2)}\n`;
}

/** All columns are told, in their order, or none. */
function writeResource({ title, description, fields, fieldsMatch }: ResourceDescription, path: string): object {
  return { path, ...compact({ title, description, schema: fieldsMatch === 'exact' ? { fields: fields.map(writeField) } : undefined }) };
}

function writeField({ name, type, format, title, description }: FieldDescription): object {
  const word = format === 'email' ? 'email' : format === 'uri' ? 'url' : format === 'uuid' ? 'uuid' : TYPES[type];
  return { name, ...compact({ description: description ?? title }), type: word ?? 'string' };
}

const TYPES: Readonly<Partial<Record<FieldDescription['type'], string>>> = { integer: 'integer', number: 'number', boolean: 'boolean', datetime: 'datetime', date: 'datetime', year: 'integer' };

/** By identifier, or by the word of Kaggle that was read from such a document. */
function licenceOf(licence: LicenceDescription | undefined): string {
  const id = licence?.id;
  if (id === undefined) return LICENCES.find(known => known === licence?.title) ?? (licence ? 'other' : 'unknown');
  const renamed = [...SPDX].find(([, spdx]) => spdx?.toLowerCase() === id.toLowerCase())?.[0];
  return renamed ?? LICENCES.find(known => known.toLowerCase() === id.toLowerCase()) ?? 'other';
}
