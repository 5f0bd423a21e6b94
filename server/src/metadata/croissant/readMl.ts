import type { MlDescription, SplitRole, SplitsDescription } from '../../core/description.ts';
import { compact, listOf, objectOf, textOf } from '../document/shape.ts';
import type { ColumnField } from './columns.ts';
import { thingIn } from './columns.ts';
import type { Field, Model, RecordSet } from './model.ts';
import { cut, itemsOf, referenceOf, type Thing } from './thing.ts';
import { USUAL } from './vocabulary.ts';

/** The one column that is a label, and the splits a column tells apart; nothing where there are several or none. */
export function readMl(model: Model, columns: readonly ColumnField[]): MlDescription | undefined {
  const labels = columns.filter(({ field }) => hasType(field.thing, 'Label', model));
  const [label, another] = labels;
  const target = label && !another && !label.source.get('transform') ? label.column : undefined;
  const splits = readSplits(model, columns);
  if (target === undefined && !splits) return undefined;
  return { node: label && target !== undefined ? label.field.thing.node : splits?.node ?? [], ...compact({ target, splits }) };
}

/** Whether a field or a record set is of a class of Croissant. */
const hasType = (thing: Thing, type: string, { context }: Model): boolean =>
  thing.all('dataType').some(({ value }) => /^(?:cr|ml)$/.test(cut(context.term(textOf(value) ?? ''))[0]) && cut(context.term(textOf(value) ?? ''))[1] === type);

function readSplits(model: Model, columns: readonly ColumnField[]): SplitsDescription | undefined {
  const found = columns.flatMap(column => {
    const record = splitsOf(column, model);
    return record && !column.source.get('transform') ? [{ column, record }] : [];
  });
  const [only, another] = found;
  if (!only || another) return undefined;
  return { column: only.column.column, parts: partsOf(only.record, model), rows: {}, node: only.column.field.thing.node };
}

/** The record set of splits that a field refers to. */
function splitsOf({ field }: ColumnField, model: Model): RecordSet | undefined {
  const [entry] = itemsOf(field.thing.get('references'));
  const reference = entry && (referenceOf(entry) ?? referenceOf(thingIn(field.thing, 'references', model, USUAL.Source)?.get('field')));
  return model.recordSets.find(record => hasType(record.thing, 'Split', model) && record.fields.some(({ id }) => id === reference?.id));
}

function partsOf(record: RecordSet, model: Model): SplitsDescription['parts'] {
  const data = record.thing.get('data');
  const rows = data ? listOf(data.value) ?? [data.value] : [];
  const parts: Partial<Record<SplitRole, readonly string[]>> = {};
  for (const row of rows) {
    const texts = Object.entries(objectOf(row) ?? {}).flatMap(([key, value]) => (textOf(value) === undefined ? [] : [{ key, text: textOf(value) ?? '' }]));
    const name = texts.find(({ key }) => isKey(key, record))?.text ?? texts[0]?.text;
    const role = texts.flatMap(({ text }) => roleOf(cut(model.context.term(text))[1]) ?? [])[0] ?? (name === undefined ? undefined : roleOf(name));
    if (name !== undefined && role !== undefined) parts[role] = [...(parts[role] ?? []), name];
  }
  return parts;
}

function isKey(key: string, record: RecordSet): boolean {
  const [entry] = record.thing.all('key');
  const id = referenceOf(entry)?.id;
  return id === key || (record.fields.find((field: Field) => field.id === id)?.id ?? '') === key;
}

function roleOf(text: string): SplitRole | undefined {
  if (/^(?:training_?split|train(?:ing)?)$/i.test(text)) return 'train';
  if (/^(?:validation_?split|valid(?:ation)?|val|dev)$/i.test(text)) return 'validation';
  return /^(?:test_?split|testing_?split|test(?:ing)?|eval)$/i.test(text) ? 'test' : undefined;
}
