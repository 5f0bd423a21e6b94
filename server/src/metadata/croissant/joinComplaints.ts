import { name, say } from '../../core/message.ts';
import type { Complaint } from '../../core/standard.ts';
import { objectOf } from '../document/shape.ts';
import { complain } from './complain.ts';
import type { Field, Model, RecordSet } from './model.ts';
import { referenceOf, thingOf, type Entry } from './thing.ts';
import { USUAL } from './vocabulary.ts';

/** Fields of one record set that come from places nobody says how to bring together. Told once, at the first such field. */
export function joinComplaints(record: RecordSet, model: Model): readonly Complaint[] {
  const fields = record.fields.filter(({ isAnnotation }) => !isAnnotation);
  const joined = new Set<string>();
  const sources = new Map<string, Field>();
  for (const field of fields) {
    const [source, target] = [originId(field.thing.get('source'), model), originId(field.thing.get('references'), model)];
    if (source !== undefined && !sources.has(source)) sources.set(source, field);
    if (source !== undefined && target !== undefined) joined.add(`${source}\0${target}`).add(`${target}\0${source}`);
  }
  const origins = [...sources];
  for (const [i, [one, field]] of origins.entries()) {
    const apart = origins.slice(0, i).find(([other]) => !joined.has(`${one}\0${other}`));
    if (!apart) continue;
    const path = field.thing.get('source')?.path ?? field.thing.node;
    const sources = say`Fields of ${name(record.id)} come from ${name(apart[0])} and from ${name(one)}, and no ${name('references')} says how their records belong together`;
    return [complain('schema', path, 'key', sources)];
  }
  return [];
}

/** The file, set of files or record set that values come from: for a field the record set it is part of. */
export function originId(entry: Entry | undefined, { named, context }: Model): string | undefined {
  if (!entry) return undefined;
  const source = thingOf(objectOf(entry.value) ?? {}, entry.path, context, USUAL.Source);
  const inner = ['field', 'fileObject', 'fileSet', 'recordSet', 'distribution'].flatMap(property => referenceOf(source.get(property)) ?? []);
  const reference = referenceOf(entry) ?? inner[0];
  const target = reference && named.get(reference.id);
  return target && (target.record?.id ?? target.id);
}
