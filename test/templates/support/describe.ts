import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Description, FieldDescription, FieldType, MlDescription, ResourceDescription } from '../../../server/src/core/description.ts';
import { FIELD_TYPES } from '../../../server/src/core/description.ts';
import { dataPath, factsOf } from '../../../server/src/scaffold/main.ts';
import type { DatasetFacts } from '../../../server/src/scaffold/main.ts';

/** The parts of a Data Package that a project is made from. Our own reader of descriptions has tests of its own. */
interface Package extends Pick<Description, 'name' | 'title'> {
  readonly resources: readonly { readonly name: string; readonly path: string; readonly encoding?: string; readonly schema: Schema }[];
  readonly ml?: Omit<MlDescription, 'node'>;
}

interface Schema extends Pick<ResourceDescription, 'missingValues' | 'primaryKey'> {
  readonly fields: readonly Field[];
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: object;
  readonly privacy?: { readonly category: string };
}

export function readPackage(file: string): Package {
  const read: Package = JSON.parse(readFileSync(file, 'utf8'));
  return read;
}

export function describe(file: string): Description {
  const { resources, ml, ...rest } = readPackage(file);
  return { ...rest, resources: resources.map(resourceOf), ...(ml === undefined ? {} : { ml: { ...ml, node: [] } }) };
}

function resourceOf({ path, schema, ...resource }: Package['resources'][number]): ResourceDescription {
  return { ...resource, ...schema, paths: [path], fields: schema.fields.map(fieldOf), node: [] };
}

function fieldOf({ name, type, constraints = {}, privacy }: Field): FieldDescription {
  const known = FIELD_TYPES.find(candidate => candidate === type) ?? 'any';
  return { name, type: known, constraints, node: [], ...(privacy === undefined ? {} : { privacy: { ...privacy, node: [] } }) };
}

/** The facts of an example for a project in a folder. */
export function exampleFacts(file: string, folder: string, resource = 0): DatasetFacts {
  const description = describe(file);
  const data = join(dirname(resolve(file)), description.resources[resource]?.paths[0] ?? '');
  return factsOf(description, dataPath(pathToFileURL(folder).href, pathToFileURL(data).href), description.resources[resource]);
}

/** A description of columns that need no more than a name and a type. */
export function columns(fields: Readonly<Record<string, FieldType>>, rest: Partial<Description> = {}): Description {
  const described = Object.entries(fields).map(([name, type]) => ({ name, type, constraints: {}, node: [] }));
  return { name: 'made', resources: [{ name: 'made', paths: ['made.csv'], node: [], fields: described }], ...rest };
}
