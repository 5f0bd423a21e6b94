import type { AnnotationFault, AnnotationFile, FaultKind, ImageFacts } from '../../core/images.ts';
import { MOST_NAMED } from '../../core/images.ts';
import type { NodePath, TextRange } from '../../core/place.ts';
import { jsonPlaces, rangesIn } from '../../util/jsonPlaces.ts';
import type { Stretch } from '../../util/jsonPlaces.ts';

/** A text beside images that may tell of them, by its path below the folder. */
export interface Beside {
  readonly path: string;
  readonly text: string;
}

/** What texts tell of images. */
export interface Told {
  readonly files: readonly AnnotationFile[];
  /** Classes and parts by row of the image, as far as they are told. */
  readonly classes: ReadonlyMap<number, string>;
  readonly splits: ReadonlyMap<number, string>;
}

/** Images by the names that texts have for them. */
export interface Images {
  readonly all: readonly ImageFacts[];
  /** The row of the image of a name as it stands in a text of a folder (which ends in `/`, or is empty). */
  rowOf(name: string, folder: string): number | undefined;
}

/** A place as whoever reads a text knows it: a node of JSON, or a stretch of the text. */
type Where = NodePath | Stretch;
type Fault = Omit<AnnotationFault, 'file' | 'range'>;

/** Pixels by which a box may reach beyond its image: what rounding makes. */
const SLACK = 1.5;

/** Counts what annotations say, and keeps the first of what is wrong, with its place. */
export class Tally {
  readonly told = new Set<number>();
  readonly #counts = new Map<FaultKind, number>();
  readonly #faults: AnnotationFault[] = [];
  #open: { readonly fault: Fault; readonly where: Where }[] = [];
  boxes = 0;

  add(fault: Fault, where: Where): void {
    const before = this.#counts.get(fault.fault) ?? 0;
    this.#counts.set(fault.fault, before + 1);
    if (before < MOST_NAMED) this.#open.push({ fault, where });
  }

  /** A box as left, top, width and height, in pixels. */
  box(row: number, numbers: readonly number[], { width, height }: ImageFacts, where: Where): void {
    this.boxes++;
    const fault = width && height ? faultOf(numbers, width, height) : undefined;
    if (fault) this.add({ fault, image: row, numbers: numbers.map(tenth) }, where);
  }

  /** The places of what was added since are in this text. */
  within({ path: file, text }: Beside): void {
    const paths = this.#open.flatMap(({ where }) => (isPath(where) ? [where] : []));
    const nodes = jsonPlaces(text, paths);
    const stretches = this.#open.map(({ where }) => (isPath(where) ? nodes[paths.indexOf(where)] ?? { start: 0, end: 0 } : where));
    rangesIn(text, stretches).forEach((range: TextRange, i) => {
      const fault = this.#open[i]?.fault;
      if (fault) this.#faults.push({ ...fault, file, range });
    });
    this.#open = [];
  }

  file(path: string, kind: AnnotationFile['kind'], untold: readonly number[]): AnnotationFile {
    return { path, kind, untold, faults: this.#faults, counts: Object.fromEntries(this.#counts), boxes: this.boxes, told: this.told.size };
  }
}

const isPath = (where: Where): where is NodePath => Array.isArray(where);

function faultOf([left = 0, top = 0, width = 0, height = 0]: readonly number[], across: number, down: number): 'empty' | 'beyond' | undefined {
  if (!(width > 0 && height > 0)) return 'empty';
  return left < -SLACK || top < -SLACK || left + width > across + SLACK || top + height > down + SLACK ? 'beyond' : undefined;
}

/** Whether an image has a size, and another one than is said; a picture that lies on its side may be told of as it stands. */
export function isOtherSize({ width, height, exif }: ImageFacts, across: number, down: number): boolean {
  if (!width || !height || (across === width && down === height)) return false;
  return !((exif?.orientation ?? 1) >= 5 && across === height && down === width);
}

/** Images that something is told of, and that could be read. */
export const rowsWhere = (images: readonly ImageFacts[], is: (image: ImageFacts, row: number) => boolean): readonly number[] =>
  images.flatMap((image, row) => (image.fault === undefined && is(image, row) ? [row] : []));

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The class of images of which only one is told. */
export function onlyClasses(told: ReadonlyMap<number, ReadonlySet<string>>): ReadonlyMap<number, string> {
  return new Map([...told].flatMap(([row, [first, ...others]]) => (first !== undefined && others.length === 0 ? [[row, first] as const] : [])));
}
