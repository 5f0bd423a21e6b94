import { list, name, say, value as quote, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, textOf, truthOf } from '../document/shape.ts';
import { complain, eachShouldBe, isDate, isNumberLike, isText, multilingual, recommended, renameTo, replaceBy, required, setTo, shouldBeText, single } from './complain.ts';
import { VERSIONS, usesDraft, versionIn, type Model } from './model.ts';
import { cut, thingOf, typesOf, type Entry } from './thing.ts';
import { RAI_TERMS } from './vocabulary.ts';

/** What is to be said of the dataset as a whole. */
export function datasetComplaints(model: Model): readonly Complaint[] {
  const { dataset, version } = model;
  return [
    ...typeComplaints(model),
    ...versionComplaints(model),
    ...['name', 'description', 'url'].flatMap(property => required(dataset, property)),
    ...recommended(dataset, ['license', 'creator', 'datePublished', 'version', ...(version === '0.8' ? [] : ['citeAs'])]),
    ...['name', 'description'].flatMap(property => multilingual(dataset, property, version === '1.1')),
    ...['datePublished', 'dateCreated', 'dateModified'].flatMap(property => eachShouldBe(dataset, property, isDate, shouldBeDate)),
    ...['url', 'citeAs'].flatMap(property => [...eachShouldBe(dataset, property, isText, shouldBeText), ...single(dataset, property)]),
    ...eachShouldBe(dataset, 'isLiveDataset', value => truthOf(value) !== undefined, shown => say`${name(shown)} should be true or false`),
    ...['keywords', 'sameAs', 'inLanguage'].flatMap(property => eachShouldBe(dataset, property, isTextOrObject, shouldBeText)),
    ...['creator', 'publisher'].flatMap(property => dataset.all(property).flatMap(entry => agentComplaints(entry, property, model))),
    ...eachShouldBe(dataset, 'license', isTextOrObject, shouldBeLicence),
    ...['version', 'sdVersion'].flatMap(property => dataset.all(property).flatMap(entry => numberComplaints(entry, property))),
    ...raiComplaints(model),
    ...draftComplaints(model),
  ];
}

const isTextOrObject = (value: Json): boolean => isText(value) || objectOf(value) !== undefined;
const shouldBeDate = (property: string): Message => say`${name(property)} should be a date of ISO 8601, such as ${quote('2026-05-31', -1)}`;
const shouldBeLicence = (property: string): Message =>
  say`${name(property)} should be the address of a licence, or an object with the type ${name('CreativeWork')}`;

function typeComplaints({ dataset: { types, object }, context }: Model): readonly Complaint[] {
  if (types.some(type => type === 'sc:Dataset')) return [];
  if (object['@type'] === undefined) return [complain('schema', [], 'key', say`${name('@type')} is missing here and has to be given`)];
  const right = Object.hasOwn(context.given, 'sc') ? 'sc:Dataset' : 'Dataset';
  return [complain('schema', ['@type'], 'value', say`The type of a dataset is ${name(right)}`, replaceBy(['@type'], right))];
}

/** The address of the specification has to be written as it is: readers compare it letter by letter. */
function versionComplaints({ dataset, context, version }: Model): readonly Complaint[] {
  const stated = dataset.all('conformsTo');
  const right = `http://mlcommons.org/croissant/${version}`;
  const add = setTo(['conformsTo'], right, say`Add ${name(right)}`);
  if (stated.length === 0) {
    return usesDraft(context) ? [] : [complain('schema', [], 'key', say`${name('conformsTo')} is missing here and has to be given`, add)];
  }
  const texts = stated.flatMap(({ value }) => textOf(value) ?? textOf(objectOf(value)?.['@id']) ?? []);
  if (texts.some(text => VERSIONS.some(known => text === `http://mlcommons.org/croissant/${known}`))) return [];
  const at = stated.find(({ value }) => versionIn(textOf(value) ?? '') !== undefined) ?? stated[0];
  const known = VERSIONS.map(one => quote(`http://mlcommons.org/croissant/${one}`, -1));
  const meant = VERSIONS.find(one => one === versionIn(textOf(at?.value) ?? ''));
  const fix = at && meant !== undefined ? replaceBy(at.path, `http://mlcommons.org/croissant/${meant}`) : undefined;
  return [complain('schema', at?.path ?? [], 'value', say`${name('conformsTo')} should hold one of ${list(known)}`, fix)];
}

