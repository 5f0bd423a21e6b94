import type { TextRange } from './place.ts';

/** What is known of the files of an image folder, a row a file, in the order of the table. */
export interface ImageFolder {
  readonly images: readonly ImageFacts[];
  /** Whether pixels were looked at; first findings come from headers alone. */
  readonly decoded: boolean;
  /** What was said about the images beside them: boxes, classes, lists of files. */
  readonly annotations: readonly AnnotationFile[];
}

/** One file of an image folder. */
export interface ImageFacts {
  /** Path below the folder, with `/`. */
  readonly path: string;
  /** The folder it is sorted into, or what a list of files says; left out where nothing does. */
  readonly class?: string;
  /** The part of the dataset a folder says it is in, as that is called. */
  readonly split?: string;
  readonly bytes: number;
  /** By its first bytes, whatever it is called; left out where it is no image that is known. */
  readonly format?: ImageFormat;
  /** Why it cannot be read as a whole. */
  readonly fault?: ImageFault;
  /** As stored, in pixels, before an orientation tag turns it. */
  readonly width?: number;
  readonly height?: number;
  readonly mode?: ImageMode;
  /** Pictures in one file; an animation has several. `0`: several, nobody counted. */
  readonly frames?: number;
  readonly exif?: ExifFacts;
  /** SHA-256 of the file, where another one has as many bytes. */
  readonly digest?: string;
  /** Left out where the pixels were not decoded. */
  readonly pixels?: PixelFacts;
}

/** What a file says by itself, whatever folder it lies in. */
export type FileFacts = Omit<ImageFacts, 'path' | 'class' | 'split'>;

/** What is to be found out about an image besides its header. */
export interface ImageWants {
  readonly pixels: boolean;
  readonly digest: boolean;
}

/** A thread that reads and decodes images, one after the other in the order they were asked for. */
export interface ImageReader {
  /** `undefined` where the file cannot be opened. */
  read(uri: string, wants: ImageWants): Promise<FileFacts | undefined>;
  close(): void;
}

/** Formats that are told by their first bytes. */
export const IMAGE_FORMATS = ['jpeg', 'png', 'gif', 'webp', 'bmp', 'tiff', 'avif', 'heic', 'jxl', 'ico', 'psd', 'jpeg2000'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** `empty`: no byte; `no-image`: the bytes are of something else; `damaged`: the header makes no sense; `cut-short`: it ends before the picture does. */
export const IMAGE_FAULTS = ['empty', 'no-image', 'damaged', 'cut-short'] as const;
export type ImageFault = (typeof IMAGE_FAULTS)[number];

/** What a pixel is stored as. */
export const IMAGE_MODES = ['grey', 'grey-alpha', 'colour', 'colour-alpha', 'palette', 'cmyk'] as const;
export type ImageMode = (typeof IMAGE_MODES)[number];

/** What an image says of how and by whom it was taken. Texts of persons are not kept, only that there are any. */
export interface ExifFacts {
  /** Orientation from 2 to 8; left out where the picture stands as it is stored. */
  readonly orientation?: number;
  readonly camera?: string;
  /** Kinds of personal data, in the order of `PERSONAL_TAGS`. */
  readonly personal: readonly PersonalTag[];
}

/** `location`: where it was taken; `serial`: which camera or lens; `author`: who took it or owns the camera. */
export const PERSONAL_TAGS = ['location', 'serial', 'author'] as const;
export type PersonalTag = (typeof PERSONAL_TAGS)[number];

/** What the luminance of a picture is like, measured on a reduced copy whose shorter side has 64 pixels at least, where the picture has. */
export interface PixelFacts {
  /** Mean luminance, 0 to 255. */
  readonly brightness: number;
  /** Standard deviation of the luminance. */
  readonly contrast: number;
  /** Shannon entropy of its histogram of 256 steps, in bits: 0 to 8. */
  readonly entropy: number;
  /** Levels that 5% and 99% of the pixels are not above. */
  readonly low: number;
  readonly high: number;
  /** Variance of the Laplacian, on a copy whose shorter side has 256 pixels at least, where the picture has. */
  readonly sharpness: number;
  /** Whether part of the picture is transparent, so that what it looks like depends on what is behind it. */
  readonly transparent: boolean;
  /** Whether every pixel is grey, though it may be stored in colour. */
  readonly grey: boolean;
  /** Perceptual hash: 64 bits in hexadecimal digits, equal or nearly so for pictures that look alike. */
  readonly hash: string;
}

/** A file of annotations, or the label files of a folder, and what it says about which images. */
export interface AnnotationFile {
  /** Path below the folder, with `/`; of label files, their folder. */
  readonly path: string;
  readonly kind: AnnotationKind;
  /** Rows of images that it should tell of and does not. */
  readonly untold: readonly number[];
  /** What does not fit, in the order of the file; at most `MOST_NAMED` of each kind. */
  readonly faults: readonly AnnotationFault[];
  /** How many there are of each kind, where there are any. */
  readonly counts: Readonly<Partial<Record<FaultKind, number>>>;
  /** Boxes and images it tells of. */
  readonly boxes: number;
  readonly told: number;
}

export const ANNOTATION_KINDS = ['coco', 'yolo', 'voc', 'list'] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/**
 * `missing`: an image it names is not there; `orphaned`: it tells of an image that nothing names; `beyond`: a box leaves its image; `empty`: a box has no width or
 * height; `class`: a class that is not declared; `size`: the image has another size; `unread`: what stands there is no annotation.
 */
export const ANNOTATION_FAULTS = ['missing', 'orphaned', 'beyond', 'empty', 'class', 'size', 'unread'] as const;
export type FaultKind = (typeof ANNOTATION_FAULTS)[number];

/** An annotation that does not fit. */
export interface AnnotationFault {
  readonly fault: FaultKind;
  /** What stands there: the name of an image, an id, the text that is no annotation. */
  readonly text?: string;
  /** Row of the image it is about. */
  readonly image?: number;
  /** A box as left, top, width and height in pixels, or a size as width and height. */
  readonly numbers?: readonly number[];
  /** Path below the folder of the text it stands in, and where. */
  readonly file: string;
  readonly range: TextRange;
}

/** Faults of a kind that an annotation file lists; the rest is counted. */
export const MOST_NAMED = 100;
