import type { ImageFacts } from '../../core/images.ts';
import { roleOfWord } from '../../util/splitNames.ts';

/** What the folders an image lies in say of it. */
export type Sorted = Pick<ImageFacts, 'class' | 'split'>;

/** Folders that hold pictures of every class. */
const NO_CLASS: ReadonlySet<string> = new Set(['images', 'image', 'imgs', 'img', 'jpegimages', 'photos', 'pictures', 'pics', 'data', 'raw', 'all', '图片', '图像', '照片']);
/** Part of the images that must lie in a folder for their class. */
const MOST = 0.9;
/** Images a class has on average, at least: folders of fewer are albums, dates or persons. */
const LEAST = 2;

/**
 * Classes and parts of a dataset as folders tell them: `train/cat/1.jpg`, `cat/1.jpg`, `images/val/1.jpg`, `train2017/1.jpg`. A part is called by its role. The
 * innermost folder is the class where nearly all images lie at one depth and there are several classes of several images.
 */
export function sortedBy(paths: readonly string[]): readonly Sorted[] {
  const told = paths.map(path => tell(path.split('/').slice(0, -1)));
  const labels = told.map(({ folders }) => folders.at(-1));
  const classes = new Set(labels.filter(label => label !== undefined));
  const labelled = labels.filter(label => label !== undefined).length;
  const depths = new Set(told.flatMap(({ folders: { length } }) => (length > 0 ? [length] : [])));
  const sorted = labelled >= MOST * paths.length && classes.size >= 2 && labelled >= LEAST * classes.size && depths.size === 1;
  return told.map(({ split }, i) => {
    const label = sorted ? labels[i] : undefined;
    return { ...(label !== undefined && { class: label }), ...(split !== undefined && { split }) };
  });
}

/** The part, and the folders that may be classes. */
function tell(folders: readonly string[]): { readonly split: string | undefined; readonly folders: readonly string[] } {
  const roles = folders.map(folder => roleOfWord(folder.replace(/[-_]?(?:19|20)\d\d$/, '')));
  const split: string | undefined = roles.find(role => role !== undefined);
  return { split, folders: folders.filter((folder, i) => roles[i] === undefined && !NO_CLASS.has(folder.toLowerCase())) };
}