function agentComplaints({ value, path }: Entry, property: string, { context }: Model): readonly Complaint[] {
  const object = objectOf(value);
  const right = say`${name(property)} should be an object with the type ${name('Person')} or ${name('Organization')}`;
  if (!object) return [complain('schema', path, 'value', right)];
  const types = typesOf(object['@type'], context);
  const isReference = '@id' in object && types.length === 0;
  const isAgent = isReference || types.some(type => /^(?:Person|\w*Organization|\w*Agent|Project|Consortium|Corporation)$/.test(cut(type)[1]));
  if (isAgent) return ['name', 'url', 'email'].flatMap(one => eachShouldBe(thingOf(object, path, context), one, isTextOrObject, shouldBeText));
  return [complain('schema', '@type' in object ? [...path, '@type'] : path, '@type' in object ? 'value' : 'key', right)];
}

const SEMANTIC = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)?)?$/;

function numberComplaints({ value, path }: Entry, property: string): readonly Complaint[] {
  const text = textOf(value);
  if (isNumberLike(value)) return [];
  if (text === undefined) return [complain('schema', path, 'value', say`${name(property)} should be text or a number`)];
  return SEMANTIC.test(text) ? [] : [complain('recommended', path, 'value', say`Versions should be written as ${quote('1.2.3', -1)}`)];
}

/** Names the vocabulary for responsible AI does not have. */
function raiComplaints({ dataset: { object }, context }: Model): readonly Complaint[] {
  return Object.keys(object).flatMap(key => {
    const [prefix, local] = cut(context.term(key));
    if (prefix !== 'rai' || RAI_TERMS.includes(local)) return [];
    const meant = raiTermLike(local);
    if (meant === undefined) return [complain('unknown-rai-property', [key], 'key', say`${name(key)} is not in the vocabulary of Croissant for responsible AI`)];
    const right = `${key.slice(0, key.length - local.length)}${meant}`;
    return [complain('unknown-rai-property', [key], 'key', say`${name(key)} is not known here; did you mean ${name(right)}?`, renameTo([key], right))];
  });
}

/** A slip of the pen, or the end of one name alone: `useCases` for `dataUseCases`. */
function raiTermLike(local: string): string | undefined {
  const ends = RAI_TERMS.filter(term => term.toLowerCase().endsWith(local.toLowerCase()) || term.toLowerCase().replace(/^data/, '') === local.toLowerCase());
  return mostSimilar(local, RAI_TERMS) ?? (ends.length === 1 ? ends[0] : undefined);
}

/** What a dataset of 0.8 has to change, besides its namespace. */
function draftComplaints({ dataset, context, version }: Model): readonly Complaint[] {
  const citation = dataset.get('citation');
  if (version !== '0.8') return [];
  const fix = setTo(['conformsTo'], 'http://mlcommons.org/croissant/1.0', say`Add ${name('http://mlcommons.org/croissant/1.0')}`);
  const draft = !dataset.get('conformsTo') || dataset.all('conformsTo').some(({ value }) => versionIn(textOf(value) ?? '') === '0.8');
  return [
    ...(draft && usesDraft(context) ? [complain('deprecated', ['@type'], 'key', say`Since 1.0 a description says by ${name('conformsTo')} which version it follows`, fix)] : []),
    ...(citation && !listOf(citation.value) && !dataset.get('citeAs')
      ? [complain('deprecated', citation.path, 'key', say`Since 1.0 the citation of the dataset itself is ${name('citeAs')}`, renameTo(citation.path, 'citeAs'))]
      : []),
  ];
}
