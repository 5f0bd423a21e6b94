import { name, say } from '../../core/message.ts';
import type { Complaint } from '../../core/standard.ts';
import { textOf } from '../document/shape.ts';
import { anyOf, complain, replaceBy } from './complain.ts';
import type { Kind, Model, Part } from './model.ts';

/** Something stands where only things of certain types can. */
export function typeComplaint({ thing }: Part, kinds: readonly Kind[], { context, version }: Model): Complaint {
  const own = Object.keys(context.given).find(key => context.term(`${key}:`) === (version === '0.8' ? 'ml:' : 'cr:')) ?? 'cr';
  const prefix = version === '0.8' && kinds.includes('FileObject') ? 'sc' : own;
  const wanted = kinds.map(kind => `${prefix}:${kind}`);
  const given = textOf(thing.object['@type']);
  const [only] = wanted;
  const missing = thing.object['@type'] === undefined;
  const path = missing ? thing.node : [...thing.node, '@type'];
  const message = missing
    ? say`${name('@type')} is missing here; it should be ${anyOf(wanted)}`
    : say`${name(given ?? '@type')} cannot stand here; the type should be ${anyOf(wanted)}`;
  const fix = wanted.length === 1 && only !== undefined ? replaceBy([...thing.node, '@type'], only) : undefined;
  return complain('schema', path, missing ? 'key' : 'value', message, fix);
}
