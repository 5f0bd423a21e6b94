import type { Description } from '../../core/description.ts';
import { name, say } from '../../core/message.ts';
import type { MetadataStandard, WrittenDescription } from '../../core/standard.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { readDocument } from '../document/document.ts';
import { carriedBy } from './carried.ts';
import { writeProcess } from './write.ts';

/** The Data Privacy Vocabulary of the W3C community group, version 2 (https://w3id.org/dpv), as JSON-LD. It is written and not read: graphs say the same in many forms. */
const dpv: MetadataStandard = {
  id: 'dpv',
  title: 'Data Privacy Vocabulary',
  mayBe: () => false,
  read: (text, fileName) => ({ description: undefined, complaints: [], locate: readDocument(text, fileName).locate }),
  write,
};

export default dpv;

function write(description: Description): WrittenDescription {
  const tables = description.resources.map(({ name: called }) => say`How ${name(called)} is stored, and what has to hold for it`);
  const model = description.ml ? [say`What a model should learn`] : [];
  return { text: `${JSON.stringify(writeProcess(description), null, 2)}\n`, lost: [...tables, ...model, ...lostOfAnnotation(description, carriedBy(description))] };
}
