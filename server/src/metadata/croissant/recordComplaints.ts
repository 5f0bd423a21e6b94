import { count, name, say } from '../../core/message.ts';
import type { Complaint } from '../../core/standard.ts';
import { objectOf } from '../document/shape.ts';
import { complain, multilingual } from './complain.ts';
import { dataComplaints } from './dataComplaints.ts';
import { fieldComplaints } from './fieldComplaints.ts';
import { joinComplaints } from './joinComplaints.ts';
import { keyComplaints } from './keyComplaints.ts';
import { allFields, type Field, type Model, type RecordSet } from './model.ts';
import { typeComplaint } from './typeComplaint.ts';

/** What is to be said of record sets and their fields. */
export function recordComplaints(model: Model): readonly Complaint[] {
  const strangers = model.dataset.all('recordSet').filter(({ value }) => !objectOf(value));
  return [
    ...strangers.map(({ path }) => complain('schema', path, 'value', say`${name('recordSet')} holds objects of the type ${name('RecordSet')}`)),
    ...model.recordSets.flatMap(record => oneRecord(record, model)),
  ];
}

function oneRecord(record: RecordSet, model: Model): readonly Complaint[] {
  const { thing, kind } = record;
  const byLanguage = model.version === '1.1';
  return [
    ...(kind ? [] : [typeComplaint(record, ['RecordSet'], model)]),
    ...multilingual(thing, 'name', byLanguage),
    ...multilingual(thing, 'description', byLanguage),
    ...['field', 'annotation'].flatMap(property => thing.all(property).filter(({ value }) => !objectOf(value)).map(({ path }) =>
      complain('schema', path, 'value', say`${name(property)} holds objects of the type ${name('Field')}`))),
    ...allFields(record).flatMap(field => fieldComplaints(field, model)),
    ...sourceless(record),
    ...keyComplaints(record, model),
    ...dataComplaints(record, model),
    ...joinComplaints(record, model),
  ];
}

const PLENTY = 3;

/** Fields that nothing fills: no source, no constant, no rows in the description itself. */
function sourceless(record: RecordSet): readonly Complaint[] {
  if (record.thing.get('data') || !record.kind) return [];
  const fields = record.fields.filter(field => !field.isAnnotation);
  const empty = fields.filter(isEmpty);
  if (empty.length === fields.length && empty.length > PLENTY) {
    const path = record.thing.get('field')?.path ?? record.thing.node;
    return [complain('schema', path, 'key', say`None of the ${count(empty.length, 'field')} has a ${name('source')} or a ${name('value')}`)];
  }
  const kind = empty.length === fields.length && !record.thing.get('examples') ? 'schema' : 'recommended';
  return empty.map(({ thing }) => complain(kind, thing.node, 'key', say`${name('source')} or ${name('value')} is missing here: nothing fills this field`));
}

const isEmpty = ({ thing, kind, subFields }: Field): boolean =>
  kind !== undefined && ['source', 'value', 'references', 'parentField'].every(property => !thing.get(property)) && subFields.length === 0;
