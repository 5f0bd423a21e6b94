import type { FileHandle, Files } from '../../core/host.ts';
import type { FileFacts, ImageFacts, ImageFolder, ImageReader, ImageWants } from '../../core/images.ts';
import { isImageName } from '../../images/signature.ts';
import { readText } from '../../util/readFile.ts';
import { pathBelow } from '../../util/uri.ts';
import { discover } from '../discover.ts';
import { type Control, goesOn } from '../pass.ts';
import { annotationsIn } from './annotations.ts';
import type { Beside } from './tally.ts';
import { sortedBy } from './layout.ts';
import { readImage } from './readImage.ts';

/** Images of a folder that are looked at. */
export const MOST_IMAGES = 200_000;
/** Files that are read at a time: as many as the disk has in hand, and few enough for the memory of their bytes. */
const AT_A_TIME = 8;

/** What reading a folder needs. */
export interface FolderReading {
  readonly files: Files;
  /** Whether pixels are decoded; without, only headers are read. */
  readonly pixels: boolean;
  /** Threads that read and decode, where there are some. */
  readonly readers?: readonly ImageReader[];
}

/** True for the URI of a folder, which is checked as a folder of images. */
export const isFolderUri = (uri: string): boolean => uri.endsWith('/');

/** Files that stand beside images and tell of them. */
const BESIDE = /\.(?:txt|json|jsonl|xml|csv|tsv|ya?ml|md)$/i;

/** Whether the files of a folder, by their names, are images for the most part; those that may tell of images do not count. */
export function isMostlyImages(names: readonly string[]): boolean {
  const images = names.filter(isImageName).length;
  return images > 0 && 2 * images >= names.filter(name => !BESIDE.test(name)).length;
}

/** The facts of all images below a folder, in the order of their paths. `undefined` when cancelled. */
export async function readImageFolder(uri: string, reading: FolderReading, control: Control): Promise<ImageFolder | undefined> {
  const { paths, beside } = await filesBelow(uri, reading.files, control);
  const facts = await readAllFacts(uri, paths, reading, control);
  if (!facts) return undefined;
  const sorted = sortedBy(paths);
  const found = paths.flatMap((path, i): readonly ImageFacts[] => {
    const own = facts[i];
    return own ? [{ path, ...sorted[i], ...own }] : [];
  });
  const texts = await textsOf(uri, beside, reading.files, control);
  if (!texts) return undefined;
  const { files, classes, splits } = annotationsIn(texts, found);
  const images = found.map((image, row): ImageFacts => {
    const [label, split] = [classes.get(row), splits.get(row)];
    return { ...image, ...(label !== undefined && { class: label }), ...(split !== undefined && { split }) };
  });
  return { images, decoded: reading.pixels, annotations: files };
}

/** Files that may say something of images: COCO, YOLO, Pascal VOC, lists. */
const TELLING = /\.(?:json|txt|ya?ml|xml|csv|tsv|jsonl|ndjson)$/i;
/** Bytes of such a file that is read at most. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** Paths below the folder of all files that are called images, and of those that may tell of them, in order. */
async function filesBelow(uri: string, files: Files, { cancellation }: Control): Promise<{ readonly paths: readonly string[]; readonly beside: readonly string[] }> {
  const [paths, beside]: [string[], string[]] = [[], []];
  const accepts = (name: string): boolean => isImageName(name) || TELLING.test(name);
  for await (const found of discover(files, { root: uri, include: [], exclude: [], accepts, ...(cancellation && { cancellation }) })) {
    const path = pathBelow(uri, found);
    if (path !== undefined) (TELLING.test(path) ? beside : paths).push(path);
    if (paths.length >= MOST_IMAGES) break;
  }
  return { paths: paths.sort(), beside: beside.sort() };
}

/** The texts beside images; those that are too big or cannot be read say nothing. */
async function textsOf(uri: string, beside: readonly string[], files: Files, control: Control): Promise<readonly Beside[] | undefined> {
  const texts = await inOrder(beside, path => readText(files, uriOf(uri, path), LARGEST_TEXT), { ...control, progress: () => undefined });
  return texts?.flatMap((text, i) => (typeof text === 'string' ? [{ path: beside[i] ?? '', text }] : []));
}

/** Facts by image; files of equal size are told apart by their digests. */
async function readAllFacts(uri: string, paths: readonly string[], reading: FolderReading, control: Control): Promise<readonly (FileFacts | undefined)[] | undefined> {
  const local = (image: string, wants: ImageWants): Promise<FileFacts | undefined> => readImage(reading.files, image, wants);
  const read = sharedBy(reading.readers ?? []) ?? local;
  const header = paths.length >= WORTH_SHARING ? read : local;
  const first = await inOrder(paths, path => header(uriOf(uri, path), { pixels: false, digest: false }), control);
  if (!first || !reading.pixels) return first;
  const sizes = new Map<number, number>();
  for (const one of first) if (one) sizes.set(one.bytes, (sizes.get(one.bytes) ?? 0) + 1);
  return inOrder(paths, (path, i) => read(uriOf(uri, path), { pixels: true, digest: (sizes.get(first[i]?.bytes ?? 0) ?? 0) > 1 }), control);
}

/** Images from which on their headers are read by threads too. */
const WORTH_SHARING = 500;

/** Each image goes to the thread with the fewest to do; `undefined` where there are none. */
function sharedBy(readers: readonly ImageReader[]): ImageReader['read'] | undefined {
  const loads = readers.map(reader => ({ reader, images: 0 }));
  return readers.length === 0 ? undefined : async (uri, wants) => {
    const least = loads.reduce((a, b) => (b.images < a.images ? b : a));
    least.images++;
    try {
      return await least.reader.read(uri, wants);
    } finally {
      least.images--;
    }
  };
}

/** Runs work for all items, some at a time, and returns what came of it in the order of the items. `undefined` when cancelled. */
async function inOrder<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>, control: Control): Promise<readonly R[] | undefined> {
  const results: R[] = [];
  let next = 0;
  let goes = true;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length && goes; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item, at);
      control.progress?.(at);
      if (at % AT_A_TIME === 0) goes = goes && await goesOn(control);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return goes ? results : undefined;
}

/** The URI of an image by its path below the folder. */
export const uriOf = (folder: string, path: string): string => folder + path.split('/').map(encodeURIComponent).join('/');

/** A folder as a source of facts, which the format for images reads. */
export function sourceOf({ images, annotations }: ImageFolder): Pick<FileHandle, 'size' | 'read'> {
  const bytes = new TextEncoder().encode([...images, ...annotations].map(line => `${JSON.stringify(line)}\n`).join(''));
  return {
    size: bytes.length,
    read: (target, position) => {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return Promise.resolve(part.length);
    },
  };
}
