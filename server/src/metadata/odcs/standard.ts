import { name, say, value as quote } from '../../core/message.ts';
import type { Description } from '../../core/description.ts';
import type { Complaint, MetadataStandard, ParsedDescription, WrittenDescription } from '../../core/standard.ts';
import type { UsedTerm } from '../../core/term.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { usedTerms } from '../annotation/terms.ts';
import { readDocument } from '../document/document.ts';
import { COMPLAINT_LIMIT, schemaComplaints } from '../document/schemaComplaints.ts';
import { objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { contractComplaints } from './complaints.ts';
import { GUIDE, termNames } from './guide.ts';
import { readContract } from './read.ts';
import { isOfNewer } from './quality.ts';
import { referenceComplaints } from './references.ts';
import { SCHEMA } from './schema/schema.ts';
import { annotationComplaints } from './privacy.ts';
import { lostOfContract } from './lost.ts';
import { writeContract } from './write.ts';

/** Open Data Contract Standard 3 (https://bitol-io.github.io/open-data-contract-standard); contracts of version 2 are recognised and said to be old. */
const odcs: MetadataStandard = {
  id: 'odcs',
  title: 'Open Data Contract Standard',
  mayBe: fileName => /^(?:.+[.-])?(?:odcs|datacontract)\.ya?ml$/i.test(fileName.slice(fileName.lastIndexOf('/') + 1)),
  recognises: (text, fileName) => /^["']?kind["']?[ \t]*:[ \t]*["']?DataContract/m.test(text) || (/odcs\.ya?ml$/i.test(fileName) && !/^["']?dataContractSpecification["']?[ \t]*:/m.test(text)),
  guide: GUIDE,
  read,
  write,
};

export default odcs;

function read(text: string, fileName: string): ParsedDescription {
  const { root, value, problems, locate } = readDocument(text, fileName);
  const syntax = problems.map(({ range, message }): Complaint => ({ kind: 'syntax', path: [], part: 'value', range, message }));
  const contract = objectOf(value);
  if (!contract) {
    const message = say`A data contract is an object with ${name('kind')} and ${name('apiVersion')}; there is none here`;
    return { description: root && { resources: [] }, complaints: syntax.length > 0 ? syntax : [{ kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message }], locate };
  }
  const said = isOld(contract) ? [old(contract)] : judge(contract);
  const kept = problems.length > 0 ? said.filter(({ kind, part }) => kind !== 'schema' || part !== 'key') : said;
  return { description: { ...readContract(contract), terms: termsOf(contract) }, complaints: [...syntax, ...kept].slice(0, COMPLAINT_LIMIT), locate };
}

/** Tags are free: of those that look like a legal class only a slip of the pen is told. */
const termsOf = (contract: JsonObject): readonly UsedTerm[] => usedTerms({ names: (path, _, document) => termNames(path, document) }, contract).flatMap((term): readonly UsedTerm[] => {
  if (term.node.includes('customProperties')) return [term];
  return term.id.includes(':') ? [{ ...term, isFree: true }] : [];
});

/** What is lost is what is not there when the contract is read again. */
function write(description: Description): WrittenDescription {
  const text = writeContract(description);
  const again = readContract(objectOf(readDocument(text, 'a.odcs.yaml').value) ?? {});
  return { text, lost: [...lostOfContract(description, again), ...lostOfAnnotation(description, again)] };
}

/** The second version is another language: tables under `dataset`, columns under `columns`. */
const isOld = (contract: JsonObject): boolean => /^v?2\./.test(textOf(contract['apiVersion']) ?? '') || ('dataset' in contract && !('schema' in contract) && !('apiVersion' in contract));

function old(contract: JsonObject): Complaint {
  const version = textOf(contract['apiVersion']);
  const path = version === undefined ? ['dataset'] : ['apiVersion'];
  const [schema, properties, dataset, columns] = [name('schema'), name('properties'), name('dataset'), name('columns')];
  const message = say`This is version 2 of the standard, which is only checked as YAML; version ${quote('v3.1.0', -1)} has ${schema} and ${properties} in place of ${dataset} and ${columns}`;
  return { kind: 'deprecated', path, part: version === undefined ? 'key' : 'value', message };
}

/** Versions before 3.1 are open to further keys; there only those are told that are nearly a known one. */
function judge(contract: JsonObject): readonly Complaint[] {
  const isOpen = /^v3\.0/.test(textOf(contract['apiVersion']) ?? '');
  const said = schemaComplaints(contract, SCHEMA);
  const closed = isOpen ? said.flatMap((one): readonly Complaint[] => (one.kind !== 'unknown-key' ? [one] : one.fix ? [{ ...one, kind: 'ignored' }] : [])) : said;
  const known = contractComplaints(contract);
  return [...closed, ...(isOpen ? known.filter(one => !isOfNewer(one)) : known), ...referenceComplaints(contract), ...annotationComplaints(contract)];
}
