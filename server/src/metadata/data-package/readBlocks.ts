import { SPLIT_ROLES, type MlDescription, type SplitsDescription } from '../../core/description.ts';
import type { Json } from '../../core/problem.ts';
import { compact, numberOf, objectOf, oneOrMore, textOf, textsOf, type JsonObject } from '../document/shape.ts';

/** The block `ml` of a package. */
export function readMl(value: Json | undefined): MlDescription | undefined {
  const block = objectOf(value);
  if (!block) return undefined;
  const given = textOf(block['task']);
  const task = TASKS.find(candidate => candidate === given);
  const lists = compact({
    features: textsOf(block['features']), ignore: textsOf(block['ignore']), groups: textsOf(block['groups']), splits: readSplits(objectOf(block['splits'])),
  });
  return {
    node: ['ml'], ...lists, ...compact({ task, target: textOf(block['target']), group: textOf(block['group']), time: textOf(block['time']) }),
  };
}

function readSplits(block: JsonObject | undefined): SplitsDescription | undefined {
  if (!block) return undefined;
  const rows = objectOf(block['rows']);
  return {
    node: ['ml', 'splits'],
    parts: compact(Object.fromEntries(SPLIT_ROLES.map(role => [role, oneOrMore(block[role])]))),
    rows: compact(Object.fromEntries(SPLIT_ROLES.map(role => [role, numberOf(rows?.[role])]))),
    ...compact({ column: textOf(block['column']) }),
  };
}

const TASKS = ['classification', 'regression'] as const;
