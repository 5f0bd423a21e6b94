import type { DocumentList } from '../core/format.ts';
import type { ImageFolder } from '../core/images.ts';
import { count, list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { TableView } from '../core/rule.ts';
import { PAIR_COLUMNS } from '../core/sample.ts';
import { LARGEST_DOCUMENT } from './corpus/openCorpus.ts';
import { FORMAT_NAMES } from '../util/perImage.ts';

/** What was not looked at, so that nobody takes silence for a verdict. */
export const unseenOf = (table: TableView, folder: ImageFolder | undefined, documents: DocumentList | undefined): readonly Message[] => [
  ...unpairedIn(table), ...(folder ? undecodedIn(folder) : []), ...(documents ? unreadIn(documents) : []),
  ...(table.overlaps?.complete === false ? [say`the texts for evaluation are too many to be remembered: training texts were held against the first ${count(table.overlaps.texts, 'text')}`] : []),
];

function unreadIn({ files, cut, unread, more }: DocumentList): readonly Message[] {
  return [
    ...(more ? [say`the folder has more files of text than the first ${count(files.length, 'file')}, which were read`] : []),
    ...(cut.size > 0 ? [say`of ${count(cut.size, 'file')} only the first ${MEGABYTES} MB were read: ${examplesOf(cut)}`] : []),
    ...(unread.size > 0 ? [say`${count(unread.size, 'file')} could not be read and counted as empty: ${examplesOf(unread)}`] : []),
  ];
}

const MEGABYTES = LARGEST_DOCUMENT / 1024 / 1024;

const examplesOf = (paths: ReadonlySet<string>): ReturnType<typeof list> => list([...paths].sort().slice(0, 3).map(name));

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
