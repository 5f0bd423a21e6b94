import type { Finding, Spot } from '../../core/finding.ts';
import { list, name, number, say } from '../../core/message.ts';
import type { Message } from '../../core/message.ts';
import { NO_RANGE } from '../findings.ts';

/** Rows that are named; the rest is counted. */
const NAMED = 3;

/** The same finding of a file that no editor shows as text: it stands at the file's start, and its rows (from 1) and column are in the words. */
export function withoutText(finding: Finding, header: readonly string[]): Finding {
  const flat = (spot: Spot): Spot => ({ ...spot, range: NO_RANGE });
  return {
    ...finding,
    message: placed(finding, header),
    primary: flat(finding.primary),
    spots: finding.spots.map(flat),
    related: finding.related.map(({ spot, message }) => ({ spot: spot.uri === finding.primary.uri ? flat(spot) : spot, message })),
    fix: undefined,
  };
}

function placed({ message, primary, spots, count }: Finding, header: readonly string[]): Message {
  const rows = [...new Set(spots.flatMap(({ place }) => ('row' in place ? [place.row + 1] : [])))];
  const [first] = rows;
  if (first === undefined) return message;
  const column = primary.place.at === 'cell' || primary.place.at === 'span' ? header[primary.place.column] : undefined;
  if (rows.length === 1) return column === undefined ? say`${message} (row ${first})` : say`${message} (row ${first}, column ${name(column)})`;
  const more = Math.max(0, Math.max(count, rows.length) - NAMED);
  const named = list(rows.slice(0, NAMED).map(number));
  return more > 0 ? say`${message} (rows ${named}, and ${more} more)` : say`${message} (rows ${named})`;
}
