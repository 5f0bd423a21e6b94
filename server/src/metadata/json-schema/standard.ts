import type { Description } from '../../core/description.ts';
import { say, value as quote } from '../../core/message.ts';
import type { Complaint, MetadataStandard, ParsedDescription, WrittenDescription } from '../../core/standard.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { readDocument } from '../document/document.ts';
import { lostBetween } from '../document/lost.ts';
import { COMPLAINT_LIMIT } from '../document/schemaComplaints.ts';
import { objectOf, textOf } from '../document/shape.ts';
import { syntaxComplaints, unlessBroken } from '../document/syntax.ts';
import { schemaDocumentComplaints } from './complaints.ts';
import { GUIDE } from './guide.ts';
import { draftOf, type Draft } from './keywords.ts';
import { readSchema } from './read.ts';
import { isJson, writeRowSchema } from './write.ts';

/** JSON Schema, draft-04 to 2020-12, as a schema of the rows of the data of the same name (https://json-schema.org/specification). */
const jsonSchema: MetadataStandard = {
  id: 'json-schema',
  title: 'JSON Schema',
  mayBe: fileName => /\.schema\.json$/i.test(fileName),
  recognises: text => /"\$schema"\s*:\s*"https?:\/\/json-schema\.org\//.test(text) || (KEYWORD.test(text) && !OTHERS.test(text)),
  guide: GUIDE,
  read,
  write,
};

export default jsonSchema;

/** Where nothing says what a text is, words that schemas have and other documents of such names have not. */
const KEYWORD = /"(?:properties|\$defs|definitions|allOf|anyOf|oneOf|items)"\s*:/;
const OTHERS = /"(?:fields|\$schema|@context)"\s*:/;

/** A schema is of the rows of one table, the first one that has columns; it finds that by its own name. */
function write(description: Description): WrittenDescription {
  const { resources: [first], resources } = description;
  const resource = resources.find(({ fieldsMatch }) => fieldsMatch !== undefined) ?? first ?? { name: 'data', paths: [], fields: [], node: [] };
  const text = writeRowSchema(description, resource);
  const stem = /([^/]+?)(?:\.\w+)?(?:\.gz)?$/.exec(resource.paths[0] ?? '')?.[1] ?? resource.name;
  const fileName = `${stem}.schema.json`;
  const again = readSchema(readDocument(text, fileName).value ?? null, fileName);
  const same = again.resources[isJson(resource) ? 1 : 0];
  const after = { ...again, resources: same ? [{ ...same, paths: resource.paths, ...(resource.title !== undefined && { title: resource.title }) }] : [] };
  return { text, fileName, lost: [...lostBetween(description, after), ...lostOfAnnotation(description, after)] };
}

function read(text: string, fileName: string): ParsedDescription {
  const document = readDocument(text, fileName);
  const { root, value, locate } = document;
  const given = textOf(objectOf(value)?.['$schema']);
  const draft = draftOf(given);
  const edition = editionComplaints(given, draft);
  const said = value === undefined ? [] : [...edition, ...(isAncient(given) ? [] : schemaDocumentComplaints(value, draft ?? 2020))];
  return {
    description: root && readSchema(value ?? null, fileName),
    complaints: [...syntaxComplaints(document), ...unlessBroken(document, said)].slice(0, COMPLAINT_LIMIT),
    locate,
  };
}

/** Editions before draft-04, whose keywords mean other things. */
const isAncient = (given: string | undefined): boolean => /\/draft-0[0-3]\//.test(given ?? '');

function editionComplaints(given: string | undefined, draft: Draft | undefined): readonly Complaint[] {
  const newest = quote('https://json-schema.org/draft/2020-12/schema', -1);
  const complaint = { path: ['$schema'], part: 'value' } as const;
  if (draft === 4) return [{ ...complaint, kind: 'deprecated', message: say`This edition is old; the newest is ${newest}` }];
  return draft === undefined ? [{ ...complaint, kind: 'unchecked', message: say`${quote(given ?? '', -1)} is no edition that is known here; the schema is read as one of 2020-12` }] : [];
}
