import { name, say } from '../../core/message.ts';
import type { Complaint } from '../../core/standard.ts';
import { objectOf } from '../document/shape.ts';
import { complain, renameTo } from './complain.ts';
import { allFields, type Model } from './model.ts';
import { thingOf, type Thing } from './thing.ts';
import { USUAL } from './vocabulary.ts';

/** Slips of the pen in names of properties. */
export function slips(model: Model): readonly Complaint[] {
  const { dataset, resources, recordSets } = model;
  const parts = [...resources, ...recordSets.flatMap(record => [record, ...allFields(record)])].map(({ thing }) => thing);
  return [dataset, ...parts].flatMap(thing => {
    const said = SAID.get(thing) ?? [...slipsIn(thing), ...sourceSlips(thing, model)];
    SAID.set(thing, said);
    return said;
  });
}

/** What was said of things: most are the same after a keystroke, see `thingOf`. */
const SAID = new WeakMap<Thing, readonly Complaint[]>();

function sourceSlips(thing: Thing, { context }: Model): readonly Complaint[] {
  const within = (above: Thing, property: string, usual: readonly string[]): readonly Thing[] => above.all(property).flatMap(({ value, path }) => {
    const object = objectOf(value);
    return object ? [thingOf(object, path, context, usual)] : [];
  });
  const sources = ['source', 'references', 'containedIn'].flatMap(property => within(thing, property, USUAL.Source));
  return sources.flatMap(source => [source, ...within(source, 'extract', USUAL.Extract), ...within(source, 'transform', USUAL.Transform)]).flatMap(slipsIn);
}

function slipsIn({ slips: found, node, object, get }: Thing): readonly Complaint[] {
  return [...found].map(([key, meant]) => {
    const path = [...node, key];
    const isTaken = get(meant)?.path.at(-1) !== key;
    return complain('unknown-key', path, 'key', say`${name(key)} is not known here; did you mean ${name(meant)}?`, isTaken || meant in object ? undefined : renameTo(path, meant));
  });
}
