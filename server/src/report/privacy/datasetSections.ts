import type { ColumnPrivacy, Contact, PrivacyDescription, PurposeDescription, Retention, TransformDescription } from '../../core/annotation.ts';
import { say, type Message } from '../../core/message.ts';
import { isPersonal, type PrivacyDataset } from '../../engine/privacyFacts.ts';
import type { Vocabulary } from '../../core/term.ts';
import { termOf } from '../../privacy/taxonomy/terms.ts';
import { type Block, type Fact, fact, heading, paragraph, type Text } from './blocks.ts';

/** What a record of processing activities holds (GDPR Article 30(1)), as far as the description says it. */
export function recordSection({ description, tables }: PrivacyDataset): readonly Block[] {
  const privacy = description?.privacy;
  const columns = annotationsOf(tables);
  return [
    heading(2, say`Record of processing activities (GDPR Article 30(1))`),
    {
      is: 'facts', rows: [
        fact(say`(a) Controller`, contactText(privacy?.controller)),
        fact(say`(a) Representative`, contactText(privacy?.representative)),
        fact(say`(a) Data protection officer`, contactText(privacy?.dpo)),
        fact(say`(b) Purposes of the processing`, ...(privacy?.purposes ?? []).map(purposeText)),
        fact(say`(c) Categories of data subjects`, ...(privacy?.subjects ?? []).map(id => termText('data-subject', id))),
        fact(say`(c) Categories of personal data`, ...unique(columns.flatMap(({ category }) => category ?? [])).map(id => termText('data-category', id))),
        fact(say`(d) Recipients`, ...(privacy?.recipients ?? []).map(({ name, role, country }) => joined([name, role, country]))),
        fact(say`(e) Transfers to third countries`, ...(privacy?.transfers ?? []).map(({ to, mechanism, ref }) => joined([to, mechanism, ref]))),
        fact(say`(f) Time limits for erasure`, retentionText(privacy?.retention), ...retentionsOf(tables)),
        fact(say`(g) Technical and organisational measures`, ...safeguardTexts(privacy), ...transformsOf(tables)),
      ],
    },
  ];
}

/** Questions of a datasheet (Gebru et al. 2021) that the description and the data answer. */
export function datasheetSection({ description, tables }: PrivacyDataset): readonly Block[] {
  const privacy = description?.privacy;
  return [
    heading(2, say`Datasheet`),
    {
      is: 'facts', rows: [
        fact(say`Motivation: for what was the data made?`, description?.description, ...(privacy?.purposes ?? []).map(({ originalPurpose }) => originalPurpose)),
        fact(say`Motivation: who made it?`, ...(description?.creators ?? [])),
        fact(say`Composition: what is a row about?`, privacy?.unit?.kind, ...(privacy?.unit?.key ?? [])),
        fact(say`Composition: is it about people, and which?`, privacy?.personalData, privacy?.identifiability, ...(privacy?.subjects ?? []).map(id => termText('data-subject', id))),
        fact(say`Composition: what is sensitive?`, ...sensitiveOf(tables)),
        fact(say`Collection: where does it come from?`, ...(privacy?.sources ?? []).map(({ kind, from, period }) => joined([kind, from, period]))),
        fact(say`Collection: were people told?`, ...(privacy?.sources ?? []).map(({ noticeRef }) => noticeRef)),
        fact(say`Collection: was there an ethical review?`, ethicsText(privacy)),
        fact(say`Preprocessing: what was done to personal values?`, ...transformsOf(tables)),
        fact(say`Uses: for what may it be used?`, ...(privacy?.purposes ?? []).map(({ use }) => termText('data-use', use)), ...allowedOf(tables)),
        fact(say`Uses: what is known of bias and gaps?`, privacy?.biasExamination?.result, privacy?.biasExamination?.ref, privacy?.dataGaps),
        fact(
          say`Distribution: who gets it, and on which terms?`, privacy?.release?.audience, privacy?.release?.licence,
          ...(description?.licences ?? []).map(({ id, title, url }) => id ?? title ?? url),
        ),
        fact(say`Maintenance: how long is it kept, and who looked at it last?`, retentionText(privacy?.retention), joined([privacy?.reviewed?.by, privacy?.reviewed?.on])),
      ],
    },
  ];
}

/** Properties of Croissant's vocabulary for responsible AI that an annotation fills. */
export function raiSection({ description, tables }: PrivacyDataset): readonly Block[] {
  const privacy = description?.privacy;
  const property = (name: string, ...told: readonly (Text | undefined)[]): Fact => fact(verbatim(`rai:${name}`), ...told);
  return [
    heading(2, say`Responsible AI (Croissant RAI 1.0)`),
    {
      is: 'facts', rows: [
        property('personalSensitiveInformation', ...sensitiveOf(tables), ...(privacy?.personalData === 'none' ? [say`none`] : [])),
        property('dataUseCases', ...(privacy?.purposes ?? []).map(({ use }) => use)),
        property('dataCollection', ...(privacy?.sources ?? []).map(({ kind, from }) => joined([kind, from]))),
        property('dataCollectionTimeframe', ...(privacy?.sources ?? []).map(({ period }) => period)),
        property('dataManipulationProtocol', ...transformsOf(tables)),
        property('dataReleaseMaintenancePlan', retentionText(privacy?.retention)),
        property('dataBiases', privacy?.biasExamination?.result, privacy?.biasExamination?.ref),
        property('dataLimitations', privacy?.dataGaps),
      ],
    },
  ];
}

