import type { ColumnPrivacy, Contact, PrivacyDescription, PurposeDescription, Recipient, Retention, Safeguards, Transfer } from '../../core/annotation.ts';
import type { Description, FieldDescription } from '../../core/description.ts';
import { LEGAL_BASES, SPECIAL_BASES, SPECIAL_CLASSES } from '../../privacy/taxonomy/laws.ts';
import { TECHNIQUE_TERMS } from '../../privacy/taxonomy/techniques.ts';
import { dataCategoryOf, dataUseOf } from '../../privacy/taxonomy/terms.ts';
import { DATA_SUBJECTS } from '../../privacy/taxonomy/uses.ts';
import { compact } from '../document/shape.ts';
import { categoryOf, CONTEXT, KINDS, ORIGINS, TRANSFER_GROUNDS } from './terms.ts';

/** The dataset as a process of DPV: one inside of it for each purpose and each transfer; each column that is annotated is personal data. */
export function writeProcess({ name: called, title, description, privacy, resources }: Description): object {
  const columns = resources.flatMap(({ fields }, i) => fields.filter(isPersonal).map((field, k) => ({ field, id: `_:t${i}c${k}` })));
  return {
    '@context': CONTEXT, '@type': 'dpv:Process', ...compact({ 'dct:identifier': called, 'dct:title': title, 'dct:description': description }),
    'dpv:hasPersonalData': columns.map(({ field, id }) => writeColumn(field, id)),
    ...(privacy && writeDataset(privacy, use => columns.filter(({ field }) => field.privacy?.purposes?.includes(use) ?? true).map(({ id }) => ({ '@id': id })))),
  };
}

const isPersonal = ({ privacy }: FieldDescription): boolean => privacy !== undefined && privacy.notPersonal !== true;

const ref = (id: string): object => ({ '@id': id });
const some = <T>(items: readonly T[] | undefined): readonly T[] | undefined => (items && items.length > 0 ? items : undefined);

function writeDataset(privacy: PrivacyDescription, columnsOf: (use: string) => readonly object[]): object {
  const { controller, dpo, representative, subjects, purposes, jurisdictions, storage, recipients, transfers = [] } = privacy;
  const { retention, dpia, identifiability, safeguards, differentialPrivacy } = privacy;
  const kind = identifiability && KINDS[identifiability];
  const processes = [...purposes.map(purpose => writePurpose(purpose, columnsOf)), ...transfers.map(writeTransfer)];
  const measures = [...measuresOf(safeguards), ...(differentialPrivacy ? [ref('dpv:DifferentialPrivacy')] : [])];
  const places = (storage ?? []).map(place => ({ '@type': 'dpv:StorageLocation', 'dpv:hasLocation': ref(`loc:${place}`) }));
  const conditions = [...(retention?.period === undefined ? [] : [writeRetention(retention)]), ...places];
  return compact({
    'dpv:hasData': kind && { '@type': kind }, 'dpv:hasDataController': controller && writeEntity(controller, 'dpv:DataController'),
    'dpv:hasDataProtectionOfficer': dpo && writeEntity(dpo, 'dpv:DataProtectionOfficer'), 'dpv:hasRepresentative': representative && writeEntity(representative, 'dpv:Representative'),
    'dpv:hasDataSubject': some(subjects?.map(subject => ref(`dpv:${DATA_SUBJECTS.find(({ id }) => id === subject)?.dpv ?? 'DataSubject'}`))),
    'dpv:hasJurisdiction': some(jurisdictions?.map(code => ref(`loc:${code}`))),
    'dpv:hasRecipient': some(recipients?.map(writeRecipient)),
    'dpv:hasStorageCondition': some(conditions), 'dpv:hasTechnicalMeasure': some(measures),
    'dpv:hasImpactAssessment': dpia && { '@type': 'dpv:DPIA', ...compact({ 'dct:source': dpia.ref, 'dct:date': dpia.date }) },
    'dpv:hasProcess': some(processes),
  });
}

const writeRecipient = ({ name, country }: Recipient): object => ({
  '@type': 'dpv:Recipient', ...compact({ 'dpv:hasName': name, 'dpv:hasLocation': country === undefined ? undefined : ref(`loc:${country}`) }),
});

