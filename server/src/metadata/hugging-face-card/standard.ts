import type { Description } from '../../core/description.ts';
import type { Complaint, MetadataStandard, ParsedDescription, WrittenDescription } from '../../core/standard.ts';
import { name, say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { readDocument, type TextDocument } from '../document/document.ts';
import { frontMatterOf, isMarkdown } from '../document/frontMatter.ts';
import { lostBetween } from '../document/lost.ts';
import { COMPLAINT_LIMIT, schemaComplaints } from '../document/schemaComplaints.ts';
import { listOf, objectOf, type JsonObject } from '../document/shape.ts';
import { nodeAt } from '../document/tree.ts';
import { consistencyComplaints, infosOf } from './consistency.ts';
import { readFeatures } from './features.ts';
import { GUIDE } from './guide.ts';
import { legacyComplaints } from './legacy.ts';
import { readLegacy, sealFileOf } from './legacyFiles.ts';
import { readCard } from './read.ts';
import { isDatasetCard } from './recognise.ts';
import { sealSplit } from './seal.ts';
import { SCHEMA } from './schema/schema.ts';
import { sizeContradictions, termComplaints } from './terms.ts';
import { writeCard } from './write.ts';

/**
 * Dataset cards of the Hugging Face Hub: the YAML at the head of a README.md (https://huggingface.co/docs/hub/datasets-cards), and the JSON files that had
 * part of it before.
 */
const huggingFaceCard: MetadataStandard = {
  id: 'hugging-face-card',
  title: 'Hugging Face dataset card',
  mayBe: fileName => /^(?:readme\.md|dataset_infos?\.json)$/i.test(fileName.slice(fileName.lastIndexOf('/') + 1)),
  recognises: (text, fileName) => (isMarkdown(fileName) ? isDatasetCard(text) : isLegacy(text, fileName)),
  guide: GUIDE,
  read: (text, fileName) => (isMarkdown(fileName) ? readMarkdown(text, fileName) : readJson(text, fileName)),
  write,
  seal: (text, fileName, resource, seal) => {
    const root = objectOf(readDocument(text, fileName).value);
    return root && (isMarkdown(fileName) ? sealSplit(root, resource, seal) : sealFileOf(root, resource, seal));
  },
};

export default huggingFaceCard;

/** Others have files of this name, too; what the library writes has columns or splits. */
const isLegacy = (text: string, fileName: string): boolean =>
  /"(?:features|splits)"\s*:/.test(text) && (/infos\./i.test(fileName) || /"(?:builder_name|dataset_name|download_checksums|dataset_size|citation|version_str)"\s*:/.test(text));

/** What is lost is what is not there when the card is read again; its title and description stand below its head. */
function write(description: Description): WrittenDescription {
  const text = writeCard(description);
  const { description: again = { resources: [] } } = readMarkdown(text, 'README.md');
  const { description: about, title = description.name } = description;
  const whole = { ...again, ...(about !== undefined && { description: about }), ...(title !== undefined && { title }), ...(title === description.name && title !== undefined && { name: title }) };
  return { text, fileName: 'README.md', lost: [...lostBetween(description, whole), ...lostOfAnnotation(description, again)] };
}

function readMarkdown(text: string, fileName: string): ParsedDescription {
  const document = readDocument(text, fileName);
  const card = objectOf(document.value);
  const isClosed = frontMatterOf(text)?.closed === true;
  return {
    description: card && readCard(card),
    complaints: [...(isClosed ? syntaxComplaints(document) : [unclosed()]), ...whatIsSaid(document, card, text)].slice(0, COMPLAINT_LIMIT),
    locate: document.locate,
  };
}

function unclosed(): Complaint {
  const opening = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
  return { kind: 'syntax', path: [], part: 'value', range: opening, message: say`This block is never closed, so nothing in it counts; a line of three dashes ends it` };
}

function syntaxComplaints({ problems }: TextDocument): readonly Complaint[] {
  return problems.map(({ range, message }) => ({ kind: 'syntax', path: [], part: 'value', range, message }));
}

/** Where the text is broken, keys that seem to be missing may only be unread. */
function whatIsSaid(document: TextDocument, card: JsonObject | undefined, text: string): readonly Complaint[] {
  const { problems, value, locate } = document;
  if (!card) return problems.length > 0 ? [] : [noObject(locate)];
  const complaints = [
    ...schemaComplaints(value ?? null, SCHEMA), ...termComplaints(card), ...consistencyComplaints(card), ...sizeContradictions(card),
    ...infosOf(card).flatMap(({ features, node }) => readFeatures(features, [...node, 'features']).complaints), ...truthComplaints(document, text),
  ];
  return problems.length > 0 ? complaints.filter(({ kind, part }) => kind !== 'recommended' && (kind !== 'schema' || part !== 'key')) : complaints;
}

const TRUTHS = /^(?:yes|no|on|off)$/i;

/** Words that YAML 1.1, which Python reads, takes for true and false: the language `no` and the labels of a class are the usual victims. */
function truthComplaints({ root, value }: TextDocument, text: string): readonly Complaint[] {
  const card = objectOf(value) ?? {};
  const languages: readonly NodePath[] = [['language'], ...(listOf(card['language']) ?? []).map((_, i) => ['language', i])];
  return languages.flatMap(path => {
    const node = nodeAt(root, path);
    const written = node?.kind === 'scalar' ? text.slice(node.start, node.end) : '';
    return TRUTHS.test(written) ? [{ kind: 'ignored', path, part: 'value', message: say`${name(written)} is read as false by Python without quotes around it` } as const] : [];
  });
}

function readJson(text: string, fileName: string): ParsedDescription {
  const document = readDocument(text, fileName);
  const root = objectOf(document.value);
  const own = root ? legacyComplaints(root, fileName.slice(fileName.lastIndexOf('/') + 1)) : [];
  const none = root || document.problems.length > 0 ? [] : [noObject(document.locate)];
  return { description: root && readLegacy(root), complaints: [...syntaxComplaints(document), ...own, ...none].slice(0, COMPLAINT_LIMIT), locate: document.locate };
}

function noObject(locate: TextDocument['locate']): Complaint {
  return { kind: 'schema', path: [], part: 'key', range: locate([], 'key'), message: say`The head of a card is an object; there is none here` };
}
