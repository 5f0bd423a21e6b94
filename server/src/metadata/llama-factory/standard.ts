import type { Description } from '../../core/description.ts';
import { name, say } from '../../core/message.ts';
import type { Complaint, MetadataStandard, ParsedDescription, WrittenDescription } from '../../core/standard.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { readDocument } from '../document/document.ts';
import { lostBetween } from '../document/lost.ts';
import { tableGuide } from '../document/tableGuide.ts';
import { COMPLAINT_LIMIT } from '../document/schemaComplaints.ts';
import { objectOf } from '../document/shape.ts';
import { entryComplaints } from './complaints.ts';
import { KINDS } from './guideTable.ts';
import { readEntries } from './read.ts';
import { writeEntries } from './write.ts';

/** `dataset_info.json` of LLaMA-Factory, which names its datasets and their columns (https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md). */
const llamaFactory: MetadataStandard = {
  id: 'llama-factory',
  title: 'LLaMA-Factory datasets',
  mayBe: fileName => /^dataset_info\.json$/i.test(fileName.slice(fileName.lastIndexOf('/') + 1)),
  recognises: text => /"(?:file_name|cloud_file_name|(?:hf|ms|om)_hub_url|script_url|formatting)"\s*:/.test(text),
  guide: tableGuide({ kinds: KINDS, root: 'List', page: () => 'https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md' }),
  read,
  write,
};

export default llamaFactory;

/** What is lost is what is not there when the list is read again. */
function write(description: Description): WrittenDescription {
  const text = writeEntries(description);
  const again = { resources: readEntries(objectOf(readDocument(text, 'dataset_info.json').value) ?? {}) };
  return { text, fileName: 'dataset_info.json', lost: [...lostBetween(description, again), ...lostOfAnnotation(description, again)] };
}

function read(text: string, fileName: string): ParsedDescription {
  const { root, value, problems, locate } = readDocument(text, fileName);
  const syntax = problems.map(({ range, message }): Complaint => ({ kind: 'syntax', path: [], part: 'value', range, message }));
  const datasets = objectOf(value);
  if (!datasets) {
    const message = say`${name('dataset_info.json')} is an object with a key for every dataset; there is none here`;
    const none: Complaint = { kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message };
    return { description: root && { resources: [] }, complaints: syntax.length > 0 ? syntax : [none], locate };
  }
  const said = Object.entries(datasets).flatMap(([key, entry]) => entryComplaints(entry, key));
  const kept = problems.length > 0 ? said.filter(({ kind, part }) => kind !== 'schema' || part !== 'key') : said;
  return { description: { resources: readEntries(datasets) }, complaints: [...syntax, ...kept].slice(0, COMPLAINT_LIMIT), locate };
}
