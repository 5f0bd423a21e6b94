import { list, name, say, value as quote } from '../../core/message.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { objectOf, textOf, truthOf } from '../document/shape.ts';
import { complain, eachShouldBe, multilingual, renameTo, replaceBy, setTo } from './complain.ts';
import type { Field, Model } from './model.ts';
import { referenceComplaint } from './referenceComplaints.ts';
import { sourceComplaints } from './sourceComplaints.ts';
import { cut, referenceOf, thingOf, type Entry } from './thing.ts';
import { typeComplaint } from './typeComplaint.ts';
import { COMMON_TYPES, CROISSANT_TYPES, FOREIGN_TYPES, USUAL, VALUE_TYPES } from './vocabulary.ts';

/** What is to be said of one field. */
export function fieldComplaints(field: Field, model: Model): readonly Complaint[] {
  const { thing, kind } = field;
  const byLanguage = model.version === '1.1';
  const truth = (property: string): readonly Complaint[] => eachShouldBe(thing, property, value => truthOf(value) !== undefined, shown => say`${name(shown)} should be true or false`);
  if (!kind && !(field.isAnnotation && thing.object['@type'] === undefined)) return [typeComplaint(field, ['Field'], model)];
  return [
    ...multilingual(thing, 'name', byLanguage),
    ...multilingual(thing, 'description', byLanguage),
    ...typeComplaints(field, model),
    ...typeless(field, model),
    ...strangers(field),
    ...truth('repeated'), ...truth('isArray'),
    ...arrayComplaints(field, model),
    ...originOf(thing.get('source'), 'source', model),
    ...thing.all('references').flatMap(entry => originOf(entry, 'references', model)),
    ...parentComplaints(field, model),
    ...twoOrigins(field),
    ...enumerationComplaints(field, model),
  ];
}

function twoOrigins({ thing }: Field): readonly Complaint[] {
  const constant = thing.get('value');
  const message = say`A field has either ${name('source')} or ${name('value')}, not both`;
  return constant && thing.get('source') ? [complain('schema', constant.path, 'key', message)] : [];
}

/** A source, or a plain reference to where the values come from. */
function originOf(entry: Entry | undefined, role: 'source' | 'references', model: Model): readonly Complaint[] {
  if (!entry) return [];
  const object = objectOf(entry.value);
  if (!object || (referenceOf(entry) && Object.keys(object).length === 1)) return referenceComplaint(entry, ['Field', 'FileObject', 'FileSet', 'RecordSet'], model);
  return sourceComplaints(thingOf(object, entry.path, model.context, USUAL.Source), model, role);
}

/** Each type by itself; then, of a field that holds values, whether one of them says what the values are. */
function typeComplaints({ thing, subFields, isAnnotation }: Field, model: Model): readonly Complaint[] {
  const types = thing.all('dataType');
  const wrong = types.flatMap(entry => oneType(entry, model));
  const [first] = types;
  const terms = types.map(({ value }) => model.context.term(textOf(value) ?? ''));
  if (!first || wrong.length > 0 || subFields.length > 0 || isAnnotation || terms.some(term => term === '' || VALUE_TYPES.has(term))) return wrong;
  return [complain('schema', first.path, 'value', say`This does not say what the values are; a type such as ${quote('sc:Text', -1)} has to stand here, alone or beside it`)];
}

function strangers({ thing }: Field): readonly Complaint[] {
  return ['subField', 'annotation'].flatMap(property => thing.all(property).filter(({ value }) => !objectOf(value)).map(({ path }) =>
    complain('schema', path, 'value', say`${name(property)} holds objects of the type ${name('Field')}`)));
}

