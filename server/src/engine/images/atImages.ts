import type { Finding, Spot } from '../../core/finding.ts';
import type { ImageFolder } from '../../core/images.ts';
import { list, name, say } from '../../core/message.ts';
import { comparePositions } from '../../core/place.ts';
import type { Message } from '../../core/message.ts';
import { NO_RANGE } from '../findings.ts';
import { uriOf } from './imageFolder.ts';

/** Images that a message names; the rest is counted. */
const NAMED = 3;

/** The same finding at the files its rows are, or at the first of them; what is about no row stays with the folder. */
export function atImages(finding: Finding, { images }: ImageFolder, uri: string): Finding {
  const moved = (spot: Spot): Spot => {
    const path = 'row' in spot.place ? images[spot.place.row]?.path : undefined;
    if (spot.place.at === 'beside') return { ...spot, range: spot.place.range, uri: uriOf(uri, spot.place.file) };
    return { ...spot, range: NO_RANGE, ...(path !== undefined && spot.uri === uri && { uri: uriOf(uri, path) }) };
  };
  const spots = finding.spots.map(moved);
  const [first] = spots;
  const primary = moved(finding.primary);
  return {
    ...finding, spots, fix: undefined,
    message: spots.length > 1 ? naming(finding, images) : finding.message,
    primary: primary.uri === uri && first ? first : primary,
    related: finding.related.map(({ spot, message }) => ({ spot: moved(spot), message })),
  };
}

function naming({ message, spots, count }: Finding, images: ImageFolder['images']): Message {
  const paths = [...new Set(spots.flatMap(({ place }) => ('row' in place ? images[place.row]?.path ?? [] : [])))];
  if (paths.length === 0) return message;
  const named = list(paths.slice(0, NAMED).map(name));
  const more = Math.max(0, Math.max(count, paths.length) - NAMED);
  return more > 0 ? say`${message} (${named}, and ${more} more)` : say`${message} (${named})`;
}

/** Findings by file, the folder first; those of one file by where they stand, else as they were. */
export const byUri = ({ primary: a }: Finding, { primary: b }: Finding): number =>
  (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : comparePositions(a.range.start, b.range.start));
