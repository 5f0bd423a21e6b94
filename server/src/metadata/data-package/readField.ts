import {
  FIELD_TYPES, type Constraints, type Extra, type FieldDescription, type FieldType, type LexicalForm,
} from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { readColumnPrivacy } from '../annotation/read.ts';
import { extraOfColumn } from '../annotation/write.ts';
import { isEvaluable } from './patterns.ts';
import { extraOf } from './extra.ts';
import { compact, listOf, numberOf, objectOf, textOf, textsOf, truthOf, type JsonObject } from '../document/shape.ts';

const KNOWN = [
  'name', 'title', 'description', 'type', 'format', 'missingValues', 'constraints', 'privacy', 'unit', 'decimalChar', 'groupChar', 'bareNumber', 'trueValues', 'falseValues',
];
const CONSTRAINTS = ['required', 'unique', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'pattern'];

/** Maps one field of a Table Schema; nothing for what is not an object. */
export function readField(field: JsonObject | undefined, node: NodePath): readonly FieldDescription[] {
  if (!field) return [];
  const lexical = readLexicalForm(field);
  return [{
    name: textOf(field['name']) ?? '',
    type: readType(field['type']),
    constraints: readConstraints(objectOf(field['constraints']) ?? {}, field['categories']),
    node,
    ...compact({
      format: textOf(field['format'])?.replace(/^fmt:/, ''),
      title: textOf(field['title']),
      unit: textOf(field['unit']),
      description: textOf(field['description']),
      missingValues: readMissingValues(field['missingValues']),
      privacy: readColumnPrivacy(field['privacy'], [...node, 'privacy']),
      examples: readExamples(field, node),
      lexical: Object.keys(lexical).length > 0 ? lexical : undefined,
      items: field['type'] === 'list' && 'itemType' in field ? { delimiter: textOf(field['delimiter']) ?? ',', type: readType(field['itemType']) } : undefined,
      extra: extraOfField(field),
    }),
  }];
}

/** The example of the standard, and the list of them that others write. */
function readExamples(field: JsonObject, node: NodePath): FieldDescription['examples'] {
  const at = (value: Json | undefined, path: NodePath): NonNullable<FieldDescription['examples']> => {
    const text = textOf(value) ?? numberOf(value)?.toString();
    return text === undefined ? [] : [{ value: text, node: path }];
  };
  const all = [...at(field['example'], [...node, 'example']), ...(listOf(field['examples']) ?? []).flatMap((item, i) => at(item, [...node, 'examples', i]))];
  return all.length > 0 ? all : undefined;
}

/** Labels of missing values and constraints that are not interpreted stand under their own names. */
function extraOfField(field: JsonObject): Extra | undefined {
  const labelled = listOf(field['missingValues'])?.some(item => objectOf(item));
  const constraints = extraOf(objectOf(field['constraints']) ?? {}, CONSTRAINTS);
  const privacy = extraOfColumn(objectOf(field['privacy']));
  const all = {
    ...extraOf(field, labelled ? KNOWN.filter(key => key !== 'missingValues') : KNOWN), ...(constraints && { constraints }), ...(privacy && { privacy }),
  };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** Spellings of "missing", with or without labels. */
export function readMissingValues(value: Json | undefined): readonly string[] | undefined {
  return listOf(value)?.flatMap(item => textOf(item) ?? textOf(objectOf(item)?.['value']) ?? []);
}

/** A type by its name; `any` for what is no type. */
export function readType(value: Json | undefined): FieldType {
  return FIELD_TYPES.find(type => type === value) ?? 'any';
}

function readLexicalForm(field: JsonObject): LexicalForm {
  return compact({
    decimalChar: textOf(field['decimalChar']),
    groupChar: textOf(field['groupChar']),
    bareNumber: truthOf(field['bareNumber']),
    trueValues: textsOf(field['trueValues']),
    falseValues: textsOf(field['falseValues']),
  });
}

/** Categories restrict a field to their values, as an enumeration does; where both are there the enumeration is the narrower one. */
function readConstraints(given: JsonObject, categories: Json | undefined): Constraints {
  return {
    ...compact({ required: truthOf(given['required']), unique: truthOf(given['unique']), enum: readValues(given['enum']) ?? readValues(categories) }),
    ...compact({ minimum: readBound(given['minimum']), maximum: readBound(given['maximum']) }),
    ...compact({ exclusiveMinimum: readBound(given['exclusiveMinimum']), exclusiveMaximum: readBound(given['exclusiveMaximum']) }),
    ...compact({ minLength: numberOf(given['minLength']), maxLength: numberOf(given['maxLength']), pattern: readPattern(given['pattern']) }),
  };
}

/** A pattern that cannot be evaluated has been complained of and constrains nothing. */
function readPattern(value: Json | undefined): string | undefined {
  const source = textOf(value);
  return source !== undefined && isEvaluable(source) ? source : undefined;
}

const readBound = (value: Json | undefined): number | string | undefined => numberOf(value) ?? textOf(value);

function readValues(value: Json | undefined): readonly (string | number | boolean)[] | undefined {
  return listOf(value)?.flatMap(item => readValue(item) ?? readValue(objectOf(item)?.['value']) ?? []);
}

const readValue = (value: Json | undefined): string | number | boolean | undefined => textOf(value) ?? numberOf(value) ?? truthOf(value);
