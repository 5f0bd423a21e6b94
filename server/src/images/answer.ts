import type { ExifFacts, ImageFault, ImageFormat, ImageMode } from '../core/images.ts';

/** What the header of an image says. */
export interface ImageHeader {
  readonly format: ImageFormat;
  readonly width?: number;
  readonly height?: number;
  readonly mode?: ImageMode;
  /** See `ImageFacts`. */
  readonly frames?: number;
  readonly exif?: ExifFacts;
  readonly fault?: ImageFault;
}

/** The header, why there is none, or `more` where it goes on beyond the bytes. */
export type HeaderAnswer = ImageHeader | { readonly fault: ImageFault; readonly format?: ImageFormat } | 'more';
