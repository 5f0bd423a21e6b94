import { RE2JS } from 're2js';
import { list, name, say, value as quote } from '../../core/message.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { objectOf, textOf } from '../document/shape.ts';
import { complain, isText, eachShouldBe, replaceBy, renameTo, shouldBeText } from './complain.ts';
import type { Kind, Model } from './model.ts';
import { referenceComplaint } from './referenceComplaints.ts';
import { referenceOf, thingOf, type Entry, type Thing } from './thing.ts';
import { FILE_PROPERTIES, USUAL } from './vocabulary.ts';

/** What data can be taken from, by the property that names it. */
const ORIGINS: readonly (readonly [property: string, kinds: readonly Kind[]])[] = [
  ['fileObject', ['FileObject']], ['fileSet', ['FileSet']], ['field', ['Field']], ['recordSet', ['RecordSet']], ['distribution', ['FileObject', 'FileSet']],
];

/** What is to be said of a source, or of what a field refers to: one origin, and how values are taken from it. */
export function sourceComplaints(source: Thing, model: Model, role: 'source' | 'references' | 'containedIn'): readonly Complaint[] {
  const origins = ORIGINS.filter(([property]) => source.get(property));
  const [first, second] = origins;
  const allowed = ORIGINS.flatMap(([property]) => (property === 'distribution' ? [] : [name(property)]));
  if (!first) return [complain('schema', source.node, 'key', say`One of ${list(allowed)} is missing here and has to be given`)];
  const twice = second ? source.get(second[0]) : undefined;
  return [
    ...(twice ? [complain('schema', twice.path, 'key', say`${name(role)} takes one of ${list(allowed)}; ${name(first[0])} is given already`)] : []),
    ...origins.slice(0, 1).flatMap(([property, kinds]) => source.all(property).flatMap(entry => originComplaints(entry, property, kinds, model))),
    ...source.all('extract').flatMap(entry => extractComplaints(entry, model)),
    ...source.all('transform').flatMap(entry => transformComplaints(entry, model)),
  ];
}

/** `distribution` was what version 0.8 called the file; readers of 1.0 do not know it. */
function originComplaints(entry: Entry, property: string, kinds: readonly Kind[], model: Model): readonly Complaint[] {
  const wrong = referenceComplaint(entry, kinds, model);
  const kind = model.named.get(referenceOf(entry)?.id ?? '')?.kind;
  if (property !== 'distribution' || wrong.some(({ kind: one }) => one !== 'deprecated')) return wrong;
  const right = kind === 'FileSet' ? 'fileSet' : 'fileObject';
  return [...wrong, complain('deprecated', entry.path, 'key', say`Since 1.0 this is ${name(right)}`, renameTo(entry.path, right))];
}

const EXTRACTS = ['column', 'fileProperty', 'jsonPath'];

function extractComplaints({ value, path }: Entry, { context }: Model): readonly Complaint[] {
  const object = objectOf(value);
  if (!object) return [complain('schema', path, 'value', say`${name('extract')} should be an object`)];
  const extract = thingOf(object, path, context, USUAL.Extract);
  const given = EXTRACTS.filter(property => extract.get(property));
  const extra = given[1] === undefined ? undefined : extract.get(given[1]);
  const isEmpty = given.length === 0 && !extract.get('regex') && !extract.get('separator');
  return [
    ...(isEmpty ? [complain('schema', path, 'key', say`One of ${list(EXTRACTS.map(name))} is missing here and has to be given`)] : []),
    ...(extra ? [complain('schema', extra.path, 'key', say`${name('extract')} takes one of ${list(EXTRACTS.map(name))}`)] : []),
    ...EXTRACTS.flatMap(property => eachShouldBe(extract, property, isText, shouldBeText)),
    ...filePropertyComplaints(extract),
    ...pathComplaints(extract),
  ];
}

function filePropertyComplaints(extract: Thing): readonly Complaint[] {
  const entry = extract.get('fileProperty');
  const given = textOf(entry?.value);
  if (!entry || given === undefined || FILE_PROPERTIES.includes(given)) return [];
  const meant = mostSimilar(given, FILE_PROPERTIES);
  return meant === undefined
    ? [complain('schema', entry.path, 'value', say`${name('fileProperty')} should be one of ${list(FILE_PROPERTIES.map(one => quote(one, -1)))}`)]
    : [complain('schema', entry.path, 'value', say`${quote(given, -1)} is no value of ${name('fileProperty')}; did you mean ${quote(meant, -1)}?`, replaceBy(entry.path, meant))];
}

/** Brackets and quotes of a JSON path have to close; more is not looked at. */
function pathComplaints(extract: Thing): readonly Complaint[] {
  const entry = extract.get('jsonPath');
  const given = textOf(entry?.value);
  if (!entry || given === undefined) return [];
  const bare = given.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
  const closes = bare.split('[').length === bare.split(']').length && bare.split('(').length === bare.split(')').length && !/['"]/.test(bare);
  return closes && given.trim() !== '' ? [] : [complain('schema', entry.path, 'value', say`${quote(given, -1)} is no JSON path`)];
}

const ONE_OF = ['format', 'jsonPath', 'regex', 'replace', 'separator'];
const ALSO = ['readLines', 'unArchive', 'samplingRate', 'applyTransform'];

function transformComplaints({ value, path }: Entry, { context }: Model): readonly Complaint[] {
  const object = objectOf(value);
  if (!object) return [complain('schema', path, 'value', say`${name('transform')} should be an object`)];
  const transform = thingOf(object, path, context, USUAL.Transform);
  const given = ONE_OF.filter(property => transform.get(property));
  const extra = given[1] === undefined ? undefined : transform.get(given[1]);
  const isEmpty = given.length === 0 && ALSO.every(property => !transform.get(property));
  return [
    ...(isEmpty ? [complain('schema', path, 'key', say`One of ${list([...ONE_OF, 'readLines', 'unArchive'].map(name))} is missing here and has to be given`)] : []),
    ...(extra ? [complain('schema', extra.path, 'key', say`One transformation is one of ${list(ONE_OF.map(name))}; several are written as a list`)] : []),
    ...ONE_OF.flatMap(property => eachShouldBe(transform, property, isText, shouldBeText)),
    ...regexComplaints(transform),
  ];
}

/** An expression neither this linear-time engine nor a backtracking one can read; it is never run. */
function regexComplaints(transform: Thing): readonly Complaint[] {
  const entry = transform.get('regex');
  const source = textOf(entry?.value);
  if (!entry || source === undefined || compiles(source)) return [];
  return [complain('schema', entry.path, 'value', say`This regular expression cannot be read`)];
}

const LONGEST = 2000;

function compiles(source: string): boolean {
  if (source.length > LONGEST) return true;
  const attempts = [(): unknown => RE2JS.compile(source), (): unknown => new RegExp(source.replace(/\(\?P</g, '(?<').replace(/\(\?P=(\w+)\)/g, '\\k<$1>'))];
  return attempts.some(attempt => {
    try {
      attempt();
      return true;
    } catch {
      return false;
    }
  });
}
