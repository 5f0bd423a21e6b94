import type { AnnotationFault, AnnotationFile, ExifFacts, ImageFacts, ImageFolder, PixelFacts } from '../../core/images.ts';
import { ANNOTATION_FAULTS, ANNOTATION_KINDS, IMAGE_FAULTS, IMAGE_FORMATS, IMAGE_MODES, PERSONAL_TAGS } from '../../core/images.ts';
import type { TextPosition, TextRange } from '../../core/place.ts';
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
  const [path, kind] = [textIn(line, 'path'), oneOf(ANNOTATION_KINDS, line['kind'])];
  if (path === undefined || !kind) return [];
  const [untold, faults, counts] = [listIn(line, 'untold'), listIn(line, 'faults').flatMap(json => faultIn(json, path)), line['counts']];
  const counted = ANNOTATION_FAULTS.map(fault => [fault, (isJsonObject(counts) ? numberIn(counts, fault) : undefined) ?? faults.filter(one => one.fault === fault).length] as const);
  return [{
    path, kind, untold: untold.filter(item => typeof item === 'number'), faults, counts: Object.fromEntries(counted.filter(([, n]) => n > 0)),
    boxes: numberIn(line, 'boxes') ?? 0, told: numberIn(line, 'told') ?? 0,
  }];
}

function faultIn(json: Json, path: string): readonly AnnotationFault[] {
  if (!isJsonObject(json)) return [];
  const [fault, image, text, numbers] = [oneOf(ANNOTATION_FAULTS, json['fault']), numberIn(json, 'image'), textIn(json, 'text'), json['numbers']];
  const known = { ...(image !== undefined && { image }), ...(text !== undefined && { text }), ...(isJsonList(numbers) && { numbers: numbers.map(Number) }) };
  return fault ? [{ fault, ...known, file: textIn(json, 'file') ?? path, range: rangeIn(json['range']) }] : [];
}

function rangeIn(json: Json | undefined): TextRange {
  const at = (key: string): TextPosition => {
    const position = isJsonObject(json) ? json[key] : undefined;
    return isJsonObject(position) ? { line: numberIn(position, 'line') ?? 0, character: numberIn(position, 'character') ?? 0 } : { line: 0, character: 0 };
  };
  return { start: at('start'), end: at('end') };
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
