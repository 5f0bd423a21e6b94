import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { listOf, objectOf, textOf, type JsonObject } from './shape.ts';

/** What a JSON Schema says of the value at a path of a document; `others` are the schemas it refers to by their `$id`. Empty where it says nothing. */
export function schemaAt(root: JsonObject, others: readonly JsonObject[], path: NodePath): JsonObject {
  const schemas = new Schemas(root, others);
  return path.reduce<InSchema>((outer, step) => schemas.below(outer, step), { schema: root, within: root }).schema;
}

/** A part of a schema, and the document it stands in: references without a file are to that one. */
export interface InSchema {
  readonly schema: JsonObject;
  readonly within: JsonObject;
}

/** Schemas that refer to each other. */
export class Schemas {
  readonly #all: readonly JsonObject[];

  constructor(root: JsonObject, others: readonly JsonObject[]) {
    this.#all = [root, ...others];
  }

  /** The schema itself or, where it is a reference, what that leads to. */
  resolve(schema: Json | undefined, within: JsonObject): InSchema {
    const reference = textOf(objectOf(schema)?.['$ref']);
    if (reference === undefined) return { schema: objectOf(schema) ?? {}, within };
    const [file, pointer = ''] = reference.split('#');
    const document = file === '' ? within : (this.#all.find(candidate => textOf(candidate['$id']) === file) ?? {});
    const target = pointer.split('/').slice(1).reduce<JsonObject>((outer, step) => objectOf(outer[step]) ?? {}, document);
    return target['$ref'] === undefined ? { schema: target, within: document } : this.resolve(target, document);
  }

  /** The schema of a property or of an item; that of any property where none of its name is listed. */
  below({ schema, within }: InSchema, step: string | number): InSchema {
    if (typeof step === 'number') return this.resolve(schema['items'], within);
    return this.resolve(objectOf(schema['properties'])?.[step] ?? objectOf(schema['additionalProperties']), within);
  }
}

/** The kinds of value a schema allows: one at least, `any` where it does not say. */
export function typesOf(schema: JsonObject): readonly string[] {
  if (schema['enum'] !== undefined || schema['const'] !== undefined) return ['string'];
  const one = textOf(schema['type']);
  return one !== undefined ? [one] : listOf(schema['type'])?.flatMap(type => textOf(type) ?? []) ?? ['any'];
}
