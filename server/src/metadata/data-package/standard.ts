import type { Complaint, MetadataStandard, ParsedDescription } from '../../core/standard.ts';
import { say } from '../../core/message.ts';
import { readDocument, type TextDocument } from '../document/document.ts';
import { consistencyComplaints } from './consistency.ts';
import { readPackage } from './read.ts';
import { referenceComplaints } from './references.ts';
import { COMPLAINT_LIMIT, schemaComplaints } from '../document/schemaComplaints.ts';
import { SCHEMA } from './schema/schema.ts';
import { objectOf } from '../document/shape.ts';
import { writePackage } from './write.ts';

/**
 * Data Package 2.0 with Data Resource, Table Schema and Table Dialect (https://datapackage.org/standard), and the older forms readers must
 * accept.
 */
const dataPackage: MetadataStandard = {
  id: 'data-package',
  title: 'Data Package',
  mayBe: fileName => /^(?:.+\.)?datapackage\.json$|^datapackage\.ya?ml$/i.test(fileName.slice(fileName.lastIndexOf('/') + 1)),
  read,
  write: writePackage,
};

export default dataPackage;

/** Never throws: a document that does not parse gives a description of the part that does. */
function read(text: string, fileName: string): ParsedDescription {
  const document = readDocument(text, fileName);
  return {
    description: document.root && readPackage(document.value),
    complaints: [...syntaxComplaints(document), ...contentComplaints(document)],
    locate: document.locate,
  };
}

function syntaxComplaints({ problems }: TextDocument): readonly Complaint[] {
  return problems.map(({ range, message }) => ({ kind: 'syntax', path: [], part: 'value', range, message }));
}

/** Where the text is broken, keys that seem to be missing may only be unread; what is there and wrong is still wrong. */
function contentComplaints({ value, problems, locate }: TextDocument): readonly Complaint[] {
  if (value === undefined) return problems.length > 0 ? [] : [whole(locate)];
  if (!objectOf(value)) return [whole(locate)];
  const complaints = [...schemaComplaints(value, SCHEMA), ...referenceComplaints(value), ...consistencyComplaints(value)].slice(0, COMPLAINT_LIMIT);
  return problems.length > 0 ? complaints.filter(({ kind, part }) => kind !== 'schema' || part !== 'key') : complaints;
}

function whole(locate: TextDocument['locate']): Complaint {
  return {
    kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message: say`A Data Package is an object with a list of resources; there is none here`,
  };
}
