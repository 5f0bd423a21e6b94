import { say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Guide } from '../../core/standard.ts';
import type { WrittenTerm } from '../../core/term.ts';
import { tableGuide, type GuideEntry, type GuideKinds } from '../document/tableGuide.ts';
import { objectOf } from '../document/shape.ts';
import { prefixesOf } from './graph.ts';
import { CONTEXT } from './terms.ts';

const thing = (words: GuideEntry['words'], to: string, names?: GuideEntry['names']): GuideEntry => ({ type: 'list', to, ...(words && { words }), ...(names && { names }) });
const TITLE: GuideEntry = { type: 'text', words: say`What it is called.` };
const DESCRIPTION: GuideEntry = { type: 'text', words: say`What it is, in words.` };
const SUBJECTS = thing(say`Who the data is about.`, 'Subject', 'dpv-data-subject');
const GROUNDS = thing(say`The ground for the processing, by the article of the law.`, 'Ground', 'dpv-legal-basis');

/** A thing that is told by a term: as its type, or as a reference to it. */
const told = (names: NonNullable<GuideEntry['names']>): Readonly<Record<string, GuideEntry>> => ({
  '@type': { type: 'text', words: say`The term that says what it is.`, names }, '@id': { type: 'text', words: say`The address of the thing itself.`, names },
});

/** What a process holds, by kind of object. */
const KINDS: GuideKinds = {
  Process: {
    '@graph': thing(say`The processes of the document.`, 'Process'),
    'dct:title': TITLE, 'dct:description': DESCRIPTION,
    'dpv:hasPersonalData': thing(say`The personal data it is about.`, 'PersonalData', 'dpv-personal-data'), 'dpv:hasPurpose': thing(say`What the data is for.`, 'Purpose', 'dpv-purpose'),
    'dpv:hasDataSubject': SUBJECTS, 'dpv:hasLegalBasis': GROUNDS, 'dpv:hasProcess': thing(say`The processes it is made of, a purpose each.`, 'Process'),
    'dpv:hasDataController': thing(say`Who decides what the data is for.`, 'Entity'), 'dpv:hasRecipient': thing(say`Who gets the data.`, 'Entity'),
    'dpv:hasDataProtectionOfficer': thing(say`The data protection officer.`, 'Entity'), 'dpv:hasStorageCondition': { type: 'list', words: say`Where and how long the data is kept.` },
    'dpv:hasTechnicalMeasure': { type: 'list', words: say`How the data is protected.` }, 'dpv:hasJurisdiction': { type: 'list', words: say`Whose law applies.` },
  },
  PersonalData: { ...told('dpv-personal-data'), 'dct:title': TITLE, 'dct:description': DESCRIPTION, 'dpv:hasDataSubject': SUBJECTS },
  Purpose: { ...told('dpv-purpose'), 'dct:title': TITLE },
  Subject: told('dpv-data-subject'),
  Ground: told('dpv-legal-basis'),
  Entity: { 'dpv:hasName': TITLE, 'dpv:hasContact': { type: 'list', words: say`Ways to reach them.` }, 'dpv:hasAddress': { type: 'text', words: say`Their postal address.` } },
};

const SPACES = { 'dpv-personal-data': 'pd', 'dpv-purpose': 'dpv', 'dpv-data-subject': 'dpv', 'dpv-legal-basis': 'eu-gdpr' } as const;
const spaceOf = (path: NodePath): keyof typeof CONTEXT | undefined => Object.entries(SPACES).find(([name]) => name === TABLE.names(path, ''))?.[1];

const TABLE: Guide = tableGuide({ kinds: KINDS, root: 'Process', plain: named, page: () => 'https://w3id.org/dpv' });

/** What an editor offers in a document of DPV. Terms are written with a prefix of its context, or as full addresses. */
export const GUIDE: Guide = {
  ...TABLE,
  term: (path, written, document) => {
    const space = spaceOf(path);
    return space && termIn(written, space, document);
  },
};

function termIn(written: string, space: keyof typeof CONTEXT, document: Json | undefined): WrittenTerm | undefined {
  const prefixes = [...prefixesOf(objectOf(document)?.['@context'])].reverse();
  const starts = prefixes.flatMap(([prefix, address]) => (address === CONTEXT[space] ? [`${prefix}:`] : []));
  const all = [...starts, CONTEXT[space]];
  const before = written === '' ? all[0] : all.find(start => written.startsWith(start));
  return before === undefined ? undefined : { before, id: written.slice(before.length), after: '' };
}

/** A property by our prefix, where the document has its full address. */
function named(property: string): string {
  const own = Object.entries(CONTEXT).find(([, address]) => property.startsWith(address));
  return own ? `${own[0]}:${property.slice(own[1].length)}` : property;
}
