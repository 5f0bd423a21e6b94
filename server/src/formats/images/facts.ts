import type { AnnotationFile, BoxFault, ExifFacts, ImageFacts, ImageFolder, PixelFacts } from '../../core/images.ts';
import { IMAGE_FAULTS, IMAGE_FORMATS, IMAGE_MODES, PERSONAL_TAGS } from '../../core/images.ts';
import type { Json } from '../../core/problem.ts';
import { isJsonList, isJsonObject, toJson } from '../../util/json.ts';

type Line = { readonly [key: string]: Json };

/** Reads a table of facts: JSON Lines, an image each with a `path`, an annotation file each with a `kind`. Lines that are neither are passed over. */
export function readFacts(bytes: Uint8Array): ImageFolder {
  const lines = new TextDecoder().decode(bytes).split('\n').flatMap(lineOf);
  const images = lines.flatMap(line => (line['kind'] === undefined ? imageOf(line) : []));
  return { images, decoded: images.some(({ pixels }) => pixels !== undefined), annotations: lines.flatMap(annotationsOf) };
}

function lineOf(text: string): readonly Line[] {
  try {
    const json = toJson(JSON.parse(text));
    return isJsonObject(json) ? [json] : [];
  } catch {
    return [];
  }
}

function imageOf(line: Line): readonly ImageFacts[] {
  const path = textIn(line, 'path');
  if (path === undefined) return [];
  const { class: label, split, digest } = { class: textIn(line, 'class'), split: textIn(line, 'split'), digest: textIn(line, 'digest') };
  const [width, height, frames] = [numberIn(line, 'width'), numberIn(line, 'height'), numberIn(line, 'frames')];
  const [format, fault, mode] = [oneOf(IMAGE_FORMATS, line['format']), oneOf(IMAGE_FAULTS, line['fault']), oneOf(IMAGE_MODES, line['mode'])];
  const [exif, pixels] = [exifIn(line['exif']), pixelsIn(line['pixels'])];
  return [{
    path, bytes: numberIn(line, 'bytes') ?? 0,
    ...(label !== undefined && { class: label }), ...(split !== undefined && { split }), ...(digest !== undefined && { digest }),
    ...(width !== undefined && { width }), ...(height !== undefined && { height }), ...(frames !== undefined && { frames }),
    ...(format && { format }), ...(fault && { fault }), ...(mode && { mode }), ...(exif && { exif }), ...(pixels && { pixels }),
  }];
}

function exifIn(json: Json | undefined): ExifFacts | undefined {
  if (!isJsonObject(json)) return undefined;
  const [orientation, camera, listed] = [numberIn(json, 'orientation'), textIn(json, 'camera'), json['personal']];
  const personal = isJsonList(listed) ? PERSONAL_TAGS.filter(tag => listed.includes(tag)) : [];
  return { ...(orientation !== undefined && { orientation }), ...(camera !== undefined && { camera }), personal };
}

function pixelsIn(json: Json | undefined): PixelFacts | undefined {
  if (!isJsonObject(json)) return undefined;
  const [brightness = 0, contrast = 0, entropy = 0, low = 0] = ['brightness', 'contrast', 'entropy', 'low'].map(key => numberIn(json, key));
  const [high = 255, sharpness = 0] = ['high', 'sharpness'].map(key => numberIn(json, key));
  return { brightness, contrast, entropy, low, high, sharpness, grey: json['grey'] === true, transparent: json['transparent'] === true, hash: textIn(json, 'hash') ?? '' };
}

function annotationsOf(line: Line): readonly AnnotationFile[] {
  const [path, kind] = [textIn(line, 'path'), oneOf(['coco', 'yolo', 'list'] as const, line['kind'])];
  if (path === undefined || !kind) return [];
  const [missing, untold, outside] = [listIn(line, 'missing'), listIn(line, 'untold'), listIn(line, 'outside')];
  return [{
    path, kind, missing: missing.filter(item => typeof item === 'string'), untold: untold.filter(item => typeof item === 'number'), outside: outside.flatMap(boxIn),
    missingCount: numberIn(line, 'missingCount') ?? missing.length, outsideCount: numberIn(line, 'outsideCount') ?? outside.length,
    boxes: numberIn(line, 'boxes') ?? 0, told: numberIn(line, 'told') ?? 0,
  }];
}

function boxIn(json: Json): readonly BoxFault[] {
  if (!isJsonObject(json)) return [];
  const [left = 0, top = 0, width = 0, height = 0] = listIn(json, 'box').map(Number);
  const [image, fault, line] = [numberIn(json, 'image'), oneOf(['beyond', 'empty', 'size'] as const, json['fault']), numberIn(json, 'line')];
  return image === undefined || !fault ? [] : [{ image, box: [left, top, width, height], fault, ...(line !== undefined && { line }) }];
}

function textIn(line: Line, key: string): string | undefined {
  const value = line[key];
  return typeof value === 'string' ? value : undefined;
}

function numberIn(line: Line, key: string): number | undefined {
  const value = line[key];
  return typeof value === 'number' ? value : undefined;
}

function listIn(line: Line, key: string): readonly Json[] {
  const value = line[key];
  return isJsonList(value) ? value : [];
}

const oneOf = <T extends string>(all: readonly T[], value: Json | undefined): T | undefined => all.find(one => one === value);
