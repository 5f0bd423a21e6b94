import type { Detector } from '../core/detector.ts';
import type { LegalProfile } from '../core/duties.ts';
import type { Format } from '../core/format.ts';
import type { MetadataStandard } from '../core/standard.ts';
import type { Rule } from '../core/rule.ts';
import type { Transform } from '../core/transform.ts';
import { formats } from '../formats/registry.generated.ts';
import { standards } from '../metadata/registry.generated.ts';
import { detectors } from '../privacy/detectors/registry.generated.ts';
import { transforms } from '../privacy/transforms/registry.generated.ts';
import { profiles } from '../privacy/profiles/registry.generated.ts';
import { requirements } from '../privacy/profiles/requirements.generated.ts';
import { families, rules } from '../rules/registry.generated.ts';
import { unpackedName } from '../util/packed.ts';
import { fileNameOf } from '../util/uri.ts';

/** Duties that only ask for something to be written down are rules too. */
export const allRules: readonly Rule[] = [...rules, ...requirements];
const OF_CLASSES: ReadonlySet<string> = new Set(['class-imbalance', 'missing-class', 'new-class', 'small-split', 'outlier', 'empty-dataset']);

/**
 * Rules that have something to say of a folder of images: those about images, and those about classes and parts. What others look for in a table, such as
 * columns that never vary, is no offence of pictures.
 */
export const imageRules: readonly Rule[] = rules.filter(({ id }) => families[id] === 'images' || OF_CLASSES.has(id));

/** Of what others look for in a table, what holds for texts; of texts of documents, which have lines. */
const OF_TEXTS: ReadonlySet<string> = new Set([
  'invisible-character', 'lookalike-ideograph', 'mixed-chinese-script', 'mojibake', 'no-break-space', 'private-use-character', 'duplicate-row', 'near-duplicate-row',
  'personal-data-in-text', 'secret-in-data', 'empty-dataset', 'control-character', 'broken-gzip', 'invalid-utf8', 'undecodable-byte', 'non-utf8-encoding', 'unsupported-encoding', 'oversized-record',
  'split-overlap', 'near-overlap',
]);

/** Rules that have something to say of a corpus of plain text. */
const corpusRules: readonly Rule[] = rules.filter(({ id }) => families[id] === 'chat' || OF_TEXTS.has(id));

/** Rules for what a format reads. */
export const rulesFor = ({ id, images }: Format): readonly Rule[] => (images ? imageRules : CORPUS_FORMATS.includes(id) ? corpusRules : allRules);

const CORPUS_FORMATS = ['lines', 'documents'];

/** The format of a corpus: a folder of documents, or a file of lines. */
export const corpusFormat = (isFolder: boolean): Format | undefined => allFormats.find(({ id }) => id === (isFolder ? 'documents' : 'lines'));

export const allProfiles: readonly LegalProfile[] = profiles;
export const allFormats: readonly Format[] = formats;
export const allDetectors: readonly Detector[] = detectors;
export const allTransforms: readonly Transform[] = transforms;
export const allStandards: readonly MetadataStandard[] = standards;

/** The format that reads files of this name, packed with gzip or not, if any does. */
export function formatOf(fileName: string): Format | undefined {
  const name = unpackedName(fileName).toLowerCase();
  const isPacked = name.length < fileName.length;
  return allFormats.find(({ extensions, inspect }) => !(isPacked && inspect) && extensions.some(extension => name.endsWith(extension)));
}

/** Whether a file of this name is a dataset though nobody says so. */
export function isDatasetName(fileName: string): boolean {
  const format = formatOf(fileName);
  return format !== undefined && format.onlyNamed !== true;
}

export const ruleOf = (id: string): Rule | undefined => allRules.find(rule => rule.id === id || rule.formerly.includes(id));

/** What has a manual, and what it is in a line of English: a rule, under its present or a former id, or a detector. */
export function explained(id: string): { readonly id: string; readonly title: string } | undefined {
  const rule = ruleOf(id);
  return rule ? { id: rule.id, title: rule.summary } : allDetectors.find(detector => detector.id === id);
}

/** The folder a rule lies in. */
export const familyOf = (id: string): string | undefined => families[id];

/** Whether a rule is about personal data: what is annotated of it, what the data holds of it, what a law asks for. */
export const isPrivacyRule = (id: string): boolean => PRIVACY_FAMILIES.includes(families[id] ?? '') || requirements.some(rule => rule.id === id);

const PRIVACY_FAMILIES: readonly string[] = ['privacy', 'annotation', 'duties', 'guarantees'];

/** Whether a document may be a description, judged by the last segment of its URI or by its file name. */
export const isDescriptionUri = (uri: string): boolean => allStandards.some(standard => standard.mayBe(fileNameOf(uri)));

/** Whether a document that somebody asks for by name may be a description, though nobody would look for one under that name. */
export const mayBeDescription = (uri: string): boolean => allStandards.some(standard => standard.mayBeAsked?.(fileNameOf(uri)) === true);

/** The standard a document is written in, if any; first of those that have documents of its name. */
export function standardOf(uri: string, text: string): MetadataStandard | undefined {
  const fileName = fileNameOf(uri);
  return allStandards.find(standard => standard.mayBe(fileName) && (standard.recognises?.(text, fileName) ?? true))
    ?? allStandards.find(standard => standard.mayBeAsked?.(fileName) === true && standard.recognises?.(text, fileName) === true);
}
