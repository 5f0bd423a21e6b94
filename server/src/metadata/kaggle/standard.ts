import type { Description } from '../../core/description.ts';
import { name, say } from '../../core/message.ts';
import type { Complaint, MetadataStandard, ParsedDescription, WrittenDescription } from '../../core/standard.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { readDocument } from '../document/document.ts';
import { lostBetween } from '../document/lost.ts';
import { COMPLAINT_LIMIT, schemaComplaints } from '../document/schemaComplaints.ts';
import { schemaGuide } from '../document/schemaGuide.ts';
import { objectOf } from '../document/shape.ts';
import { metadataComplaints } from './complaints.ts';
import { WORDS } from './guideWords.ts';
import { readMetadata } from './read.ts';
import SCHEMA_TEXT from './schema/kaggle.schema.json';
import { SCHEMA } from './schema/schema.ts';
import { LICENCES, TYPES } from './vocabulary.ts';
import { writeMetadata } from './write.ts';

/** `dataset-metadata.json`, which Kaggle's command line takes a dataset's title, licence and columns from (https://github.com/Kaggle/kaggle-api/wiki/Dataset-Metadata). */
const kaggle: MetadataStandard = {
  id: 'kaggle',
  title: 'Kaggle dataset metadata',
  mayBe: fileName => /^dataset-metadata\.json$/i.test(fileName.slice(fileName.lastIndexOf('/') + 1)),
  recognises: text => !/"(?:@context|info)"\s*:/.test(text) && (OWN.test(text) || !/"[^"]*"\s*:/.test(text)),
  guide: schemaGuide(SCHEMA_TEXT, {
    words: WORDS, page: () => 'https://github.com/Kaggle/kaggle-api/wiki/Dataset-Metadata',
    values: key => (key === 'licenses/name' ? LICENCES : key === 'resources/schema/fields/type' ? [...TYPES.keys()] : undefined),
    names: key => (key === 'resources/path' ? 'path' : key === 'resources/schema/fields/name' ? 'column' : undefined),
  }),
  read,
  write,
};

/** Keys by which such a document is told from descriptions of other kinds under its name. */
const OWN = /"(?:title|subtitle|id|id_no|licenses|resources|isPrivate|collaborators)"\s*:/;

export default kaggle;

/** What is lost is what is not there when the document is read again. */
function write(description: Description): WrittenDescription {
  const text = writeMetadata(description);
  const again = readMetadata(objectOf(readDocument(text, 'dataset-metadata.json').value) ?? {});
  const { name: called } = description;
  const named = called === undefined ? again : { ...again, name: called };
  return { text, fileName: 'dataset-metadata.json', lost: [...lostBetween(description, named), ...lostOfAnnotation(description, again)] };
}

function read(text: string, fileName: string): ParsedDescription {
  const { root, value, problems, locate } = readDocument(text, fileName);
  const syntax = problems.map(({ range, message }): Complaint => ({ kind: 'syntax', path: [], part: 'value', range, message }));
  const metadata = objectOf(value);
  if (!metadata) {
    const none: Complaint = { kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message: say`Metadata of a Kaggle dataset is an object with a ${name('title')}; there is none here` };
    return { description: root && { resources: [] }, complaints: syntax.length > 0 ? syntax : [none], locate };
  }
  const said = [...schemaComplaints(metadata, SCHEMA), ...metadataComplaints(metadata)];
  const kept = problems.length > 0 ? said.filter(({ kind, part }) => kind !== 'schema' || part !== 'key') : said;
  return { description: readMetadata(metadata), complaints: [...syntax, ...kept].slice(0, COMPLAINT_LIMIT), locate };
}
