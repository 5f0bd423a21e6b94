import { name, say, value as quote } from '../../core/message.ts';
import type { Complaint, MetadataStandard, ParsedDescription } from '../../core/standard.ts';
import { readDocument } from '../document/document.ts';
import { COMPLAINT_LIMIT, schemaComplaints } from '../document/schemaComplaints.ts';
import { objectOf, type JsonObject } from '../document/shape.ts';
import { contractComplaints } from './complaints.ts';
import { GUIDE } from './guide.ts';
import { readContract } from './read.ts';
import { SCHEMA } from './schema/schema.ts';

/** Data Contract Specification up to 1.2.1 (https://datacontract.com), which gave way to the Open Data Contract Standard and is supported to the end of 2026. */
const dataContract: MetadataStandard = {
  id: 'data-contract',
  title: 'Data Contract Specification',
  mayBe: fileName => /^(?:.+[.-])?(?:odcs|datacontract)\.ya?ml$/i.test(fileName.slice(fileName.lastIndexOf('/') + 1)),
  recognises: (text, fileName) => MARK.test(text) || (/datacontract\.ya?ml$/i.test(fileName) && !/^["']?kind["']?[ \t]*:/m.test(text)),
  guide: GUIDE,
  read,
};

export default dataContract;

const MARK = /^["']?dataContractSpecification["']?[ \t]*:/m;

function read(text: string, fileName: string): ParsedDescription {
  const { root, value, problems, locate } = readDocument(text, fileName);
  const syntax = problems.map(({ range, message }): Complaint => ({ kind: 'syntax', path: [], part: 'value', range, message }));
  const contract = objectOf(value);
  if (!contract) {
    const message = say`A data contract is an object with ${name('dataContractSpecification')} and ${name('models')}; there is none here`;
    return { description: root && { resources: [] }, complaints: syntax.length > 0 ? syntax : [{ kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message }], locate };
  }
  const said = [...old(contract), ...schemaComplaints(contract, SCHEMA), ...contractComplaints(contract)];
  const kept = problems.length > 0 ? said.filter(({ kind, part }) => kind !== 'schema' || part !== 'key') : said;
  return { description: readContract(contract), complaints: [...syntax, ...kept].slice(0, COMPLAINT_LIMIT), locate };
}

function old(contract: JsonObject): readonly Complaint[] {
  if (!('dataContractSpecification' in contract)) return [];
  const message = say`This specification gave way to the Open Data Contract Standard ${quote('v3.1.0', -1)} and ends with 2026; ${name('datacontract export --format odcs')} writes a contract anew`;
  return [{ kind: 'deprecated', path: ['dataContractSpecification'], part: 'key', message }];
}
