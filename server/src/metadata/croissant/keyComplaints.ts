import { name, say } from '../../core/message.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { complain, replaceBy, setTo } from './complain.ts';
import { allFields, type Field, type Model, type RecordSet } from './model.ts';
import { referenceOf } from './thing.ts';

/** Keys of a record set, which are its fields, and what version 0.8 said of enumerations. */
export function keyComplaints(record: RecordSet, model: Model): readonly Complaint[] {
  const fields = allFields(record);
  const enumeration = record.thing.get('isEnumeration');
  const wrong = record.thing.all('key').flatMap(entry => {
    const reference = referenceOf(entry);
    if (!reference) return [complain('schema', entry.path, 'value', say`A key is the id of a field of this record set`)];
    if (fieldCalled(reference.id, fields)) return [];
    const meant = mostSimilar(reference.id, fields.map(({ id }) => id));
    const message = meant === undefined
      ? say`No field of this record set has the id ${name(reference.id)}, so readers pass over it`
      : say`No field of this record set has the id ${name(reference.id)}; did you mean ${name(meant)}?`;
    return [complain('ignored', reference.path, 'value', message, meant === undefined ? undefined : replaceBy(reference.path, meant))];
  });
  if (enumeration?.value !== true || model.version === '0.8' || record.thing.get('dataType')) return wrong;
  const fix = setTo([...record.thing.node, 'dataType'], 'sc:Enumeration', say`Add ${name('dataType')}`);
  return [...wrong, complain('deprecated', enumeration.path, 'key', say`Since 1.0 an enumeration is a record set with the type ${name('sc:Enumeration')}`, fix)];
}

/** The field an id stands for; before 1.0, and in many descriptions since, its name or the end of its id. */
export const fieldCalled = (id: string, fields: readonly Field[]): Field | undefined =>
  fields.find(field => field.id === id) ?? fields.find(field => field.thing.text('name') === id || field.id.endsWith(`/${id}`));
