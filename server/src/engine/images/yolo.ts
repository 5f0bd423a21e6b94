import { readDocument } from '../../metadata/document/document.ts';
import type { ImageFacts } from '../../core/images.ts';
import { isJsonList, isJsonObject } from '../../util/json.ts';
import { folderOf, nameOf, onlyClasses, rowsWhere, Tally } from './tally.ts';
import type { Beside, Images, Told } from './tally.ts';

/**
 * Labels of YOLO (Ultralytics, detection format): a text file an image, of the same name, beside it or under `labels` where it lies under `images`; a line an
 * object: its class, then the centre, width and height of its box as shares of the image. Names of the classes are in a YAML file or in `classes.txt`.
 */
export function yoloIn(texts: readonly Beside[], images: Images): Told | undefined {
  const rows = new Map(images.all.flatMap(({ path }, row) => labelPaths(path).map(label => [label, row] as const)));
  const labels = texts.filter(({ path, text }) => path.endsWith('.txt') && (rows.has(path) || LABEL.test(text)));
  const found = labels.filter(({ path, text }) => rows.has(path) && (text.trim() === '' || LABEL.test(text)));
  if (found.length === 0 || 2 * found.length < labels.length) return undefined;
  const tally = new Tally();
  const names = namesIn(texts);
  const classes = new Map<number, Set<string>>();
  for (const label of labels) {
    const row = rows.get(label.path);
    const image = row === undefined ? undefined : images.all[row];
    if (row === undefined || !image) tally.add({ fault: 'orphaned', text: nameOf(label.path) }, { start: 0, end: 0 });
    else readLabels(label.text, { row, image, names, tally, classes });
    tally.within(label);
  }
  const untold = rowsWhere(images.all, (_, row) => !tally.told.has(row));
  // Where most images have no labels, pictures without objects are left without a file.
  return {
    files: [tally.file(folderOf(found[0]?.path ?? ''), 'yolo', untold.length * 2 < images.all.length ? untold : [])],
    classes: names ? onlyClasses(classes) : new Map(), splits: new Map(),
  };
}

/** A line that begins with a class and has four numbers or more. */
const LABEL = /^[ \t]*\d+(?:[ \t]+-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?){4,}[ \t]*\r?$/m;

function labelPaths(path: string): readonly string[] {
  const label = path.replace(/\.[^./]+$/, '.txt');
  return [label, label.replace(/(^|\/)images\//, '$1labels/')];
}

interface About {
  readonly row: number;
  readonly image: ImageFacts;
  readonly names: ReadonlyMap<number, string> | undefined;
  readonly tally: Tally;
  readonly classes: Map<number, Set<string>>;
}

/** Texts that are no label, as far as they are shown. */
const SHOWN = 40;

function readLabels(text: string, { row, image, names, tally, classes }: About): void {
  tally.told.add(row);
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const start = index + line.indexOf(trimmed);
    const where = { start, end: start + trimmed.length };
    const numbers = trimmed.split(/\s+/).map(Number);
    const [id = -1, x = 0, y = 0, across = 0, down = 0] = numbers;
    if (numbers.length < 5 || !numbers.every(Number.isFinite) || !Number.isInteger(id) || id < 0) {
      tally.add({ fault: 'unread', text: trimmed.slice(0, SHOWN), image: row }, where);
      continue;
    }
    const label = names?.get(id);
    if (names && label === undefined) tally.add({ fault: 'class', text: String(id), image: row }, { start, end: start + trimmed.split(/\s/, 1).join('').length });
    classes.set(row, (classes.get(row) ?? new Set()).add(label ?? String(id)));
    const { width = 0, height = 0 } = image;
    // Five numbers are a box; more are a polygon or key points.
    if (numbers.length === 5) tally.box(row, [(x - across / 2) * width, (y - down / 2) * height, across * width, down * height], image, where);
  }
}

/** Names by number, from `names` of a YAML file (a list, or numbers to names), else its `nc`, else `classes.txt`. */
function namesIn(texts: readonly Beside[]): ReadonlyMap<number, string> | undefined {
  for (const { path, text } of texts) {
    if (!/\.ya?ml$/.test(path) || !/^\s*(?:names|nc)\s*:/m.test(text)) continue;
    const { value } = readDocument(text, nameOf(path));
    const [names, count] = isJsonObject(value) ? [value['names'], value['nc']] : [];
    if (isJsonList(names)) return new Map(names.map((name, i) => [i, String(name)]));
    if (isJsonObject(names)) return new Map(Object.entries(names).map(([id, name]) => [Number(id), String(name)]));
    if (typeof count === 'number' && count > 0 && count < MOST_CLASSES) return new Map(Array.from({ length: count }, (_, i) => [i, String(i)]));
  }
  const list = texts.find(({ path }) => /^(?:classes|obj\.names|_darknet\.labels)(?:\.txt)?$/.test(nameOf(path)));
  const lines = list?.text.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '');
  return lines && lines.length > 0 ? new Map(lines.map((name, i) => [i, name])) : undefined;
}

const MOST_CLASSES = 1_000_000;
