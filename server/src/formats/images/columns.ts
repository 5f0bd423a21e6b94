import type { ImageFacts } from '../../core/images.ts';
import type { RowWriter } from '../rows/writer.ts';

/** A column of the table: its name, how it is stored, and what an image has in it. */
interface FactColumn {
  readonly name: string;
  readonly type: 'string' | 'int64' | 'double' | 'boolean';
  of(image: ImageFacts): string | number | boolean | undefined;
}

/** What each row tells of its image. Cells of pixels are empty where nothing was decoded. */
export const COLUMNS: readonly FactColumn[] = [
  { name: 'path', type: 'string', of: ({ path }) => path },
  { name: 'class', type: 'string', of: image => image.class },
  { name: 'split', type: 'string', of: ({ split }) => split },
  { name: 'format', type: 'string', of: ({ format }) => format },
  { name: 'bytes', type: 'int64', of: ({ bytes }) => bytes },
  { name: 'width', type: 'int64', of: ({ width }) => width },
  { name: 'height', type: 'int64', of: ({ height }) => height },
  { name: 'mode', type: 'string', of: ({ mode }) => mode },
  { name: 'frames', type: 'int64', of: ({ frames }) => (frames === 0 ? undefined : frames) },
  { name: 'camera', type: 'string', of: ({ exif }) => exif?.camera },
  { name: 'located', type: 'boolean', of: ({ exif, format }) => (format === undefined ? undefined : exif?.personal.includes('location') ?? false) },
  { name: 'brightness', type: 'double', of: ({ pixels }) => pixels?.brightness },
  { name: 'contrast', type: 'double', of: ({ pixels }) => pixels?.contrast },
  { name: 'entropy', type: 'double', of: ({ pixels }) => pixels?.entropy },
  { name: 'sharpness', type: 'double', of: ({ pixels }) => pixels?.sharpness },
  { name: 'hash', type: 'string', of: ({ pixels }) => pixels?.hash },
];

/** Writes the row of an image. */
export function writeImage(image: ImageFacts, to: RowWriter): void {
  COLUMNS.forEach(({ of }, column) => {
    const value = of(image);
    if (value === undefined) to.empty(column);
    else if (typeof value === 'string') to.text(value, column);
    else to.plain(String(value), column);
  });
}
