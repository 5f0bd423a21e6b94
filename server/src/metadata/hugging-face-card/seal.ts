import { isOneFile, type FileSeal, type ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { SealChange } from '../../core/standard.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { DEFAULT } from './consistency.ts';
import { readCard, WHOLE } from './read.ts';

/**
 * What `dataset_info` has of a split that is one file: its rows, and the size of what is downloaded where the configuration is that file alone. The sizes it
 * gives as `num_bytes` and `dataset_size` are those of the loaded data, which a file does not tell.
 */
export function sealSplit(card: JsonObject, resource: ResourceDescription, { bytes, profile: { rows } }: FileSeal): readonly SealChange[] | undefined {
  const [, index] = resource.node;
  const config = objectOf(listOf(card['configs'])?.[Number(index)]);
  const split = resource.split ?? (config?.['data_files'] === undefined ? undefined : WHOLE);
  const place = config && infoOf(card, textOf(config['config_name']) ?? DEFAULT);
  if (!place || split === undefined || !isOneFile(resource)) return undefined;
  const isAlone = readCard(card).resources.filter(({ node }) => node[1] === index).length === 1;
  const entries = [...rowsOf(place, split, rows), ...(isAlone ? [['download_size', bytes, place.info['download_size']] as const] : [])]
    .filter(([, value, before]) => value !== before);
  if (place.isThere) return entries.map(([key, value]) => ({ do: 'set-node', path: [...place.node, ...(typeof key === 'string' ? [key] : key)], value }));
  const info: Json = { ...place.info, splits: [{ name: split, num_examples: rows }], ...(isAlone && { download_size: bytes }) };
  return [{ do: 'set-node', path: place.node, value: info }];
}

/** Where a card says how much there is of a configuration, or would. */
interface Place {
  readonly info: JsonObject;
  readonly node: NodePath;
  readonly isThere: boolean;
}

/** `dataset_info` is one or a list of them; one of another configuration leaves no room for a second. */
function infoOf(card: JsonObject, called: string): Place | undefined {
  const given = card['dataset_info'];
  const node = ['dataset_info'];
  const fresh: JsonObject = called === DEFAULT ? {} : { config_name: called };
  if (given === undefined || given === null) return { info: fresh, node, isThere: false };
  const isOf = (info: JsonObject | undefined): boolean => info !== undefined && (textOf(info['config_name']) ?? DEFAULT) === called;
  const items = listOf(given);
  if (!items) return isOf(objectOf(given)) ? { info: objectOf(given) ?? {}, node, isThere: true } : undefined;
  const index = items.findIndex(item => isOf(objectOf(item)));
  return index < 0 ? { info: fresh, node: [...node, items.length], isThere: false } : { info: objectOf(items[index]) ?? {}, node: [...node, index], isThere: true };
}

/** The count of a split where it stands, or the split with its count. */
function rowsOf({ info }: Place, split: string, rows: number): readonly (readonly [key: NodePath, value: Json, before: Json | undefined])[] {
  const splits = listOf(info['splits']);
  const index = splits?.findIndex(item => textOf(objectOf(item)?.['name']) === split) ?? -1;
  if (index >= 0) return [[['splits', index, 'num_examples'], rows, objectOf(splits?.[index])?.['num_examples']]];
  const entry: Json = { name: split, num_examples: rows };
  return splits ? [[['splits', splits.length], entry, undefined]] : [[['splits'], [entry], undefined]];
}
