import type { AnnotationFile, BoxFault, ImageFacts } from '../../core/images.ts';
import { MOST_NAMED } from '../../core/images.ts';
import { isJsonList, isJsonObject, toJson } from '../../util/json.ts';
import type { Json } from '../../core/problem.ts';

/** A text beside images that may tell of them, by its path below the folder. */
export interface Beside {
  readonly path: string;
  readonly text: string;
}

/** What the texts beside images say of them: COCO files, labels of YOLO, lists of files. Texts that are none of these say nothing. */
export function annotationsIn(texts: readonly Beside[], images: readonly ImageFacts[]): readonly AnnotationFile[] {
  const rows = rowsOf(images);
  const listed = texts.flatMap(text => (text.path.endsWith('.json') ? cocoIn(text, images, rows) : /\.(?:csv|jsonl)$/.test(text.path) ? listIn(text, images, rows) : []));
  return [...listed, ...yoloIn(texts.filter(({ path }) => path.endsWith('.txt')), images)];
}

/** Rows by path, and by file name where that is the only one of its name. */
function rowsOf(images: readonly ImageFacts[]): (name: string, folder: string) => number | undefined {
  const byPath = new Map(images.map(({ path }, row) => [path, row]));
  const byName = new Map<string, number>();
  images.forEach(({ path }, row) => byName.set(nameOf(path), byName.has(nameOf(path)) ? -1 : row));
  return (name, folder) => {
    const clean = name.replaceAll('\\', '/').replace(/^\.\//, '');
    const found = byPath.get(folder + clean) ?? byPath.get(clean) ?? byName.get(nameOf(clean));
    return found === -1 ? undefined : found;
  };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Counts what an annotation file says, and lists the first of what is wrong. */
class Tally {
  readonly missing: string[] = [];
  readonly outside: BoxFault[] = [];
  readonly told = new Set<number>();
  missingCount = 0;
  outsideCount = 0;
  boxes = 0;

  lacks(name: string): void {
    if (this.missingCount++ < MOST_NAMED) this.missing.push(name);
  }

  box(image: number, box: BoxFault['box'], { width, height }: ImageFacts): void {
    this.boxes++;
    const fault = width && height ? faultOf(box, width, height) : undefined;
    if (fault && this.outsideCount++ < MOST_NAMED) this.outside.push({ image, box, fault });
  }

  file(path: string, kind: AnnotationFile['kind'], untold: readonly number[]): AnnotationFile {
    const { missing, missingCount, outside, outsideCount, boxes } = this;
    return { path, kind, missing, missingCount, untold, outside, outsideCount, boxes, told: this.told.size };
  }
}

/** Pixels by which a box may reach beyond its image: what rounding makes. */
const SLACK = 1.5;

function faultOf([left, top, width, height]: BoxFault['box'], across: number, down: number): BoxFault['fault'] | undefined {
  if (!(width > 0 && height > 0)) return 'empty';
  return left < -SLACK || top < -SLACK || left + width > across + SLACK || top + height > down + SLACK ? 'beyond' : undefined;
}

/** COCO: `images` with `id` and `file_name`, `annotations` with `image_id` and `bbox` in pixels. */
function cocoIn({ path, text }: Beside, images: readonly ImageFacts[], rowOf: ReturnType<typeof rowsOf>): readonly AnnotationFile[] {
  const json = parsed(text);
  const [listed, told] = isJsonObject(json) ? [json['images'], json['annotations']] : [undefined, undefined];
  if (!isJsonList(listed) || !isJsonList(told)) return [];
  const tally = new Tally();
  const byId = new Map<Json, number>();
  for (const one of listed) {
    const [id, name] = isJsonObject(one) ? [one['id'], one['file_name']] : [];
    if (id === undefined || typeof name !== 'string') continue;
    const row = rowOf(name, folderOf(path));
    if (row === undefined) tally.lacks(name);
    else byId.set(id, row);
  }
  // A file that names none of the images is about another folder.
  if (byId.size === 0) return [];
  for (const one of told) {
    if (!isJsonObject(one)) continue;
    const row = byId.get(one['image_id'] ?? null);
    const [image, box] = [row === undefined ? undefined : images[row], one['bbox']];
    if (row === undefined || !image) continue;
    tally.told.add(row);
    const [left = 0, top = 0, width = 0, height = 0] = isJsonList(box) ? box.map(Number) : [];
    if (isJsonList(box) && box.length === 4) tally.box(row, [left, top, width, height], image);
  }
  const known = new Set(byId.values());
  // Images of other parts have files of their own; those of the folders this one tells of belong to it.
  const folders = new Set([...known].map(row => folderOf(images[row]?.path ?? '')));
  return [tally.file(path, 'coco', rowsWhere(images, (image, row) => folders.has(folderOf(image.path)) && !known.has(row)))];
}

/** Labels of YOLO: a text file an image, of the same name, beside it or under `labels` where it lies under `images`; a line a box, as shares of the image. */
function yoloIn(texts: readonly Beside[], images: readonly ImageFacts[]): readonly AnnotationFile[] {
  const rows = new Map(images.flatMap(({ path }, row) => labelPaths(path).map(label => [label, row] as const)));
  const labels = texts.filter(({ text }) => text.trim() === '' || /^\s*\d+(?:[ \t]+-?[\d.eE+-]+){4,}\s*$/m.test(text));
  const found = labels.filter(({ path }) => rows.has(path));
  if (found.length === 0 || 2 * found.length < labels.length) return [];
  const tally = new Tally();
  for (const { path, text } of labels) {
    const row = rows.get(path);
    const image = row === undefined ? undefined : images[row];
    if (row === undefined || !image) {
      tally.lacks(path);
      continue;
    }
    tally.told.add(row);
    for (const line of text.split('\n')) readLine(line, row, image, tally);
  }
  const untold = rowsWhere(images, (_, row) => !tally.told.has(row));
  // Where most images have no labels, pictures without objects are left without a file.
  return [tally.file(folderOf(found[0]?.path ?? ''), 'yolo', untold.length * 2 < images.length ? untold : [])];
}

const labelPaths = (path: string): readonly string[] => {
  const label = path.replace(/\.[^./]+$/, '.txt');
  return [label, label.replace(/(^|\/)images\//, '$1labels/')];
};

function readLine(line: string, row: number, image: ImageFacts, tally: Tally): void {
  const numbers = line.trim().split(/\s+/).map(Number);
  // Five numbers are a box; more are a polygon or key points.
  if (numbers.length !== 5 || numbers.some(one => Number.isNaN(one))) return;
  const [, x = 0, y = 0, across = 0, down = 0] = numbers;
  const { width = 0, height = 0 } = image;
  const [left, top] = [tenth((x - across / 2) * width), tenth((y - down / 2) * height)];
  tally.box(row, [left, top, tenth(across * width), tenth(down * height)], image);
}

/** A list of files, as CSV with a column or JSON Lines with a key for their names, which loaders of image folders know: `file_name`. */
function listIn({ path, text }: Beside, images: readonly ImageFacts[], rowOf: ReturnType<typeof rowsOf>): readonly AnnotationFile[] {
  const names = path.endsWith('.jsonl') ? namesOfLines(text) : namesOfTable(text);
  const tally = new Tally();
  for (const name of names) {
    const row = rowOf(name, folderOf(path));
    if (row === undefined) tally.lacks(name);
    else tally.told.add(row);
  }
  const below = rowsWhere(images, (image, row) => image.path.startsWith(folderOf(path)) && !tally.told.has(row));
  return tally.told.size === 0 ? [] : [tally.file(path, 'list', below)];
}

function namesOfLines(text: string): readonly string[] {
  return text.split('\n').flatMap(line => {
    const json = line.trim() === '' ? undefined : parsed(line);
    const name = isJsonObject(json) ? json['file_name'] ?? json['image'] ?? json['path'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** The first column that is called for file names, of a table whose cells have no line breaks. */
function namesOfTable(text: string): readonly string[] {
  const [head = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const at = head.split(',').findIndex(cell => /^"?(?:file_?name|image(?:_?(?:path|file|name))?|path|file)"?$/i.test(cell.trim()));
  if (at < 0) return [];
  return lines.flatMap(line => (line === '' ? [] : [(cellsOf(line)[at] ?? '').trim()])).filter(name => /\.[a-z0-9]{2,5}$/i.test(name));
}

const cellsOf = (line: string): readonly string[] => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');

const rowsWhere = (images: readonly ImageFacts[], is: (image: ImageFacts, row: number) => boolean): readonly number[] =>
  images.flatMap((image, row) => (image.fault === undefined && is(image, row) ? [row] : []));

function parsed(text: string): Json | undefined {
  try {
    return toJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
