import { name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, textOf } from '../document/shape.ts';
import { anyOf, complain, replaceBy, setTo } from './complain.ts';
import { allFields, type Kind, type Model, type Part } from './model.ts';
import { referenceOf, type Entry, type Reference } from './thing.ts';

/** A reference that leads nowhere, or to something of the wrong kind. */
export function referenceComplaint(entry: Entry | undefined, kinds: readonly Kind[], model: Model): readonly Complaint[] {
  const reference = referenceOf(entry);
  if (!entry || !reference) {
    return entry ? [complain('schema', entry.path, 'value', say`A reference is written ${quote('{ "@id": "..." }', -1)}`)] : [];
  }
  const target = model.named.get(reference.id);
  if (!target) return unknownId(reference, model, candidates(kinds, model));
  if (target.kind && !kinds.includes(target.kind)) {
    return [complain('reference', reference.path, 'value', say`${name(reference.id)} is of the type ${name(target.kind)}; wanted here is ${anyOf(kinds)}`)];
  }
  return plainReference(reference, model);
}

/** Since 1.0 references are objects with an id, so that they are not taken for text. */
export function plainReference({ plain, id, path }: Reference, { version }: Model): readonly Complaint[] {
  if (!plain || version === '0.8') return [];
  const fix = setTo(path, { '@id': id }, say`Write it as ${quote(`{ "@id": "${id}" }`, -1)}`);
  return [complain('deprecated', path, 'value', say`Since 1.0 a reference is written ${quote(`{ "@id": "${id}" }`, -1)}`, fix)];
}

const candidates = (kinds: readonly Kind[], { named }: Model): readonly string[] =>
  [...named].flatMap(([id, { kind }]) => (kind && kinds.includes(kind) ? [id] : []));

/** Where something has no id or is nothing that could have one, that has been told, and it may be what is meant. */
function unknownId({ id, path }: Reference, { isComplete }: Model, known: readonly string[]): readonly Complaint[] {
  const meant = mostSimilar(id, known);
  if (meant === undefined) return isComplete ? [complain('reference', path, 'value', say`Nothing here has the id ${name(id)}`)] : [];
  return [complain('reference', path, 'value', say`Nothing here has the id ${name(id)}; did you mean ${name(meant)}?`, replaceBy(path, meant))];
}

/** Ids that several things have, ids that cannot be addresses, and things without one. */
export function idComplaints({ dataset, resources, recordSets, version }: Model): readonly Complaint[] {
  const seen = new Set<string>();
  const referred = referredIn(dataset.object);
  return [...resources, ...recordSets.flatMap(record => [record, ...allFields(record)])].flatMap(part => {
    const { thing, id } = part;
    const given = thing.get('@id');
    const isAnnotation = 'isAnnotation' in part && part.isAnnotation === true;
    if (id === '') return isAnnotation ? [] : [nameless(part, version === '0.8')];
    const path = given?.path ?? [...thing.node, 'name'];
    const spaces = given && /\s/.test(id) ? [spaced(id, path)] : [];
    const twice = seen.has(id) ? [complain('schema', path, 'value', say`Something else has the id ${name(id)} already`)] : [];
    seen.add(id);
    return [...spaces, ...twice, ...(given || isAnnotation || version === '0.8' ? [] : [unnumbered(part, referred)])];
  });
}

const spaced = (id: string, path: NodePath): Complaint =>
  complain('schema', path, 'value', say`An id is part of an address and has no spaces`, replaceBy(path, id.trim().replace(/\s+/g, '_')));

/** Names stood for ids before 1.0; a reference that is written as of today does not find them. */
function unnumbered({ thing: { node }, id }: Part, referred: ReadonlySet<string>): Complaint {
  const fix = setTo([...node, '@id'], id, say`Add the id ${name(id)}`);
  return referred.has(id)
    ? complain('schema', node, 'key', say`${name('@id')} is missing here, so no reference to ${name(id)} finds it`, fix)
    : complain('deprecated', node, 'key', say`Since 1.0 this is referred to by an ${name('@id')} rather than by its name`, fix);
}

/** The ids of all references of the form `{ "@id": ... }`. */
function referredIn(root: Json): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (value: Json): void => {
    const object = objectOf(value);
    const inner = object ? Object.values(object) : listOf(value) ?? [];
    if (object && inner.length === 1) ids.add(textOf(object['@id']) ?? '');
    inner.forEach(visit);
  };
  visit(root);
  return ids;
}

function nameless({ thing: { node } }: Part, isDraft: boolean): Complaint {
  return complain('schema', node, 'key', say`${name(isDraft ? 'name' : '@id')} is missing here and has to be given`);
}

/** Files that lie in themselves, by way of others. Each circle is told once. */
export function circleComplaints({ resources, named }: Model): readonly Complaint[] {
  const done = new Set<string>();
  const complaints: Complaint[] = [];
  const visit = (part: Part, above: readonly string[]): void => {
    if (done.has(part.id) || above.length > resources.length) return;
    for (const { id, path } of containers(part)) {
      const target = named.get(id);
      if (id === part.id || above.includes(id)) complaints.push(complain('schema', path, 'value', say`${name(part.id)} would lie in itself here`));
      else if (target) visit(target, [...above, part.id]);
    }
    done.add(part.id);
  };
  resources.forEach(part => visit(part, []));
  return complaints;
}

function containers({ thing }: Part): readonly { readonly id: string; readonly path: NodePath }[] {
  return thing.all('containedIn').flatMap(entry => referenceOf(entry) ?? []);
}
