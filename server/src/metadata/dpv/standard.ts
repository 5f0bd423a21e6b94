import type { Description } from '../../core/description.ts';
import { name, say } from '../../core/message.ts';
import type { Complaint, MetadataStandard, ParsedDescription, WrittenDescription } from '../../core/standard.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { usedTerms } from '../annotation/terms.ts';
import { readDocument } from '../document/document.ts';
import { objectOf } from '../document/shape.ts';
import { GUIDE } from './guide.ts';
import { readProcess } from './read.ts';
import { writeProcess } from './write.ts';

/** The Data Privacy Vocabulary of the W3C community group, version 2 (https://w3id.org/dpv), as JSON-LD. */
const dpv: MetadataStandard = {
  id: 'dpv',
  title: 'Data Privacy Vocabulary',
  mayBe: fileName => /(^|\.)dpv\.json(ld)?$/i.test(fileName),
  recognises: text => text.includes('w3id.org/dpv'),
  guide: GUIDE,
  read,
  write,
};

export default dpv;

function read(text: string, fileName: string): ParsedDescription {
  const { value, problems, locate } = readDocument(text, fileName);
  const syntax = problems.map(({ range, message }): Complaint => ({ kind: 'syntax', path: [], part: 'value', range, message }));
  const described = readProcess(objectOf(value) ?? {});
  const description = described && value !== undefined ? { ...described, terms: usedTerms(GUIDE, value) } : described;
  const none: Complaint = { kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message: say`There is no ${name('dpv:Process')} in this document, so nothing is read of it` };
  return { description: description ?? { resources: [] }, complaints: description || syntax.length > 0 ? syntax : [none], locate };
}

/** What is lost is what is not there when the document is read again. */
function write(description: Description): WrittenDescription {
  const tables = description.resources.map(({ name: called }) => say`How ${name(called)} is stored, and what has to hold for it`);
  const model = description.ml ? [say`What a model should learn`] : [];
  const text = `${JSON.stringify(writeProcess(description), null, 2)}\n`;
  const again = readProcess(objectOf(readDocument(text, 'dpv.json').value) ?? {}) ?? { resources: [] };
  return { text, lost: [...tables, ...model, ...lostOfAnnotation(description, again)] };
}