/** Types are classes of any vocabulary; of the two at home here the names are known. */
function oneType({ value, path }: Entry, { context }: Model): readonly Complaint[] {
  const object = objectOf(value);
  if (object) return [];
  const written = textOf(value);
  if (written === undefined) return [complain('schema', path, 'value', say`${name('dataType')} should be text`)];
  const [prefix, local] = cut(context.term(written));
  const head = written.slice(0, written.length - local.length);
  if (prefix === 'sc' && !COMMON_TYPES.includes(local)) {
    const meant = FOREIGN_TYPES[local.toLowerCase()] ?? (/^[a-z]/.test(local) ? COMMON_TYPES.find(type => type.toLowerCase() === local.toLowerCase()) : mostSimilar(local, COMMON_TYPES));
    if (meant !== undefined) return [unknownType(written, `${head}${meant}`, path)];
  }
  if ((prefix === 'cr' || prefix === 'ml') && !CROISSANT_TYPES.includes(local)) {
    const meant = mostSimilar(local, CROISSANT_TYPES);
    if (meant !== undefined) return [unknownType(written, `${head}${meant}`, path)];
  }
  return [];
}

const unknownType = (written: string, meant: string, path: Entry['path']): Complaint =>
  complain('schema', path, 'value', say`${quote(written, -1)} is no type; did you mean ${quote(meant, -1)}?`, replaceBy(path, meant));

/** The type is the field's own, or that of the field its values come from. */
function typeless({ thing, subFields, isAnnotation }: Field, model: Model): readonly Complaint[] {
  if (thing.get('dataType') || subFields.length > 0 || isAnnotation || thing.get('parentField')) return [];
  const source = thing.get('source');
  const origin = source && (referenceOf(source) ?? referenceOf(thingOf(objectOf(source.value) ?? {}, source.path, model.context, USUAL.Source).get('field')));
  const target = origin && model.named.get(origin.id);
  // What leads nowhere has been complained of.
  if (origin && (!target || target.kind === 'Field')) return [];
  return [complain('schema', thing.node, 'key', say`${name('dataType')} is missing here and has to be given`)];
}

const SHAPE = /^\s*\(?\s*-?\d+(?:\s*,\s*-?\d+)*\s*,?\s*\)?\s*$/;

function arrayComplaints({ thing }: Field, { version }: Model): readonly Complaint[] {
  const shape = thing.get('arrayShape');
  const repeated = thing.get('repeated');
  const add = setTo([...thing.node, 'isArray'], true, say`Add ${name('isArray')}`);
  const complaints: Complaint[] = [];
  if (shape && thing.get('isArray')?.value !== true) {
    complaints.push(complain('schema', shape.path, 'key', say`${name('arrayShape')} is only for fields with ${name('isArray')}`, add));
  }
  if (shape && !SHAPE.test(textOf(shape.value) ?? String(shape.value))) {
    const message = say`${name('arrayShape')} is a list of whole numbers as text, such as ${quote('28,28', -1)} or ${quote('-1', -1)}`;
    complaints.push(complain('schema', shape.path, 'value', message));
  }
  if (repeated && version === '1.1' && !thing.get('isArray')) {
    complaints.push(complain('deprecated', repeated.path, 'key', say`Since 1.1 this is ${name('isArray')}`, renameTo(repeated.path, 'isArray')));
  }
  return complaints;
}

/** A parent is told by what its records are known by here and there. */
function parentComplaints({ thing }: Field, model: Model): readonly Complaint[] {
  const entry = thing.get('parentField');
  const object = objectOf(entry?.value);
  if (!entry || !object) return [];
  if (referenceOf(entry) && Object.keys(object).length === 1) return referenceComplaint(entry, ['Field'], model);
  const parent = thingOf(object, entry.path, model.context);
  const missing = ['references', 'source'].filter(property => !parent.get(property));
  return [
    ...(missing.length === 2 ? [complain('schema', entry.path, 'key', say`${list(missing.map(name))} are missing here and have to be given`)] : []),
    ...originOf(parent.get('references'), 'references', model),
    ...originOf(parent.get('source'), 'source', model),
  ];
}

/** Enumerations are a type of records since 1.0. */
function enumerationComplaints({ thing }: Field, { version }: Model): readonly Complaint[] {
  const entry = thing.get('isEnumeration');
  if (!entry || version === '0.8') return [];
  return [complain('deprecated', entry.path, 'key', say`Since 1.0 an enumeration is a record set with the type ${name('sc:Enumeration')}`)];
}
