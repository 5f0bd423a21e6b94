import { name, say, value } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';

/**
 * The JSON in which older versions of the library kept what a card now says under `dataset_info`: `dataset_infos.json` with a configuration under each
 * key, and `dataset_info.json` with one.
 */
export function legacyComplaints(root: JsonObject, fileName: string): readonly Complaint[] {
  return [
    ...(/^dataset_infos\./i.test(fileName) ? [{
      kind: 'deprecated', path: [], part: 'key', message: say`${name(fileName)} is read by old versions only; its content now stands under ${name('dataset_info')} in the card, ${name('README.md')}`,
    } as const] : []),
    ...infosIn(root).flatMap(([info, node]) => infoComplaints(info, node)),
  ];
}

/** The descriptions of single configurations. */
export function infosIn(root: JsonObject): readonly (readonly [JsonObject, NodePath])[] {
  if ('features' in root || 'splits' in root) return [[root, []]];
  return Object.entries(root).flatMap(([key, info]) => (objectOf(info) ? [[objectOf(info) ?? {}, [key]] as const] : []));
}

function infoComplaints(info: JsonObject, node: NodePath): readonly Complaint[] {
  const features = info['features'];
  const splits = info['splits'];
  return [
    ...(features === undefined || features === null || objectOf(features) ? [] : [wrong([...node, 'features'], say`${name('features')} should be an object with a key for every column`)]),
    ...Object.entries(objectOf(features) ?? {}).flatMap(([key, feature]) => featureComplaints(feature, [...node, 'features', key])),
    ...(splits === undefined || splits === null || objectOf(splits) || listOf(splits) ? [] : [wrong([...node, 'splits'], say`${name('splits')} should be an object with a key for every split`)]),
    ...Object.entries(objectOf(splits) ?? {}).flatMap(([key, split]) => splitComplaints(key, split, [...node, 'splits', key])),
    ...['download_size', 'dataset_size', 'size_in_bytes'].flatMap(key => countComplaint(info[key], [...node, key], key)),
  ];
}

const wrong = (path: NodePath, message: Complaint['message']): Complaint => ({ kind: 'schema', path, part: 'value', message });

function splitComplaints(key: string, given: Json, node: NodePath): readonly Complaint[] {
  const split = objectOf(given);
  if (!split) return [wrong(node, say`A split is an object with ${name('num_examples')} and ${name('num_bytes')}`)];
  const called = textOf(split['name']);
  return [
    ...(called === undefined || called === key ? [] : [wrong([...node, 'name'], say`This split is called ${name(key)} by its key`)]),
    ...['num_bytes', 'num_examples'].flatMap(count => countComplaint(split[count], [...node, count], count)),
  ];
}

function countComplaint(given: Json | undefined, path: NodePath, key: string): readonly Complaint[] {
  if (given === undefined || given === null || (numberOf(given) ?? -1) >= 0) return [];
  return [wrong(path, say`${name(key)} should be a number that is not negative`)];
}

const TYPES: readonly string[] = [
  'Value', 'ClassLabel', 'Sequence', 'List', 'LargeList', 'Translation', 'TranslationVariableLanguages', 'Array2D', 'Array3D', 'Array4D', 'Array5D',
  'Audio', 'Image', 'Video', 'Pdf', 'Nifti', 'Mesh', 'Json',
];

function featureComplaints(given: Json | undefined, path: NodePath): readonly Complaint[] {
  const items = listOf(given);
  if (items) return items.length === 1 ? featureComplaints(items[0], [...path, 0]) : [wrong(path, say`A list of features has one item, the type of all its values`)];
  const feature = objectOf(given);
  if (!feature) return [wrong(path, say`A feature is an object with its ${name('_type')}`)];
  const type = textOf(feature['_type']);
  if (type === undefined) return Object.entries(feature).flatMap(([key, part]) => featureComplaints(part, [...path, key]));
  if (!TYPES.includes(type)) return [unknownType(type, [...path, '_type'])];
  if (type === 'Value' && textOf(feature['dtype']) === undefined) return [{ ...wrong(path, say`${name('dtype')} is missing here and has to be given`), part: 'key' }];
  return 'feature' in feature ? featureComplaints(feature['feature'], [...path, 'feature']) : [];
}

function unknownType(given: string, path: NodePath): Complaint {
  const meant = mostSimilar(given, TYPES);
  if (meant === undefined) return wrong(path, say`${value(given, -1)} is no type of a feature`);
  return {
    ...wrong(path, say`${value(given, -1)} is no type of a feature; did you mean ${value(meant, -1)}?`),
    fix: { title: say`Replace with ${value(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}
