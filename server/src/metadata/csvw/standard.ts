import { list, name, say, value as quote } from '../../core/message.ts';
import type { Complaint, MetadataStandard, ParsedDescription, Related } from '../../core/standard.ts';
import { readDocument, type TextDocument } from '../document/document.ts';
import { COMPLAINT_LIMIT } from '../document/schemaComplaints.ts';
import { listOf, objectOf, type JsonObject } from '../document/shape.ts';
import { syntaxComplaints } from '../document/syntax.ts';
import { broken, ignored, missing } from './complaints.ts';
import { GUIDE } from './guide.ts';
import { kindOf, outlineOf, referencesOf, type Outline } from './outline.ts';
import { readTables } from './read.ts';
import { checkDocuments, checkReferences, checkTables } from './references.ts';
import { CONTEXT, isLanguage } from './terms.ts';
import { passedOver, LANGUAGE } from './values.ts';
import { checkObject } from './walk.ts';
import { writeTables } from './write.ts';

/** CSV on the Web: Metadata Vocabulary for Tabular Data and Model for Tabular Data, W3C Recommendations of 17 December 2015. */
const csvw: MetadataStandard = {
  id: 'csvw',
  title: 'CSV on the Web',
  mayBe: fileName => /^(?:.*[-.]|)metadata\.json$|^csvm\.json$|\.csv[wm]\.json$/i.test(lastSegment(fileName)),
  recognises: (text, fileName) => FOR_FILE.test(fileName) || /"(?:https?:)?\/\/www\.w3\.org\/ns\/csvw"/.test(text) || /"(?:tableSchema|tables)"\s*:/.test(text),
  related: (text, fileName) => {
    const root = /"(?:tableSchema|dialect)"\s*:\s*"/.test(text) ? objectOf(readDocument(text, fileName).value) : undefined;
    return root ? referencesOf(root).map(({ address }) => address) : [];
  },
  read,
  write: writeTables,
  guide: GUIDE,
};

export default csvw;

const lastSegment = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `birds.csv-metadata.json` and the metadata of a folder are looked for by name. */
const FOR_FILE = /(?:^|\/)(?:(.+\.(?:csv|tsv|tab|txt)(?:\.gz)?)|csv)-metadata\.json$|(?:^|\/)csvm\.json$|\.csv[wm]\.json$/i;
const OF_FOLDER = 'csv-metadata.json';
const NOTHING: Related = new Map();

/** Never throws: a document that does not parse gives a description of the part that does. */
function read(text: string, fileName: string, related: Related = NOTHING): ParsedDescription {
  const document = readDocument(text, fileName);
  const root = objectOf(document.value);
  const outline = outlineOf(root ?? {}, related);
  let complaints: readonly Complaint[] | undefined;
  return {
    description: document.root && { standard: 'csvw', ...readTables(outline) },
    // Whoever only wants the description, for the data it names, does not wait for them.
    get complaints() {
      complaints ??= [...syntaxComplaints(document), ...(root ? contentComplaints(root, outline, related, document, fileName) : emptyComplaints(document))];
      return complaints;
    },
    locate: document.locate,
    ...(fileName === OF_FOLDER && { besideFiles: (names: readonly string[]) => [...undescribed(outline, names)] }),
  };
}

const emptyComplaints = ({ problems, locate }: TextDocument): readonly Complaint[] => (problems.length > 0 ? [] : [{
  ...broken([], 'key', say`A description in CSVW is an object with ${name('url')} or ${name('tables')}; there is none here`), range: locate([], 'key'),
}]);

/** Where the text is broken, keys that seem to be missing may only be unread; what is there and wrong is still wrong. */
function contentComplaints(root: JsonObject, outline: Outline, related: Related, { problems }: TextDocument, fileName: string): readonly Complaint[] {
  const complaints: Complaint[] = [];
  for (const complaint of checkDocument(root, outline, related, fileName)) {
    if (complaints.length >= COMPLAINT_LIMIT) break;
    if (problems.length === 0 || complaint.kind !== 'schema' || complaint.part !== 'key') complaints.push(complaint);
  }
  return complaints;
}

function* checkDocument(root: JsonObject, outline: Outline, related: Related, fileName: string): Iterable<Complaint> {
  const kind = kindOf(root);
  yield* checkContext(root);
  if (kind === 'TableGroup' && !('tables' in root)) yield missing([], 'tables');
  if (kind === 'Table' && !('url' in root)) yield missing([], 'url');
  yield* checkObject(kind, root, []);
  yield* checkReferences(outline);
  yield* checkTables(outline);
  yield* checkDocuments(root, related);
  yield* checkSubject(outline, fileName);
}

function* checkContext(root: JsonObject): Iterable<Complaint> {
  const context = root['@context'];
  if (context === undefined) {
    yield missing([], '@context');
    return;
  }
  const [first, local, ...more] = listOf(context) ?? [context];
  if (first !== CONTEXT || more.length > 0 || (local !== undefined && !objectOf(local))) {
    yield broken(['@context'], 'value', say`${name('@context')} should be ${quote(CONTEXT, -1)}, alone or in a list with an object behind it`);
    return;
  }
  for (const [key, value] of Object.entries(objectOf(local) ?? {})) {
    const path = ['@context', 1, key];
    if (key === '@language') {
      if (typeof value !== 'string' || !isLanguage(value)) yield ignored(path, 'value', passedOver(key, LANGUAGE));
    } else if (key !== '@base') yield broken(path, 'key', say`A context holds ${name('@base')} and ${name('@language')}, nothing else`);
    else if (typeof value !== 'string') yield broken(path, 'value', say`${name(key)} should be text`);
  }
}

/** Metadata named after a file that it does not describe is passed over. */
function* checkSubject({ tables }: Outline, fileName: string): Iterable<Complaint> {
  const subject = FOR_FILE.exec(fileName)?.[1];
  if (subject === undefined || tables.length === 0 || tables.some(({ url }) => url === undefined || lastSegment(url) === lastSegment(subject))) return;
  const path = tables[0]?.node.length === 0 ? ['url'] : ['tables'];
  const message = say`This document is named after ${name(lastSegment(subject))} and does not describe it, so it is passed over for that file`;
  yield ignored(path, path[0] === 'url' ? 'value' : 'key', message);
}

/**
 * Metadata of a folder is located from every table in it, and passed over for those it does not describe (Model for Tabular Data, section 5.3). Where other
 * descriptions lie there too, they may be what describes the others.
 */
function* undescribed({ tables }: Outline, names: readonly string[]): Iterable<Complaint> {
  const described = new Set(tables.flatMap(({ url }) => (url === undefined ? [] : [url.replace(/^\.\//, '')])));
  if (tables.length === 0 || described.size < tables.length || names.some(one => one !== OF_FOLDER && OTHER_DESCRIPTION.test(one))) return;
  const others = names.filter(one => /\.(?:csv|tsv)$/i.test(one) && !described.has(one)).sort();
  if (others.length === 0) return;
  const [path, part] = tables[0]?.node.length === 0 ? [['url'], 'value'] as const : [['tables'], 'key'] as const;
  const message = say`This is the metadata of a folder and does not describe ${list(others.slice(0, MOST_NAMED).map(one => name(one)))}, so it is passed over for that`;
  yield ignored(path, part, message);
}

const OTHER_DESCRIPTION = /metadata\.json$|csv[wm]\.json$|^datapackage\./i;
/** Tables that are named where many are meant. */
const MOST_NAMED = 5;
