import type { Finding, Spot } from '../../core/finding.ts';
import type { DocumentList } from '../../core/format.ts';
import { list, name, say } from '../../core/message.ts';
import type { Message } from '../../core/message.ts';
import { NO_RANGE } from '../findings.ts';
import { uriOf } from '../images/imageFolder.ts';

/** Documents that a message names; the rest is counted. */
const NAMED = 3;

/** A finding in each of the files its rows are, where it was found; what is about no row stays with the folder. */
export function atDocuments(finding: Finding, { files }: DocumentList, uri: string): readonly Finding[] {
  const pathOf = ({ place }: Spot): string | undefined => ('row' in place ? files[place.row]?.path : undefined);
  const moved = (spot: Spot): Spot => {
    const path = spot.uri === uri ? pathOf(spot) : undefined;
    return path === undefined ? { ...spot, range: NO_RANGE } : { ...spot, uri: uriOf(uri, path) };
  };
  const paths = [...new Set(finding.spots.flatMap(spot => pathOf(spot) ?? []))];
  const related = finding.related.map(({ spot, message }) => ({ spot: moved(spot), message }));
  const message = paths.length > 1 ? naming(finding.message, paths) : finding.message;
  const byFile = new Map<string, Spot[]>();
  for (const spot of finding.spots.map(moved)) byFile.set(spot.uri, [...byFile.get(spot.uri) ?? [], spot]);
  return [...byFile.values()].flatMap(spots => {
    const [primary] = spots;
    return primary ? [{ ...finding, spots, related, message, primary, fix: undefined, count: byFile.size > 1 ? spots.length : finding.count }] : [];
  });
}

function naming(message: Message, paths: readonly string[]): Message {
  const named = list(paths.slice(0, NAMED).map(name));
  const more = paths.length - NAMED;
  return more > 0 ? say`${message} (${named}, and ${more} more)` : say`${message} (${named})`;
}
