import type { PrivacyDescription, PurposeDescription } from '../../core/annotation.ts';
import type { Json } from '../../core/problem.ts';
import type { UsedTerm } from '../../core/term.ts';
import { isAnnotatedPersonal, type Description, type FieldDescription } from '../../core/description.ts';
import { isTerm } from '../../privacy/taxonomy/terms.ts';
import { usedTerms } from '../annotation/terms.ts';
import { compact, objectOf, textOf } from '../document/shape.ts';
import { GUIDE } from './guide.ts';
import type { Model } from './model.ts';
import { itemsOf, type Entry } from './thing.ts';

/** What the vocabulary for responsible AI can say of an annotation: in words for people, which begin with a name and a term so that they can be read again. */
export function writeRai({ privacy, resources }: Description): object {
  const fields = resources.flatMap(resource => resource.fields);
  const personal = fields.filter(field => isAnnotatedPersonal(field) && field.privacy?.notPersonal !== true);
  const told = personal.flatMap(({ name, privacy: own }) => (own?.category === undefined ? [] : [`${name}: ${own.category}`]));
  const changed = fields.flatMap(({ name, privacy: own }) => (own?.transform?.technique === undefined ? [] : [`${name}: ${own.transform.technique}`]));
  const { period, from, action } = privacy?.retention ?? {};
  const kept = [period, from === undefined ? undefined : `from ${from}`, action === undefined ? undefined : `then ${action}`].flatMap(one => one ?? []);
  return compact({
    'rai:personalSensitiveInformation': some(told) ?? (privacy?.personalData === 'none' ? 'None' : privacy && `Personal data: ${privacy.personalData ?? 'possible'}`),
    'rai:dataUseCases': some((privacy?.purposes ?? []).map(({ use, description }) => (description === undefined ? use : `${use}: ${description}`))),
    'rai:dataManipulationProtocol': some(changed), 'rai:dataReleaseMaintenancePlan': kept.length > 0 ? kept.join(', ') : undefined,
    'rai:dataLimitations': privacy?.dataGaps, 'rai:dataBiases': privacy?.biasExamination?.result,
  });
}

const some = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined);

/** What the vocabulary says of personal data. Where it is in words of somebody's own, no more is known of it than that. */
export function readRai({ dataset }: Model): PrivacyDescription | undefined {
  const told = dataset.get('rai:personalSensitiveInformation') ?? dataset.get('personalSensitiveInformation');
  if (!told) return undefined;
  const words = itemsOf(told).flatMap(({ value }) => textOf(value) ?? []);
  const isNone = words.every(text => /^\s*(?:none|no|n\/?a|not applicable|无|没有)\b/i.test(text) || text.trim() === '');
  const isCertain = words.some(text => categoryIn(text) !== undefined || isTerm('data-category', text) || text === 'Personal data: yes');
  return {
    personalData: isNone ? 'none' : isCertain ? 'yes' : 'possible', purposes: dataset.all('rai:dataUseCases').flatMap(readUse), raw: {}, node: told.path,
    ...compact({ dataGaps: dataset.text('rai:dataLimitations') }),
  };
}

/** Use cases that begin with a term. */
function readUse({ value, path }: Entry): readonly PurposeDescription[] {
  const [, use = '', description] = /^([a-z_.]+)(?::\s+([\s\S]*))?$/.exec(textOf(value) ?? '') ?? [];
  return isTerm('data-use', use) ? [{ use, node: path, ...compact({ description }) }] : [];
}

/** Fields with the categories that are told by their names. */
export function withCategories(fields: readonly FieldDescription[], { dataset }: Model): readonly FieldDescription[] {
  const told = dataset.all('rai:personalSensitiveInformation').flatMap(({ value, path }) => {
    const found = categoryIn(textOf(value) ?? '');
    return found ? [{ ...found, path }] : [];
  });
  if (told.length === 0) return fields;
  return fields.map(field => {
    const own = told.find(({ name }) => name === field.name);
    return own ? { ...field, privacy: { category: own.category, node: own.path } } : field;
  });
}

/** Terms in words for people. A word alone is no term yet: one of several steps is, be it misspelled. */
export function raiTerms(document: Json): readonly UsedTerm[] {
  const told = Object.keys(objectOf(document) ?? {}).filter(key => GUIDE.names([key], '') !== undefined);
  return told.flatMap(key => usedTerms(GUIDE, document, [key])).flatMap((term): readonly UsedTerm[] => (LOOKS_LIKE_ONE[term.vocabulary]?.test(term.id) ? [{ ...term, isFree: true }] : []));
}

const LOOKS_LIKE_ONE: Readonly<Partial<Record<string, RegExp>>> = { 'data-category': /^(?:user|system)\.\w/, 'data-use': /\w[._]\w/ };

function categoryIn(text: string): { readonly name: string; readonly category: string } | undefined {
  const [, name = '', category = ''] = /^([\s\S]+): ((?:user|system|pd:)[\w.]*)$/.exec(text) ?? [];
  return isTerm('data-category', category) ? { name, category } : undefined;
}
