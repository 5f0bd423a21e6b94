import type { Description } from '../../core/description.ts';
import type { Complaint, MetadataStandard, ParsedDescription, WrittenDescription } from '../../core/standard.ts';
import { say } from '../../core/message.ts';
import { lostOfAnnotation } from '../annotation/lost.ts';
import { readDocument, type TextDocument } from '../document/document.ts';
import { objectOf, type JsonObject } from '../document/shape.ts';
import { COMPLAINT_LIMIT } from '../document/schemaComplaints.ts';
import { croissantComplaints } from './complaints.ts';
import { GUIDE } from './guide.ts';
import { modelOf, type Model } from './model.ts';
import { raiTerms } from './rai.ts';
import { readCroissant } from './read.ts';
import { isCroissant } from './recognise.ts';
import { sealFileObject } from './seal.ts';
import { writeCroissant } from './write.ts';

/**
 * Croissant 1.0 and 1.1 with the vocabularies for responsible AI and for places (https://docs.mlcommons.org/croissant), and the draft 0.8 that came
 * before them.
 */
const croissant: MetadataStandard = {
  id: 'croissant',
  title: 'Croissant',
  mayBe: fileName => /\.jsonld$|(?:croissant|metadata)[^/]*\.json$/i.test(fileName),
  mayBeAsked: fileName => /\.json$/i.test(fileName),
  recognises: isCroissant,
  guide: GUIDE,
  read,
  write,
  seal: (text, fileName, resource, seal) => {
    const root = objectOf(readDocument(text, fileName).value);
    return root && sealFileObject(modelOf(root), resource, seal);
  },
};

export default croissant;

/** Of annotations, what is lost is what is not there when the document is read again. */
function write(description: Description): WrittenDescription {
  const { text, lost } = writeCroissant(description);
  const again = read(text, 'croissant.json').description ?? { resources: [] };
  return { text, lost: [...lost, ...lostOfAnnotation(description, again)] };
}

/** Never throws: a document that does not parse gives a description of the part that does. */
function read(text: string, fileName: string): ParsedDescription {
  const document = readDocument(text, fileName);
  const root = objectOf(document.value);
  const model = root && modelOf(root);
  return {
    description: root && model && { ...readCroissant(model), terms: raiTerms(root) },
    complaints: [...syntaxComplaints(document), ...contentComplaints(document, root, model)],
    locate: document.locate,
  };
}

function syntaxComplaints({ problems }: TextDocument): readonly Complaint[] {
  return problems.map(({ range, message }) => ({ kind: 'syntax', path: [], part: 'value', range, message }));
}

/** Where the text is broken, keys that seem to be missing may only be unread; what is there and wrong is still wrong. */
function contentComplaints({ problems }: TextDocument, root: JsonObject | undefined, model: Model | undefined): readonly Complaint[] {
  if (!root || !model) {
    return problems.length > 0 ? [] : [{ kind: 'schema', path: [], part: 'value', message: say`A Croissant description is an object; there is none here` }];
  }
  const complaints = croissantComplaints(root, model).slice(0, COMPLAINT_LIMIT);
  return problems.length > 0 ? complaints.filter(({ kind, part }) => !MAY_BE_UNREAD.has(kind) || (kind === 'schema' && part === 'value')) : complaints;
}

const MAY_BE_UNREAD: ReadonlySet<string> = new Set(['schema', 'recommended', 'reference', 'ignored']);
