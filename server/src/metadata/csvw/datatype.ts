import { name, say, value as quote, type Message } from '../../core/message.ts';
import type { Datatype } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { DATATYPES, familyOf, type DatatypeFamily } from '../../util/lexical/datatypeNames.ts';
import { boundOf, isValuePattern } from '../../util/lexical/datatypes.ts';
import { mostSimilar } from '../../util/similar.ts';
import { numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { isEvaluable, isRegularExpression } from './expressions.ts';
import { broken, ignored } from './complaints.ts';
import { COUNT, LIMIT, passedOver } from './values.ts';

/** The name of a datatype, in a text or in `base` of an object; `string` where there is none that is known. */
export function baseOf(value: Json | undefined): string {
  const base = textOf(value) ?? textOf(objectOf(value)?.['base']) ?? 'string';
  return DATATYPES.has(base) ? base : 'string';
}

/** A name of a datatype that is none. */
export function* checkBase(value: Json, path: NodePath): Iterable<Complaint> {
  const given = textOf(value);
  if (given === undefined || DATATYPES.has(given)) return;
  const meant = mostSimilar(given, DATATYPES);
  if (meant === undefined) yield ignored(path, 'value', say`${quote(given, -1)} is no datatype of CSVW, so values count as text`);
  else {
    yield ignored(path, 'value', say`${quote(given, -1)} is no datatype of CSVW, so values count as text; did you mean ${quote(meant, -1)}?`, {
      title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant },
    });
  }
}

/** Facets that contradict the datatype or each other, and a format that is none. */
export function* checkFacets(datatype: JsonObject, path: NodePath): Iterable<Complaint> {
  const base = baseOf(datatype);
  const family = familyOf(base) ?? 'text';
  yield* checkFormat(datatype['format'], base, [...path, 'format']);
  for (const key of [...LENGTHS, ...BOUNDS]) {
    if (!(key in datatype) || !(LENGTHS.includes(key) ? COUNT : LIMIT).fits(datatype[key] ?? null)) continue;
    if (!(LENGTHS.includes(key) ? MEASURED : ORDERED).includes(family)) yield broken([...path, key], 'key', meaningless(key, base));
    else if (BOUNDS.includes(key) && limitIn(datatype, key) === undefined) {
      yield ignored([...path, key], 'value', say`This is no value of type ${name(base)}, so the bound is passed over`);
    }
  }
  yield* checkOrder(datatype, path);
}

const LENGTHS = ['length', 'minLength', 'maxLength'];
const BOUNDS = ['minimum', 'maximum', 'minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'];
const MEASURED: readonly DatatypeFamily[] = ['text', 'binary'];
const ORDERED: readonly DatatypeFamily[] = ['number', 'moment', 'duration'];

const meaningless = (key: string, base: string): Message => (LENGTHS.includes(key)
  ? say`Only texts have a length, so ${name(key)} cannot stand with ${name(base)}`
  : say`Values of type ${name(base)} have no order, so ${name(key)} cannot stand here`);

/** Bounds that exclude everything, and pairs that say the same thing twice. One complaint at most. */
function* checkOrder(datatype: JsonObject, path: NodePath): Iterable<Complaint> {
  const count = (key: string): number | undefined => numberOf(datatype[key]);
  const [length, shortest, longest] = [count('length'), count('minLength'), count('maxLength')];
  const at = (key: string): NodePath => [...path, key];
  if (length !== undefined && shortest !== undefined && length < shortest) {
    yield broken(at('minLength'), 'value', say`${name('length')} and ${name('minLength')} contradict each other`);
  } else if (length !== undefined && longest !== undefined && length > longest) {
    yield broken(at('maxLength'), 'value', say`${name('length')} and ${name('maxLength')} contradict each other`);
  } else if (shortest !== undefined && longest !== undefined && shortest > longest) {
    yield broken(at('maxLength'), 'value', say`${name('minLength')} and ${name('maxLength')} contradict each other`);
  }
  const low = ['minInclusive', 'minimum', 'minExclusive'].filter(key => key in datatype);
  const high = ['maxInclusive', 'maximum', 'maxExclusive'].filter(key => key in datatype);
  for (const keys of [low, high]) {
    const [first, last] = [keys[0] ?? '', keys.at(-1) ?? ''];
    if (keys.length > 1 && last.endsWith('Exclusive')) yield broken(at(last), 'key', say`${name(first)} and ${name(last)} cannot stand together`);
  }
  const [least, most] = [low.at(-1) ?? '', high.at(-1) ?? ''];
  const [from, to] = [limitIn(datatype, least), limitIn(datatype, most)];
  const open = least.endsWith('Exclusive') !== most.endsWith('Exclusive');
  if (from !== undefined && to !== undefined && (open ? to <= from : to < from)) {
    yield broken(at(most), 'value', say`No value is allowed by both ${name(least)} and ${name(most)}`);
  }
}

