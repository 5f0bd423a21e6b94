import { name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import { numberOf, listOf, textOf, type JsonObject } from '../document/shape.ts';
import type { Complaint } from '../../core/standard.ts';
import { itemsOf, missing, wrong } from './helpers.ts';

/** How the result of a check is compared. A check has one of them. */
export const OPERATORS: readonly string[] = [
  'mustBe', 'mustNotBe', 'mustBeGreaterThan', 'mustBeGreaterOrEqualTo', 'mustBeLessThan', 'mustBeLessOrEqualTo', 'mustBeBetween', 'mustNotBeBetween',
];

const RENAMED = say`${name('rule')} is now called ${name('metric')}`;
const UNCOMPARED = say`A check needs something to be compared with, such as ${name('mustBe')}`;

/** Whether a complaint holds from version 3.1 on alone: in 3.0 a check names its `rule`, and need not be compared with anything. */
export const isOfNewer = ({ message }: Complaint): boolean => message === RENAMED || message === UNCOMPARED;

/** Checks of an object or a property: what each type of check needs. */
export function qualityComplaints(element: JsonObject, node: NodePath): readonly Complaint[] {
  return itemsOf(element['quality'], [...node, 'quality']).flatMap(([check, path]) => [...needs(check, path), ...ranges(check, path)]);
}

/** A check with a metric is one of the library, whatever it says. */
function needs(check: JsonObject, path: NodePath): readonly Complaint[] {
  const type = 'metric' in check ? 'library' : textOf(check['type']);
  switch (type) {
    case 'library': return [...('metric' in check ? [] : [oldRule(check, path)]), ...operators(check, path)];
    case 'sql': return [...('query' in check ? [] : [missing(path, 'query')]), ...operators(check, path)];
    case 'custom': return ['engine', 'implementation'].filter(key => !(key in check)).map(key => missing(path, key));
    default: return [];
  }
}

/** `rule` is what a metric was called before version 3.1. */
function oldRule(check: JsonObject, path: NodePath): Complaint {
  if (!('rule' in check)) return missing(path, 'metric');
  return {
    kind: 'deprecated', path: [...path, 'rule'], part: 'key', message: RENAMED,
    fix: { title: say`Rename to ${name('metric')}`, safety: 'unsafe', change: { do: 'rename-node', path: [...path, 'rule'], to: 'metric' } },
  };
}

/** A misspelt operator is told as a key that is not known. */
function operators(check: JsonObject, path: NodePath): readonly Complaint[] {
  const given = OPERATORS.filter(operator => operator in check);
  const misspelt = Object.keys(check).some(key => /^must/i.test(key) && !OPERATORS.includes(key));
  if (given.length === 0) return misspelt ? [] : [wrong(path, UNCOMPARED, 'key')];
  return given.slice(1).map(operator => wrong([...path, operator], say`A check compares once; ${name(given[0] ?? '')} is here already`, 'key'));
}

function ranges(check: JsonObject, path: NodePath): readonly Complaint[] {
  return ['mustBeBetween', 'mustNotBeBetween'].flatMap(key => {
    const bounds = listOf(check[key]);
    if (!bounds) return [];
    const at = [...path, key];
    if (bounds.length !== 2) return [wrong(at, say`${name(key)} takes two numbers, the smaller one first`)];
    const [low, high] = bounds.map(numberOf);
    if (low === undefined || high === undefined || low < high) return [];
    return [wrong(at, say`The first number is the smaller one; nothing lies between ${quote(String(low), -1)} and ${quote(String(high), -1)}`)];
  });
}
