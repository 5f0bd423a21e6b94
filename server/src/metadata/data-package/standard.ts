import type { Complaint, MetadataStandard, ParsedDescription, Related } from '../../core/standard.ts';
import { count, name, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import { impossibleNotation, toNotation } from '../annotation/notation.ts';
import { readDocument, type TextDocument } from '../document/document.ts';
import { COMPLAINT_LIMIT, schemaComplaints } from '../document/schemaComplaints.ts';
import { objectOf } from '../document/shape.ts';
import { assemble, namedDocuments, type Assembled } from './assemble.ts';
import { consistencyComplaints } from './consistency.ts';
import { GUIDE } from './guide.ts';
import { isOurs, kindOf, packageAround, PLACES, type DocumentKind } from './kinds.ts';
import { readAlone, readPackage } from './read.ts';
import { referenceComplaints } from './references.ts';
import { SCHEMA } from './schema/schema.ts';
import { sealResource } from './seal.ts';
import { slipComplaints } from './slips.ts';
import { versionComplaints } from './versions.ts';
import { writePackage } from './write.ts';

/**
 * Data Package 2.0 with Data Resource, Table Schema and Table Dialect (https://datapackage.org/standard), each in a document of its own or in place,
 * and the older forms readers must accept.
 */
const dataPackage: MetadataStandard = {
  id: 'data-package',
  title: 'Data Package',
  mayBe: fileName => kindOf(fileName) !== undefined,
  recognises: isOurs,
  related: (text, fileName, known = new Map()) => {
    const { value } = readDocument(text, fileName);
    return value === undefined ? [] : namedDocuments(packageAround(kindOf(fileName) ?? 'package', value), known);
  },
  read,
  write: writePackage,
  seal: (_, _fileName, resource, seal) => sealResource(resource, seal),
  guide: GUIDE,
};

export default dataPackage;

/** Never throws: a document that does not parse gives a description of the part that does. */
function read(text: string, fileName: string, related?: Related): ParsedDescription {
  const kind = kindOf(fileName) ?? 'package';
  const document = readDocument(text, fileName);
  const { value } = document;
  const assembled: Assembled = value === undefined ? { value: null, parts: [], complaints: [] } : assemble(packageAround(kind, value), related);
  const own = kind === 'package' ? assembled.value : objectOf(value);
  const describe = kind === 'package' ? readPackage : (whole: typeof assembled.value) => readAlone(kind, whole);
  let complaints: readonly Complaint[] | undefined;
  return {
    description: document.root && describe(own === undefined ? null : assembled.value),
    // Whoever only wants the description, at every keystroke for instance, does not wait for them.
    get complaints() {
      complaints ??= [...syntaxComplaints(document), ...contentComplaints(document, kind, assembled)];
      return complaints;
    },
    locate: document.locate,
    parts: assembled.parts.map(part => ({ ...part, at: part.at.slice(PLACES[kind].length) })),
  };
}

function syntaxComplaints({ problems }: TextDocument): readonly Complaint[] {
  return problems.map(({ range, message, fix }) => ({ kind: 'syntax', path: [], part: 'value', range, message, ...(fix && { fix }) }));
}

/** Where the text is broken, keys that seem to be missing may only be unread; what is there and wrong is still wrong. */
function contentComplaints({ value, problems, locate }: TextDocument, kind: DocumentKind, assembled: Assembled): readonly Complaint[] {
  if (value === undefined) return problems.length > 0 ? [] : [nothing(kind, locate)];
  if (!objectOf(value)) return [nothing(kind, locate)];
  const root = assembled.value;
  const found = [
    ...schemaComplaints(root, SCHEMA).map(complaint => toNotation(complaint, root)), ...impossibleNotation(objectOf(objectOf(root)?.['privacy']), ['privacy']),
    ...referenceComplaints(root, kind === 'package'), ...consistencyComplaints(root), ...slipComplaints(root, SCHEMA.keysAt), ...versionComplaints(root),
  ];
  const complaints = [...withoutParts(found, assembled), ...assembled.complaints].slice(0, COMPLAINT_LIMIT).flatMap(complaint => seenFrom(PLACES[kind], complaint));
  return problems.length > 0 ? complaints.filter(complaint => complaint.kind !== 'schema' || complaint.part !== 'key') : complaints;
}

/**
 * What is wrong inside of a document that was read in is shown there, if that document is checked by itself; else at its path, once. Where its keys
 * lead to other resources, only the package can tell.
 */
function withoutParts(complaints: readonly Complaint[], { parts }: Assembled): readonly Complaint[] {
  if (parts.length === 0) return complaints;
  const own: Complaint[] = [];
  const inside = new Map<string, Complaint[]>();
  for (const complaint of complaints) {
    const part = parts.find(({ at }) => isBelow(complaint.path, at));
    if (!part) own.push(complaint);
    else if (kindOf(part.path) === undefined) inside.set(part.path, [...(inside.get(part.path) ?? []), complaint]);
    else if (complaint.kind === 'reference' && complaint.path.includes('reference')) own.push({ ...complaint, path: part.at, part: 'value' });
  }
  return [...own, ...parts.flatMap(({ at, path }) => summary(inside.get(path) ?? [], at, path))];
}

function summary([first, ...others]: readonly Complaint[], path: NodePath, file: string): readonly Complaint[] {
  if (!first) return [];
  const message: Message = others.length === 0
    ? say`In ${quote(file, -1)}: ${first.message}`
    : say`In ${quote(file, -1)}: ${first.message}; and in ${count(others.length, 'place')} more`;
  return [{ kind: first.kind, path, part: 'value', message }];
}

const isBelow = (path: NodePath, above: NodePath): boolean => above.every((step, i) => path[i] === step);

/** A complaint with the paths of the document that stands at `place` in the package; nothing for what lies outside of it. */
function seenFrom(place: NodePath, complaint: Complaint): readonly Complaint[] {
  if (place.length === 0) return [complaint];
  if (!isBelow(complaint.path, place)) return [];
  const { fix } = complaint;
  const moved = fix && 'path' in fix.change ? { ...fix, change: { ...fix.change, path: fix.change.path.slice(place.length) } } : fix;
  return [{ ...complaint, path: complaint.path.slice(place.length), ...(moved && { fix: moved }) }];
}

function nothing(kind: DocumentKind, locate: TextDocument['locate']): Complaint {
  return { kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message: NOTHING[kind] };
}

const NOTHING: Readonly<Record<DocumentKind, Message>> = {
  package: say`A Data Package is an object with a list of resources; there is none here`,
  resource: say`A Data Resource is an object with a ${name('name')} and a ${name('path')}; there is none here`,
  schema: say`A Table Schema is an object with a list of fields; there is none here`,
  dialect: say`A Table Dialect is an object; there is none here`,
};
