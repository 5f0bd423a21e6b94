import { folderOf, isOtherSize, onlyClasses, rowsWhere, Tally } from './tally.ts';
import type { Beside, Images, Told } from './tally.ts';

/** Pascal VOC (development kit, 2012): an XML file an image, with its `filename`, its `size`, and an `object` for each box, whose corners count from 1. */
export function vocIn(texts: readonly Beside[], images: Images): Told | undefined {
  const found = texts.filter(({ path, text }) => path.endsWith('.xml') && /<annotation[\s>]/.test(text) && /<filename>/.test(text));
  const tally = new Tally();
  const classes = new Map<number, Set<string>>();
  for (const beside of found) {
    readFile(beside, images, tally, classes);
    tally.within(beside);
  }
  if (tally.told.size === 0) return undefined;
  const folders = new Set([...tally.told].map(row => folderOf(images.all[row]?.path ?? '')));
  const untold = rowsWhere(images.all, (image, row) => folders.has(folderOf(image.path)) && !tally.told.has(row));
  return {
    files: [tally.file(folderOf(found[0]?.path ?? ''), 'voc', untold.length * 2 < images.all.length ? untold : [])], classes: onlyClasses(classes), splits: new Map(),
  };
}

function readFile({ path, text }: Beside, images: Images, tally: Tally, classes: Map<number, Set<string>>): void {
  const named = contentOf(text, 'filename');
  if (!named) return;
  const row = images.rowOf(named.text, folderOf(path));
  const image = row === undefined ? undefined : images.all[row];
  if (row === undefined || !image) return tally.add({ fault: 'missing', text: named.text }, named);
  tally.told.add(row);
  const size = contentOf(text, 'size');
  const [width, height] = ['width', 'height'].map(side => Number(contentOf(size?.text ?? '', side)?.text ?? 0));
  if (size && width && height && isOtherSize(image, width, height)) tally.add({ fault: 'size', image: row, numbers: [width, height] }, size);
  for (const { 0: object, index } of text.matchAll(/<object>[^]*?<\/object>/g)) {
    const label = contentOf(object, 'name')?.text;
    if (label !== undefined) classes.set(row, (classes.get(row) ?? new Set()).add(label));
    const box = contentOf(object, 'bndbox');
    if (!box) continue;
    const where = { start: index + box.start, end: index + box.end };
    const [left = Number.NaN, top = Number.NaN, right = Number.NaN, bottom = Number.NaN] = ['xmin', 'ymin', 'xmax', 'ymax'].map(side => Number(contentOf(box.text, side)?.text ?? Number.NaN));
    const numbers = [left, top, right - left, bottom - top];
    if (numbers.every(Number.isFinite)) tally.box(row, numbers, image, where);
    else tally.add({ fault: 'unread', text: box.text.replace(/\s+/g, ' ').trim(), image: row }, where);
  }
}

/** The content of the first element of a name, and where it stands. */
function contentOf(text: string, name: string): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  const match = new RegExp(`<${name}>([^]*?)</${name}>`).exec(text);
  const content = match?.[1];
  if (!match || content === undefined) return undefined;
  const start = match.index + name.length + 2;
  const trimmed = content.trim();
  const from = start + content.indexOf(trimmed);
  return { text: trimmed, start: from, end: from + trimmed.length };
}