const writeEntity = ({ name, email, address, phone }: Contact, type: string): object => ({
  '@type': type, ...compact({ 'dpv:hasName': name, 'dpv:hasContact': some([email, phone].flatMap(one => one ?? [])), 'dpv:hasAddress': address }),
});

/** Uses DPV has no word for are purposes with a name. */
function writePurpose({ use, description, legalBasis, specialBasis }: PurposeDescription, columnsOf: (use: string) => readonly object[]): object {
  const term = dataUseOf(use)?.dpv;
  const articles = [LEGAL_BASES.find(({ id }) => id === legalBasis)?.dpv, SPECIAL_BASES.find(({ id }) => id === specialBasis)?.dpv];
  const grounds = articles.flatMap(one => (one === undefined ? [] : [ref(`eu-gdpr:${one}`)]));
  return {
    '@type': 'dpv:Process', ...compact({ 'dct:description': description }),
    'dpv:hasPurpose': { '@type': term === undefined ? 'dpv:Purpose' : `dpv:${term}`, 'dct:title': use },
    ...compact({ 'dpv:hasLegalBasis': some(grounds) }), 'dpv:hasPersonalData': columnsOf(use),
  };
}

function writeTransfer({ to, mechanism, ref: source }: Transfer): object {
  const ground = mechanism && TRANSFER_GROUNDS[mechanism];
  return {
    '@type': 'dpv:Process', 'dpv:hasProcessing': ref('dpv:Transfer'), 'dpv:hasLocation': ref(`loc:${to}`),
    ...compact({ 'dpv:hasLegalBasis': ground === undefined ? undefined : ref(ground), 'dct:source': source }),
  };
}

const writeRetention = ({ period = '' }: Retention): object => ({
  '@type': 'dpv:StorageDuration', 'dpv:hasDuration': { '@type': 'dpv:TemporalDuration', 'rdf:value': { '@type': 'xsd:duration', '@value': period } },
});

const measuresOf = (safeguards: Safeguards | undefined): readonly object[] => [
  ...(safeguards?.encryptionAtRest === undefined ? [] : [{ '@type': 'dpv:EncryptionAtRest', 'dct:description': safeguards.encryptionAtRest }]),
  ...(safeguards?.encryptionInTransit === undefined ? [] : [{ '@type': 'dpv:EncryptionInTransfer', 'dct:description': safeguards.encryptionInTransit }]),
  ...(safeguards?.access === undefined ? [] : [{ '@type': 'dpv:AccessControlMethod', 'dct:description': safeguards.access }]),
];

function writeColumn({ name, description, privacy }: FieldDescription, id: string): object {
  const technique = privacy?.transform?.technique;
  const types = privacy ? typesOf(privacy) : ['dpv:PersonalData'];
  return {
    '@id': id, '@type': types, 'dct:title': name,
    ...compact({
      // Several categories share a term, and some have none.
      'dct:subject': categoryOf(types) === privacy?.category ? undefined : privacy?.category,
      'dct:description': description, 'dpv:hasTechnicalMeasure': technique && [ref(`dpv:${TECHNIQUE_TERMS[technique].dpv}`)],
      'dpv:hasStorageCondition': privacy?.retention?.period === undefined ? undefined : [writeRetention(privacy.retention)],
    }),
  };
}

function typesOf({ category = '', role, special = [], identifiability, origin, classification }: ColumnPrivacy): readonly string[] {
  const term = category.startsWith('pd:') ? category.slice('pd:'.length) : dataCategoryOf(category)?.dpv;
  const classes = special.flatMap(one => SPECIAL_CLASSES.find(({ id }) => id === one)?.dpv ?? []);
  const types = [
    term === undefined ? 'dpv:PersonalData' : `pd:${term}`,
    ...(role === 'direct-identifier' ? ['dpv:IdentifyingPersonalData'] : []), ...(special.some(one => one.startsWith('gdpr9:')) ? ['dpv:SpecialCategoryPersonalData'] : []),
    ...classes.map(one => `eu-gdpr:${one}`), ...[identifiability && KINDS[identifiability], origin && ORIGINS[origin]].flatMap(one => one ?? []),
    ...(classification === 'confidential' || classification === 'restricted' ? ['dpv:ConfidentialData'] : []),
  ];
  return [...new Set(types)];
}
