import type { FieldDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import { nodeAt, type DocumentNode, type Property } from './tree.ts';

/** Where a document says what a column is called: in a value, or in a key. */
export interface NamePlace {
  readonly path: NodePath;
  readonly part: 'key' | 'value';
}

/** Properties that say it, whatever the standard: the one nearer to the data first. */
const PROPERTIES: readonly string[] = ['physicalName', 'titles', 'name'];

/** Where the name of a field stands, in whatever standard; `undefined` where it stands nowhere, because it follows from something else. */
export function namePlace(root: DocumentNode | undefined, { name, node: path }: Pick<FieldDescription, 'name' | 'node'>): NamePlace | undefined {
  const node = nodeAt(root, path);
  if (!node || name === '') return undefined;
  const inNode = node.kind === 'object' ? inColumn(node.properties, name) ?? inProperties(node.properties, name) : within(node, name);
  if (inNode) return { path: [...path, ...inNode], part: 'value' };
  return path.at(-1) === name ? { path, part: 'key' } : undefined;
}

/** Croissant names the column where it says what is taken out of the file. */
function inColumn(properties: readonly Property[], name: string): NodePath | undefined {
  const source = called(properties, 'source');
  const extract = source?.value.kind === 'object' ? called(source.value.properties, 'extract') : undefined;
  const column = extract?.value.kind === 'object' ? called(extract.value.properties, 'column') : undefined;
  const found = column && within(column.value, name);
  return found && [source?.key ?? '', extract?.key ?? '', column.key, ...found];
}

/** Keys of JSON-LD may have the prefix of their vocabulary. */
const called = (properties: readonly Property[], name: string): Property | undefined => properties.find(({ key }) => key.replace(/^\w+:/, '') === name);

function inProperties(properties: readonly Property[], name: string): NodePath | undefined {
  for (const wanted of PROPERTIES) {
    const property = called(properties, wanted);
    const found = property && within(property.value, name);
    if (found) return [property.key, ...found];
  }
  return undefined;
}

/** The text itself, one of a list, or one in some language. */
function within(node: DocumentNode, name: string): NodePath | undefined {
  if (node.kind === 'scalar') return node.value === name ? [] : undefined;
  const parts = node.kind === 'array' ? node.items.map((item, i) => [i, item] as const) : node.properties.map(({ key, value }) => [key, value] as const);
  for (const [step, part] of parts) {
    const found = part.kind === 'object' ? undefined : within(part, name);
    if (found) return [step, ...found];
  }
  return undefined;
}
