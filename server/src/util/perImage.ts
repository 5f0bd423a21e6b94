import { told } from '../core/facts.ts';
import type { ImageFacts, ImageFolder } from '../core/images.ts';
import { count, say } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';

/** Images one rule lists one by one; the rest is counted. */
const LISTED = 200;

/** One problem for each image that `tell` has something to say of, up to a limit, and one of the folder for all others. */
export function* perImage({ images }: ImageFolder, tell: (image: ImageFacts, row: number) => Omit<Problem, 'place'> | undefined): Iterable<Problem> {
  let listed = 0;
  for (const [row, image] of images.entries()) {
    const problem = tell(image, row);
    if (problem && listed++ < LISTED) yield { ...problem, place: { at: 'row', row } };
  }
  if (listed > LISTED) yield { place: { at: 'file' }, message: say`The same of ${count(listed - LISTED, 'image')} more, which are not listed`, facts: told({ count: listed - LISTED }) };
}

/**
 * The same for what is odd only among others that are not: nothing is said where fewer than `least` images can be judged, or where more than a share of
 * them are like that. `judges` answers `undefined` for an image that cannot be judged.
 */
export function* perOddImage(
  folder: ImageFolder, { share, least }: { readonly share: number; readonly least: number }, judges: (image: ImageFacts) => boolean | undefined,
  tell: (image: ImageFacts, others: number) => Omit<Problem, 'place'>,
): Iterable<Problem> {
  const verdicts = folder.images.map(judges);
  const n = verdicts.filter(verdict => verdict !== undefined).length;
  const odd = verdicts.filter(verdict => verdict === true).length;
  if (n < least || odd > share * n) return;
  yield* perImage(folder, (image, row) => (verdicts[row] === true ? tell(image, n) : undefined));
}

/** For each image that has a key, the first other one before it that has the same; with `among`, the first one at all of those. */
export function firstsBy(
  images: readonly ImageFacts[], key: (image: ImageFacts) => string | undefined, among?: (image: ImageFacts) => boolean,
): (image: ImageFacts, row: number) => ImageFacts | undefined {
  const firsts = new Map<string, number>();
  images.forEach((image, row) => {
    const own = among?.(image) === false ? undefined : key(image);
    if (own !== undefined && !firsts.has(own)) firsts.set(own, row);
  });
  return (image, row) => {
    const own = key(image);
    const first = own === undefined ? undefined : firsts.get(own);
    return first === undefined || first === row || (!among && first > row) ? undefined : images[first];
  };
}

/** How a format is written. */
export const FORMAT_NAMES: Readonly<Record<NonNullable<ImageFacts['format']>, string>> = {
  jpeg: 'JPEG', png: 'PNG', gif: 'GIF', webp: 'WebP', bmp: 'BMP', tiff: 'TIFF', avif: 'AVIF', heic: 'HEIC', jxl: 'JPEG XL', ico: 'ICO', psd: 'PSD', jpeg2000: 'JPEG 2000',
};
