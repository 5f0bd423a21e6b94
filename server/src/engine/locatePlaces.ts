import type { Place } from '../core/place.ts';
import { NO_RANGE } from './findings.ts';
import type { Located, Resolved } from './findings.ts';
import type { Judging } from './rounds.ts';
import type { OtherPart } from './splits/otherTable.ts';

/** Where all places lie that problems name outside their queries. */
export async function locatePlaces(resolved: readonly Resolved[], { scan, readable, relations, request }: Judging): Promise<ReadonlyMap<Place, Located>> {
  const related = resolved.flatMap(({ judged: { problem } }) => problem.related ?? []);
  const places = [...resolved.flatMap(({ judged: { problem } }) => [problem.place, ...(problem.places ?? [])]), ...related.flatMap(({ place, table }) => (table === undefined ? [place] : []))];
  const ranges = await scan.index.locate(readable, places, request);
  const located = new Map(places.map((place): [Place, Located] => {
    const header = place.at === 'header' ? scan.headers[place.column] : undefined;
    const own = place.at === 'beside' ? place.range : ranges.get(place);
    return [place, header ?? { range: own ?? NO_RANGE, quoted: place.at === 'span' && place.quoted === true }];
  }));
  for (const { place, table } of related) if (table !== undefined) located.set(place, locateElsewhere(place, relations.others.get(table)?.parts[0]));
  return located;
}

/** Headers of other tables are known; any other place there is shown as the file. */
function locateElsewhere(place: Place, part: OtherPart | undefined): Located {
  const header = place.at === 'header' ? part?.headers[place.column] : undefined;
  return { range: NO_RANGE, ...header, ...(part && { uri: part.uri }) };
}