const limitIn = (datatype: JsonObject, key: string): number | undefined => {
  const given = numberOf(datatype[key]) ?? textOf(datatype[key]);
  return given === undefined ? undefined : boundOf(datatypeOf(datatype), given);
};

function* checkFormat(format: Json | undefined, base: string, path: NodePath): Iterable<Complaint> {
  if (format === undefined) return;
  const family = familyOf(base) ?? 'text';
  const pattern = textOf(format);
  const object = objectOf(format);
  if (object && family === 'number') yield* checkNumberFormat(object, base, path);
  else if (pattern === undefined) {
    yield ignored(path, 'value', passedOver('format', { fits: () => false, wanted: family === 'number' ? say`text or an object` : say`text` }));
  } else if (family === 'number' || family === 'moment' || family === 'boolean') {
    if (!isValuePattern({ base, pattern })) yield ignored(path, 'value', notPattern(pattern, family));
  } else if (!isRegularExpression(pattern)) yield ignored(path, 'value', say`This is no regular expression, so it is passed over`);
  else if (!isEvaluable(pattern)) {
    yield { kind: 'unchecked', path, part: 'value', message: say`This pattern cannot be evaluated in linear time, so it is not checked here` };
  }
}

function notPattern(pattern: string, family: 'number' | 'moment' | 'boolean'): Message {
  switch (family) {
    case 'number': return say`${quote(pattern, -1)} is no number pattern such as ${quote('#,##0.00', -1)}, so it is passed over`;
    case 'moment': return say`${quote(pattern, -1)} is none of the date and time patterns of CSVW such as ${quote('dd.MM.yyyy', -1)}, so it is passed over`;
    default: return say`${quote(pattern, -1)} is not of the form ${quote('yes|no', -1)}, so it is passed over`;
  }
}

function* checkNumberFormat(format: JsonObject, base: string, path: NodePath): Iterable<Complaint> {
  for (const key of ['pattern', 'decimalChar', 'groupChar']) {
    const given = format[key];
    if (given === undefined || (typeof given === 'string' && given !== '')) continue;
    if (key !== 'groupChar' || given !== null) yield ignored([...path, key], 'value', passedOver(key, { fits: () => false, wanted: say`text` }));
  }
  const datatype = datatypeOf({ base, format });
  const pattern = textOf(format['pattern']);
  if (pattern !== undefined && pattern !== '' && datatype.pattern === undefined) {
    yield ignored([...path, 'pattern'], 'value', notPattern(pattern, 'number'));
  }
}

/** A datatype without its bounds; what is passed over is left out. */
export function datatypeOf(value: Json | undefined): Datatype {
  const base = baseOf(value);
  const format = objectOf(value)?.['format'];
  const family = familyOf(base);
  const object = family === 'number' ? objectOf(format) : undefined;
  const [decimalChar, groupChar] = [textOf(object?.['decimalChar']), textOf(object?.['groupChar'])];
  const separators = { ...(decimalChar && { decimalChar }), ...(groupChar && { groupChar }) };
  const pattern = textOf(format) ?? textOf(object?.['pattern']);
  return { base, ...separators, ...(pattern !== undefined && isValuePattern({ base, pattern, ...separators }) && { pattern }) };
}
