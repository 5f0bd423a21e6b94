import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Unable } from '../core/compute.ts';
import type { Cancellation } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { sortedBy } from '../engine/images/layout.ts';
import { decode } from '../images/decode.ts';
import { resample } from '../images/luma.ts';
import { formatOfBytes, isImageName } from '../images/signature.ts';
import { CLASS_OF_IMAGES } from './job.ts';
import { createRandom, shuffle } from './random.ts';
import type { Table } from './table.ts';

export interface PictureOptions {
  readonly seed: number;
  readonly maxRows: number;
  readonly cancellation: Cancellation;
  readonly pause: () => Promise<void>;
  readonly now: () => number;
}

/**
 * Reads a folder of images, one folder a class, into a table of small pictures and their classes. The files are read in an order drawn by the seed until
 * there are enough or the time is up, so what is read is a uniform sample. Throws `Unable` where folders tell no classes or nothing can be decoded.
 */
export async function loadPictures(folder: string, options: PictureOptions): Promise<Table> {
  const paths = await filesBelow(folder, '', 0);
  const classes = sortedBy(paths).map(sorted => sorted.class);
  const sorted = paths.flatMap((path, i) => (classes[i] === undefined ? [] : [{ path, label: classes[i] }]));
  if (sorted.length === 0) throw new Unable(say`The folder ${name(basename(folder))} holds no images sorted into a folder for each class.`);
  const order = shuffle(sorted.map((_, i) => i), createRandom(options.seed, STREAM));
  const [values, labels, records]: [Uint8Array[], string[], number[]] = [[], [], []];
  const deadline = options.now() + MOST_MS;
  for (const at of order) {
    if (values.length >= Math.min(options.maxRows, MOST_PICTURES) || options.cancellation.cancelled || (values.length > 0 && options.now() > deadline)) break;
    const image = sorted[at];
    const picture = image && await pictureIn(join(folder, image.path));
    if (!picture) continue;
    values.push(picture);
    labels.push(image.label);
    records.push(at);
    await options.pause();
  }
  if (values.length === 0) throw new Unable(say`No image in ${name(basename(folder))} can be decoded: pictures are read from JPEG, PNG, GIF and BMP.`);
  return tableOf(values, labels, records, sorted.length);
}

const STREAM = 8;
/** Pixels of a side: enough to tell things apart, and few enough to train on in seconds. */
const SIDE = 28;
const MOST_PICTURES = 5000;
/** Longest that reading may take. */
const MOST_MS = 15_000;
const MOST_FILES = 200_000;
const DEEPEST = 6;

/** Paths of images below a folder, with `/`, in alphabetical order. */
async function filesBelow(root: string, path: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= MOST_FILES || entry.name.startsWith('.')) continue;
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory() && depth < DEEPEST) found.push(...await filesBelow(root, below, depth + 1));
    else if (entry.isFile() && isImageName(entry.name)) found.push(below);
  }
  return found;
}

/** The luminance of a file in a square of `SIDE` pixels; nothing where it cannot be decoded. */
async function pictureIn(path: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  const format = bytes && formatOfBytes(bytes);
  const decoded = bytes && format && decode(format, bytes);
  return decoded === undefined || decoded === 'damaged' ? undefined : Uint8Array.from(resample(decoded.luma, SIDE, SIDE), Math.round);
}

function tableOf(pictures: readonly Uint8Array[], labels: readonly string[], records: readonly number[], fileRows: number): Table {
  const texts = [...new Set(labels)];
  const values = new Uint8Array(pictures.length * SIDE * SIDE);
  pictures.forEach((picture, i) => values.set(picture, i * SIDE * SIDE));
  return {
    columns: [{ name: CLASS_OF_IMAGES, texts, numbers: new Float64Array(labels.length).fill(NaN), codes: Int32Array.from(labels, label => texts.indexOf(label)) }],
    rows: labels.length, records: Uint32Array.from(records), fileRows, complete: true,
    pictures: { height: SIDE, width: SIDE, values },
  };
}
