import type { Json } from '../../core/problem.ts';
import { isJsonList, isJsonObject } from '../../util/json.ts';
import { folderOf, isOtherSize, onlyClasses, rowsWhere, Tally } from './tally.ts';
import type { Beside, Images, Told } from './tally.ts';

/**
 * COCO (cocodataset.org, data format): `images` with `id`, `file_name`, `width` and `height`, `annotations` with `image_id`, `category_id` and `bbox` in pixels,
 * `categories` with `id` and `name`. `undefined` for a text that is none, or that names none of the images: it is about another folder.
 */
export function cocoIn(beside: Beside, images: Images): Told | undefined {
  const json = parsed(beside.text);
  const [listed, told, categories] = isJsonObject(json) ? [json['images'], json['annotations'], json['categories']] : [];
  if (!isJsonList(listed) || !isJsonList(told)) return undefined;
  const tally = new Tally();
  const rows = readImages(listed, beside, images, tally);
  const known = new Set([...rows.values()].flatMap(row => row ?? []));
  if (known.size === 0) return undefined;
  const classes = new Map<number, Set<string>>();
  const names = isJsonList(categories) && categories.length > 0 ? namesOf(categories) : undefined;
  told.forEach((one, i) => {
    if (isJsonObject(one)) readAnnotation(one, i, { rows, names, classes, images, tally });
  });
  tally.within(beside);
  // Images of other parts have files of their own; those of the folders this one tells of belong to it.
  const folders = new Set([...known].map(row => folderOf(images.all[row]?.path ?? '')));
  const untold = rowsWhere(images.all, (image, row) => folders.has(folderOf(image.path)) && !known.has(row));
  return { files: [tally.file(beside.path, 'coco', untold)], classes: onlyClasses(classes), splits: new Map() };
}

/** Rows by id; `undefined` for images that are listed and not there. */
function readImages(listed: readonly Json[], { path }: Beside, { all, rowOf }: Images, tally: Tally): ReadonlyMap<Json, number | undefined> {
  const rows = new Map<Json, number | undefined>();
  listed.forEach((one, i) => {
    const { id, file_name: name, width, height } = isJsonObject(one) ? one : {};
    if (id === undefined || typeof name !== 'string') return;
    const row = rowOf(name, folderOf(path));
    rows.set(id, row);
    const image = row === undefined ? undefined : all[row];
    if (row === undefined || !image) tally.add({ fault: 'missing', text: name }, ['images', i, 'file_name']);
    else if (typeof width === 'number' && typeof height === 'number' && isOtherSize(image, width, height)) {
      tally.add({ fault: 'size', image: row, numbers: [width, height] }, ['images', i, 'width']);
    }
  });
  return rows;
}

interface Around {
  readonly rows: ReadonlyMap<Json, number | undefined>;
  /** Left out where no categories are declared. */
  readonly names: ReadonlyMap<Json, string> | undefined;
  readonly classes: Map<number, Set<string>>;
  readonly images: Images;
  readonly tally: Tally;
}

function readAnnotation(one: { readonly [key: string]: Json }, i: number, { rows, names, classes, images, tally }: Around): void {
  const { image_id: id, category_id: category, bbox } = one;
  if (id !== undefined && !rows.has(id)) return tally.add({ fault: 'orphaned', text: String(id) }, ['annotations', i, 'image_id']);
  const row = rows.get(id ?? null);
  const image = row === undefined ? undefined : images.all[row];
  if (row === undefined || !image) return;
  tally.told.add(row);
  const label = names?.get(category ?? null);
  if (names && category !== undefined && label === undefined) tally.add({ fault: 'class', text: String(category), image: row }, ['annotations', i, 'category_id']);
  if (label !== undefined) classes.set(row, (classes.get(row) ?? new Set()).add(label));
  // Captions have no box, and so have some tools' annotations of whole images.
  if (bbox === undefined || bbox === null || (isJsonList(bbox) && bbox.length === 0)) return;
  const box = isJsonList(bbox) ? bbox.map(Number) : [];
  if (box.length === 4 && box.every(Number.isFinite)) tally.box(row, box, image, ['annotations', i, 'bbox']);
  else tally.add({ fault: 'unread', text: JSON.stringify(bbox), image: row }, ['annotations', i, 'bbox']);
}

const namesOf = (categories: readonly Json[]): ReadonlyMap<Json, string> =>
  new Map(categories.flatMap(one => (isJsonObject(one) && one['id'] !== undefined ? [[one['id'], String(one['name'] ?? one['id'])] as const] : [])));

/** JSON, or nothing where it does not parse. */
export function parsed(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
