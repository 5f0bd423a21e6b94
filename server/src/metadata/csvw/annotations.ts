import { name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { DATATYPES } from '../../util/lexical/datatypeNames.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { broken } from './complaints.ts';
import { isLanguage, isType } from './terms.ts';

/** What is wrong with the value of an annotation: a restricted JSON-LD (Metadata Vocabulary for Tabular Data, section 5.8). */
export function* checkAnnotation(value: Json, path: NodePath): Iterable<Complaint> {
  const items = listOf(value);
  if (items) for (const [i, item] of items.entries()) yield* checkAnnotation(item, [...path, i]);
  const object = objectOf(value);
  if (!object) return;
  if ('@value' in object) yield* checkValueObject(object, path);
  for (const [key, member] of Object.entries(object)) {
    const at = [...path, key];
    if (key.startsWith('@')) yield* checkKeyword(key, member, at, object);
    else yield* checkAnnotation(member, at);
  }
}

function* checkKeyword(key: string, member: Json, at: NodePath, object: JsonObject): Iterable<Complaint> {
  switch (key) {
    case '@value': return;
    case '@id': yield* checkId(member, at); return;
    case '@type': yield* checkType(member, at); return;
    case '@language': {
      if (!('@value' in object)) yield broken(at, 'key', say`${name(key)} means nothing without ${name('@value')}`);
      else if (member !== null && !isLanguage(textOf(member) ?? '')) {
        yield broken(at, 'value', say`${name(key)} should be a language such as ${quote('en', -1)}, or null`);
      }
      return;
    }
    case '@list':
    case '@set': yield broken(at, 'key', say`Annotations hold plain lists, not ${name(key)}`); return;
    case '@context': yield broken(at, 'key', say`Only the document as a whole has a ${name(key)}`); return;
    default: {
      const [id, type, value, language] = [name('@id'), name('@type'), name('@value'), name('@language')];
      yield broken(at, 'key', say`${name(key)} is no keyword of annotations; these are ${id}, ${type}, ${value} and ${language}`);
    }
  }
}

/** A value has a type or a language, nothing else, and is no list or object. */
function* checkValueObject(object: JsonObject, path: NodePath): Iterable<Complaint> {
  const value = object['@value'];
  const stranger = Object.keys(object).find(key => !['@value', '@type', '@language'].includes(key) && !key.startsWith('@'));
  if (stranger !== undefined) {
    yield broken([...path, stranger], 'key', say`Beside ${name('@value')} only ${name('@type')} or ${name('@language')} may stand`);
  }
  if ('@type' in object && '@language' in object) {
    yield broken([...path, '@language'], 'key', say`A value has either ${name('@type')} or ${name('@language')}, not both`);
  }
  if (value === null || typeof value === 'object') {
    yield broken([...path, '@value'], 'value', say`${name('@value')} should be text, a number, true or false`);
  }
}

function* checkType(member: Json, at: NodePath): Iterable<Complaint> {
  const items = listOf(member);
  if (items) for (const [i, item] of items.entries()) yield* checkType(item, [...at, i]);
  else if (!isType(textOf(member) ?? '', DATATYPES)) {
    yield broken(at, 'value', say`A type of an annotation is a term of CSVW, a name with a known prefix, or a URL`);
  }
}

/** Nodes have names: those that begin with `_:` are known inside of one document only. */
export function* checkId(member: Json, at: NodePath): Iterable<Complaint> {
  if (textOf(member)?.startsWith('_:')) yield broken(at, 'value', say`${name('@id')} may not be a blank node, which begins with ${quote('_:', -1)}`);
}