/** What the description promises about differential privacy, where it does. */
export function differentialPrivacySection({ description }: PrivacyDataset): readonly Block[] {
  const promised = description?.privacy?.differentialPrivacy;
  if (!promised) return [];
  const text = (value: number | string | undefined): string | undefined => (value === undefined ? undefined : String(value));
  return [
    heading(2, say`Differential privacy`),
    paragraph(say`As declared; it is not computed again here.`),
    {
      is: 'facts', rows: [
        fact(verbatim('ε'), text(promised.epsilon)), fact(verbatim('δ'), text(promised.delta)), fact(say`Unit and neighbouring relation`, promised.unit, promised.neighbouring),
        fact(say`Mechanism and accountant`, promised.mechanism, promised.accountant, promised.conversion), fact(say`Sampling`, promised.sampling, text(promised.sampleRate)),
      ],
    },
  ];
}

/** A term of no language. */
const verbatim = (term: string): Message => ({ template: term, parts: [] });

/** What a term means, with its id; the id alone where it is none of ours. */
export function termText(vocabulary: Vocabulary, id: string): Text {
  const meaning = termOf(vocabulary, id)?.meaning;
  return meaning ? { template: '{0} ({1})', parts: [{ kind: 'message', message: meaning }, { kind: 'message', message: verbatim(id) }] } : id;
}

const annotationsOf = (tables: PrivacyDataset['tables']): readonly ColumnPrivacy[] =>
  tables.flatMap(({ columns }) => columns.filter(isPersonal).flatMap(({ annotation }) => annotation ?? []));

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const joined = (parts: readonly (string | undefined)[]): string => parts.filter(part => part !== undefined && part !== '').join(', ');

const contactText = ({ name, email, address, phone }: Contact = {}): string => joined([name, email, address, phone]);

function purposeText({ use, description, legalBasis, specialBasis }: PurposeDescription): Text {
  const bases = [...(legalBasis === undefined ? [] : [legalBasis]), ...(specialBasis === undefined ? [] : [specialBasis])].join(', ');
  const what = termText('data-use', use);
  const told: Message = typeof what === 'string' ? verbatim(what) : what;
  const whole = description === undefined ? told : say`${told}: ${verbatim(description)}`;
  return bases === '' ? say`${whole}; legal basis not stated` : say`${whole}; on the basis of ${verbatim(bases)}`;
}

const retentionText = ({ period, from, action, basis }: Retention = {}): string => joined([period, from, action, basis]);

const retentionsOf = (tables: PrivacyDataset['tables']): readonly Text[] => byColumn(tables, ({ retention }) => retentionText(retention));

const transformsOf = (tables: PrivacyDataset['tables']): readonly Text[] => byColumn(tables, ({ transform }) => (transform ? transformText(transform) : ''));

const allowedOf = (tables: PrivacyDataset['tables']): readonly Text[] => byColumn(
  tables, ({ allowed = [], biasDetectionOnly }) => joined([...allowed, biasDetectionOnly ? 'bias detection only' : undefined]),
);

const sensitiveOf = (tables: PrivacyDataset['tables']): readonly Text[] => byColumn(tables, ({ special = [], role, category }) =>
  (special.length > 0 || role === 'sensitive' ? joined([category, ...special]) : ''));

/** What an annotation says of each column it says something of. */
const byColumn = (tables: PrivacyDataset['tables'], tell: (annotation: ColumnPrivacy) => string): readonly Text[] =>
  tables.flatMap(({ columns }) => columns.flatMap(({ name, annotation }) => {
    const told = annotation ? tell(annotation) : '';
    return told === '' ? [] : [`${name}: ${told}`];
  }));

/** Technique, what it was told and whether it can be undone; never a key. */
export const transformText = ({ technique, params, keyed, reversible, from }: TransformDescription): string => joined([
  technique, ...Object.entries(params ?? {}).map(([key, value]) => `${key} ${String(value)}`), keyed ? 'keyed' : undefined, reversible ? 'reversible' : undefined, from,
]);

const safeguardTexts = (privacy: PrivacyDescription | undefined): readonly (string | undefined)[] =>
  Object.entries(privacy?.safeguards ?? {}).map(([key, value]) => (typeof value === 'string' ? `${key}: ${value}` : undefined));

function ethicsText(privacy: PrivacyDescription | undefined): string {
  const { board, decision, on, ref } = privacy?.ethicsReview ?? {};
  return joined([board, decision, on, ref]);
}
