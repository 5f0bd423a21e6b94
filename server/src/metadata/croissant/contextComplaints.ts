import { name, say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { complain, setTo } from './complain.ts';
import { draftPrefixes, type Model } from './model.ts';
import { cut } from './thing.ts';
import { CROISSANT_TERMS, SHARED, STRUCTURAL } from './vocabulary.ts';

/** What is to be said of `@context`: names that are used and not declared, and declarations that do not make readers see what they should. */
export function contextComplaints(root: JsonObject, model: Model): readonly Complaint[] {
  const given = root['@context'];
  if (given === undefined) return [complain('schema', [], 'key', say`${name('@context')} is missing here and has to be given`)];
  if (!objectOf(given)) return [remote(given)];
  const used = namesIn(root);
  return [...draftNamespace(model), ...undeclaredTerms(used, model), ...undeclaredPrefixes(used, model), ...wrongDeclarations(model)];
}

/** A context elsewhere is not fetched: its names are taken to mean what Croissant means by them. */
function remote(given: Json): Complaint {
  const isAddress = textOf(given) !== undefined || listOf(given) !== undefined;
  return isAddress
    ? complain('unchecked', ['@context'], 'value', say`This context is not read; names are taken to mean what they mean in Croissant`)
    : complain('schema', ['@context'], 'value', say`${name('@context')} should be an object`);
}

const NAMESPACE = 'http://mlcommons.org/croissant/';

/** The namespace of version 0.8, where the document declares it. */
function draftNamespace({ context }: Model): readonly Complaint[] {
  return draftPrefixes(context).map(key => {
    const path = ['@context', key];
    const fix = setTo(path, NAMESPACE, say`Replace with ${name(NAMESPACE)}`);
    return complain('deprecated', path, 'value', say`This is the vocabulary of Croissant 0.8; since 1.0 it is ${name(NAMESPACE)}`, fix);
  });
}

/** Names a document uses, each with where it stands first. */
interface Names {
  readonly keys: ReadonlyMap<string, NodePath>;
  /** Of keys and types. */
  readonly prefixes: ReadonlyMap<string, { readonly path: NodePath; readonly part: 'key' | 'value' }>;
}

/** Values under these keys are data, not description. */
const DATA = /(?:^|:)(?:data|examples|value)$|^@context$/;
const TYPES = /^@type$|(?:^|:)dataType$/;

function namesIn(root: JsonObject): Names {
  const keys = new Map<string, NodePath>();
  const prefixes = new Map<string, { readonly path: NodePath; readonly part: 'key' | 'value' }>();
  const note = (text: string, path: () => NodePath, part: 'key' | 'value'): void => {
    const [prefix, local] = cut(text);
    if (prefix !== '' && !local.startsWith('//') && !prefixes.has(prefix)) prefixes.set(prefix, { path: path(), part });
  };
  const visit = (value: Json, path: NodePath): void => {
    listOf(value)?.forEach((item, i) => visitInner(item, path, i));
    for (const [key, inner] of Object.entries(objectOf(value) ?? {})) {
      const at = (): NodePath => [...path, key];
      if (!key.startsWith('@') && !keys.has(key)) keys.set(key, at());
      note(key, at, 'key');
      if (TYPES.test(key)) [inner, ...(listOf(inner) ?? [])].forEach(type => note(textOf(type) ?? '', at, 'value'));
      if (!DATA.test(key)) visitInner(inner, path, key);
    }
  };
  /** Most values are texts: only for those with something inside a path is made. */
  const visitInner = (value: Json, path: NodePath, step: string | number): void => {
    if (typeof value === 'object' && value !== null) visit(value, [...path, step]);
  };
  visit(root, []);
  return { keys, prefixes };
}

/** A name of Croissant that the context does not send there is taken for one of schema.org, which has no such name. */
function undeclaredTerms({ keys }: Names, { context, version }: Model): readonly Complaint[] {
  const own = version === '0.8' ? 'ml' : Object.keys(context.given).find(key => context.term(`${key}:`) === 'cr:') ?? 'cr';
  return [...keys.keys()].flatMap(key => {
    const isOwn = CROISSANT_TERMS.has(key) && !SHARED.has(key) && !(version === '0.8' && (key === 'key' || key === 'citeAs'));
    if (!isOwn && key !== 'conformsTo') return [];
    if (cut(context.term(key))[0] !== 'sc' && Object.hasOwn(context.given, key)) return [];
    const meaning = key === 'conformsTo' ? 'dct:conformsTo' : definitionOf(key, own);
    const fix = setTo(['@context', key], meaning, say`Declare ${name(key)} in ${name('@context')}`);
    const isVital = STRUCTURAL.has(key) || key === 'conformsTo';
    return isVital
      ? [complain('schema', ['@context'], 'key', say`${name(key)} is used below and not declared here, so readers do not see it`, fix)]
      : [complain('recommended', ['@context'], 'key', say`${name(key)} is used below and should be declared here`, fix)];
  });
}

const TYPED: Readonly<Record<string, string>> = { data: '@json', examples: '@json', dataType: '@vocab' };

function definitionOf(key: string, prefix: string): Json {
  const type = TYPED[key];
  return type === undefined ? `${prefix}:${key}` : { '@id': `${prefix}:${key}`, '@type': type };
}

/** Prefixes everybody knows are often thought to need no declaration. */
function undeclaredPrefixes({ prefixes }: Names, { context }: Model): readonly Complaint[] {
  return [...prefixes].flatMap(([prefix, { path, part }]) => {
    const address = ADDRESSES[prefix];
    if (address === undefined || Object.hasOwn(context.given, prefix)) return [];
    const fix = setTo(['@context', prefix], address, say`Declare ${name(prefix)} in ${name('@context')}`);
    return [complain('schema', path, part, say`The prefix ${name(prefix)} is not declared in ${name('@context')}`, fix)];
  });
}

const ADDRESSES: Readonly<Record<string, string>> = {
  sc: 'https://schema.org/', cr: NAMESPACE, rai: `${NAMESPACE}RAI/`, geocr: `${NAMESPACE}geo/`, dct: 'http://purl.org/dc/terms/', wd: 'https://www.wikidata.org/wiki/',
};

/** Rows of data are only kept as they are, and types only read as names, where the context says so. */
function wrongDeclarations({ context: { given } }: Model): readonly Complaint[] {
  return Object.entries(TYPED).flatMap(([key, type]) => {
    const declared = given[key];
    const id = textOf(declared) ?? textOf(objectOf(declared)?.['@id']);
    if (id === undefined || objectOf(declared)?.['@type'] === type) return [];
    const path = ['@context', key];
    const fix = setTo(path, { '@id': id, '@type': type }, say`Declare it with the type ${name(type)}`);
    return [complain('schema', path, 'value', say`${name(key)} has to be declared with the type ${name(type)}, or its values are read as something else`, fix)];
  });
}
