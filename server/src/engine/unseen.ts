import type { ImageFolder } from '../core/images.ts';
import { count, list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { TableView } from '../core/rule.ts';
import { PAIR_COLUMNS } from '../core/sample.ts';
import { FORMAT_NAMES } from '../util/perImage.ts';

/** What was not looked at, so that nobody takes silence for a verdict. */
export const unseenOf = (table: TableView, folder: ImageFolder | undefined): readonly Message[] => [...unpairedIn(table), ...(folder ? undecodedIn(folder) : [])];

/** Whoever looks for a correlation in a wide table is told which columns were looked at. */
const unpairedIn = ({ sample, columns: { length } }: TableView): readonly Message[] =>
  (sample && length > PAIR_COLUMNS ? [say`of ${length} columns, the first ${PAIR_COLUMNS} and the target were compared with each other`] : []);

/** Whoever looks for dark, blurred or similar pictures is told of those whose formats are known by the header alone. */
function undecodedIn({ images, decoded }: ImageFolder): readonly Message[] {
  const unseen = decoded ? images.filter(({ format, pixels, fault }) => format !== undefined && pixels === undefined && fault === undefined) : [];
  if (unseen.length === 0) return [];
  const formats = [...new Set(unseen.flatMap(({ format }) => (format ? [FORMAT_NAMES[format]] : [])))].sort();
  return [say`${count(unseen.length, 'image')} (${list(formats.map(name))}) known by their headers alone: their pixels were not read`];
}
