import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Description, FieldDescription, FieldType } from '../../../server/src/core/description.ts';
import { FIELD_TYPES } from '../../../server/src/core/description.ts';
import { dataPath, factsOf } from '../../../server/src/scaffold/main.ts';
import type { DatasetFacts } from '../../../server/src/scaffold/main.ts';

/** The parts of a Data Package that a project is made from. Our own reader of descriptions has tests of its own. */
interface Package {
  readonly name: string;
  readonly title?: string;
  readonly resources: readonly { readonly name: string; readonly path: string; readonly encoding?: string; readonly schema: Schema }[];
  readonly ml?: { readonly task?: 'classification' | 'regression'; readonly target?: string; readonly features?: string[]; readonly ignore?: string[]; readonly group?: string; readonly time?: string };
}

interface Schema {
  readonly fields: readonly { readonly name: string; readonly type: string; readonly constraints?: object; readonly privacy?: { readonly category: string } }[];
  readonly missingValues?: readonly string[];
  readonly primaryKey?: readonly string[];
}

export function readPackage(file: string): Package {
  const read: Package = JSON.parse(readFileSync(file, 'utf8'));
  return read;
}

export function describe(file: string): Description {
  const { resources, ml, ...rest } = readPackage(file);
  return {
    ...rest,
    resources: resources.map(({ path, schema, ...resource }) => ({ ...resource, paths: [path], node: [], ...schema, fields: schema.fields.map(described) })),
    ...(ml === undefined ? {} : { ml: { ...ml, node: [] } }),
  };
}

function described({ name, type, constraints = {}, privacy }: Schema['fields'][number]): FieldDescription {
  return { name, type: FIELD_TYPES.find(known => known === type) ?? 'any', constraints, node: [], ...(privacy === undefined ? {} : { privacy: { ...privacy, node: [] } }) };
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
