import { name, say } from '../../core/message.ts';
import type { Description } from '../../core/description.ts';
import type { UsedTerm } from '../../core/term.ts';
import type { Complaint, MetadataStandard, ParsedDescription, WrittenDescription } from '../../core/standard.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { usedTerms } from '../annotation/terms.ts';
import { readDocument } from '../document/document.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { GUIDE } from './guide.ts';
import { readManifest } from './read.ts';
import { writeManifest } from './write.ts';

/** Datasets of Fides with the system that processes them and the organization that is responsible (https://ethyca.github.io/fideslang/, version 3.1). */
const fides: MetadataStandard = {
  id: 'fides',
  title: 'Fides dataset',
  mayBe: fileName => /\.fides\.ya?ml$/i.test(fileName),
  recognises: text => /^["']?dataset["']?[ \t]*:/m.test(text),
  guide: GUIDE,
  read,
  write,
};

export default fides;

function read(text: string, fileName: string): ParsedDescription {
  const { root, value, problems, locate } = readDocument(text, fileName);
  const syntax = problems.map(({ range, message }): Complaint => ({ kind: 'syntax', path: [], part: 'value', range, message }));
  const manifest = objectOf(value);
  const none: Complaint = { kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message: say`A manifest of Fides is an object with a list ${name('dataset')}; there is none here` };
  return { description: root && (manifest ? { ...readManifest(manifest), terms: termsOf(manifest) } : { resources: [] }), complaints: manifest || syntax.length > 0 ? syntax : [none], locate };
}

/** Terms of the taxonomy, but for those the manifest adds to it. */
function termsOf(manifest: JsonObject): readonly UsedTerm[] {
  const own = new Set(['data_category', 'data_use', 'data_subject'].flatMap(key => listOf(manifest[key]) ?? []).flatMap(one => textOf(objectOf(one)?.['fides_key']) ?? []));
  return usedTerms(GUIDE, manifest).filter(({ id }) => !own.has(id));
}

/** What is lost is what is not there when the manifest is read again. */
function write(description: Description): WrittenDescription {
  const text = writeManifest(description);
  const again = read(text, 'a.fides.yaml').description ?? { resources: [] };
  const files = description.resources.flatMap(({ paths, name: called }) => (paths.length > 0 ? [say`Where the files of ${name(called)} are`] : []));
  const rules = description.resources.flatMap(({ fields }) => fields.flatMap(field => (Object.keys(field.constraints).length > 0 ? [say`What has to hold for values of ${field}`] : [])));
  return { text, lost: [...files, ...rules, ...(description.ml ? [say`What a model should learn`] : []), ...lostOfAnnotation(description, again)] };
}
