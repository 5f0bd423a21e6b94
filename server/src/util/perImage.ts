import type { ImageFacts, ImageFolder } from '../core/images.ts';
import { count, say } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';

/** Images one rule lists one by one; the rest is counted. */
const LISTED = 200;

/** One problem for each image that `tell` has something to say of, up to a limit, and one of the folder for all others. */
export function* perImage({ images }: ImageFolder, tell: (image: ImageFacts, row: number) => Omit<Problem, 'place'> | undefined): Iterable<Problem> {
  let told = 0;
  for (const [row, image] of images.entries()) {
    const problem = tell(image, row);
    if (problem && told++ < LISTED) yield { ...problem, place: { at: 'row', row } };
  }
  if (told > LISTED) yield { place: { at: 'file' }, message: say`The same of ${count(told - LISTED, 'image')} more, which are not listed`, facts: { count: told - LISTED } };
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

/** How a format is written. */
export const FORMAT_NAMES: Readonly<Record<NonNullable<ImageFacts['format']>, string>> = {
  jpeg: 'JPEG', png: 'PNG', gif: 'GIF', webp: 'WebP', bmp: 'BMP', tiff: 'TIFF', avif: 'AVIF', heic: 'HEIC', jxl: 'JPEG XL', ico: 'ICO', psd: 'PSD', jpeg2000: 'JPEG 2000',
};
