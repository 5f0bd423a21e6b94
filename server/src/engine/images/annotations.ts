import type { ImageFacts } from '../../core/images.ts';
import { cocoIn } from './coco.ts';
import { listIn } from './lists.ts';
import { nameOf } from './tally.ts';
import type { Beside, Images, Told } from './tally.ts';
import { vocIn } from './voc.ts';
import { yoloIn } from './yolo.ts';

/** What the texts beside images say of them: COCO files, labels of YOLO and Pascal VOC, lists of files. Texts that are none of these say nothing. */
export function annotationsIn(texts: readonly Beside[], all: readonly ImageFacts[]): Told {
  const images = { all, rowOf: rowsOf(all) };
  const alone = texts.flatMap(text => (text.path.endsWith('.json') ? cocoIn(text, images) : /\.(?:csv|tsv|jsonl|ndjson)$/.test(text.path) ? listIn(text, images) : undefined) ?? []);
  const told = [...alone, ...[yoloIn(texts, images), vocIn(texts, images)].flatMap(one => one ?? [])];
  return {
    files: told.flatMap(({ files }) => files),
    // A list of files says of which class each is; boxes are of things in a picture, which a folder may have sorted already.
    classes: new Map(told.flatMap(({ files: [file], classes }) => [...classes].filter(([row]) => file?.kind === 'list' || all[row]?.class === undefined))),
    splits: new Map(told.flatMap(({ splits }) => [...splits])),
  };
}

/** Rows by path, and by file name where that is the only one of its name. */
function rowsOf(images: readonly ImageFacts[]): Images['rowOf'] {
  const byPath = new Map(images.map(({ path }, row) => [path, row]));
  const byName = new Map<string, number>();
  images.forEach(({ path }, row) => byName.set(nameOf(path), byName.has(nameOf(path)) ? -1 : row));
  return (name, folder) => {
    const clean = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
    const found = byPath.get(folder + clean) ?? byPath.get(clean) ?? byName.get(nameOf(clean));
    return found === -1 ? undefined : found;
  };
}
