import type { NodePath } from '../../core/place.ts';
import { objectOf } from '../document/shape.ts';
import { allFields, type Field, type Model, type Part } from './model.ts';
import { referenceOf, thingOf, type Thing } from './thing.ts';
import { USUAL } from './vocabulary.ts';

/** A field that is taken from a column of a table as it stands there, or in another form. */
export interface ColumnField {
  readonly field: Field;
  /** The file, or the set of files. */
  readonly origin: Part;
  /** Name of the column; in JSON Lines the path of the values. */
  readonly column: string;
  readonly node: NodePath;
  readonly source: Thing;
}

/** Fields with a column of their own, in the order of the document. */
export function columnsOf(model: Model): readonly ColumnField[] {
  return model.recordSets.flatMap(allFields).flatMap(field => {
    const source = sourceOf(field, model);
    const extract = source && thingIn(source, 'extract', model, USUAL.Extract);
    const reference = source && ['fileObject', 'fileSet', 'distribution'].flatMap(property => referenceOf(source.get(property)) ?? [])[0];
    const origin = reference && model.named.get(reference.id);
    const named = extract?.get('column') ?? extract?.get('jsonPath');
    const column = extract?.text('column') ?? pathOf(extract?.text('jsonPath'));
    return source && named && column !== undefined && (origin?.kind === 'FileObject' || origin?.kind === 'FileSet') ? [{ field, origin, column, node: named.path, source }] : [];
  });
}

/** The source of a field; where it has none, what it refers to, which some descriptions write instead. */
function sourceOf({ thing }: Field, model: Model): Thing | undefined {
  return thingIn(thing, 'source', model, USUAL.Source) ?? thingIn(thing, 'references', model, USUAL.Source);
}

export function thingIn(thing: Thing, property: string, { context }: Model, usual: readonly string[]): Thing | undefined {
  const entry = thing.get(property);
  const object = objectOf(entry?.value);
  return entry && object ? thingOf(object, entry.path, context, usual) : undefined;
}

/** `$.a.b[*].c` as columns of JSON Lines are called: `a.b[].c`. Other expressions pick what has no column of its own. */
function pathOf(jsonPath: string | undefined): string | undefined {
  const steps = jsonPath === undefined ? null : /^\$\.?((?:[\w-]+(?:\[\*\])?\.)*[\w-]+(?:\[\*\])?)$/.exec(jsonPath);
  return steps?.[1]?.replaceAll('[*]', '[]');
}
