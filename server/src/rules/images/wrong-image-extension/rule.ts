import type { ImageFormat } from '../../../core/images.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { FORMAT_NAMES, perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'wrong-image-extension',
  scope: 'images',
  summary: 'An image is in another format than its name says',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perImage(folder, ({ path, format }) => {
      const ending = /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';
      if (!format || ending === '' || ENDINGS[format].includes(ending)) return undefined;
      return { message: say`The name ends in ${name(ending)}, but the picture is ${name(FORMAT_NAMES[format])}: readers that go by the name fail` };
    });
  },
});

/** Endings a format is known by. */
const ENDINGS: Readonly<Record<ImageFormat, readonly string[]>> = {
  jpeg: ['.jpg', '.jpeg', '.jpe', '.jfif', '.mpo'], png: ['.png', '.apng'], gif: ['.gif'], webp: ['.webp'], bmp: ['.bmp', '.dib'],
  tiff: ['.tif', '.tiff', '.dng', '.nef', '.cr2', '.arw'], avif: ['.avif'], heic: ['.heic', '.heif', '.hif', '.avif'], jxl: ['.jxl'], ico: ['.ico', '.cur'], psd: ['.psd'],
  jpeg2000: ['.jp2', '.j2k', '.jpf', '.jpx'],
};
