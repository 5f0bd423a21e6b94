import type { Column } from '../../core/column.ts';
import { list, name, say, type Message } from '../../core/message.ts';
import { isWrong, type Change, type Levels, type TransformTools } from '../../core/transform.ts';
import { mostSimilar } from '../../util/similar.ts';
import { allTransforms } from '../registry.ts';
import { KEEP, type ColumnPlan, type KAnonymityPlan, type Plan } from './plan.ts';

/** A plan held against a table: what is to become of each column. */
export interface Prepared {
  readonly plan: Plan;
  readonly columns: readonly PreparedColumn[];
}

export interface PreparedColumn {
  readonly column: Column;
  /** `undefined` for a column that is left as it is, unless k-anonymity changes it. */
  readonly plan: ColumnPlan | undefined;
  readonly change: Change | undefined;
  readonly levels: Levels | undefined;
}

/** What transforms are handed, but for the column. */
export interface Tools {
  random(): number;
  key(ref: string): Uint8Array | undefined;
  readonly hierarchies: ReadonlyMap<string, Levels>;
}

/** Holds a plan against the columns of a table; a message says what does not fit. */
export function prepare(plan: Plan, columns: readonly Column[], tools: Tools): Prepared | Message {
  const unknown = namesIn(plan).find(one => !columns.some(column => column.name === one));
  if (unknown !== undefined) return noColumn(unknown, columns);
  const prepared: PreparedColumn[] = [];
  for (const column of columns) {
    const made = prepareColumn(column, plan, tools);
    if ('template' in made) return made;
    prepared.push(made);
  }
  if (prepared.every(({ change }) => change?.per === 'table')) return say`the plan leaves out every column`;
  return (plan.kAnonymity && wrongDemand(plan.kAnonymity, prepared)) ?? { plan, columns: prepared };
}

function namesIn({ columns, leaveOut, kAnonymity, hierarchies }: Plan): readonly string[] {
  const { quasiIdentifiers = [], unit, lDiversity = [], tCloseness = [] } = kAnonymity ?? {};
  return [
    ...columns.map(({ column }) => column), ...leaveOut.map(({ column }) => column), ...quasiIdentifiers, ...(unit === undefined ? [] : [unit]),
    ...[...lDiversity, ...tCloseness].map(({ sensitive }) => sensitive), ...Object.keys(hierarchies),
  ];
}

function prepareColumn(column: Column, plan: Plan, tools: Tools): PreparedColumn | Message {
  const own = plan.columns.find(one => one.column === column.name) ?? (plan.others === 'drop' && !isNeeded(column.name, plan) ? { column: column.name, use: 'drop', parameters: {} } : undefined);
  const levels = tools.hierarchies.get(column.name);
  const transform = allTransforms.find(({ id }) => id === own?.use);
  if (!own || own.use === KEEP || !transform) return { column, plan: own, change: undefined, levels };
  const given: TransformTools = { column: column.name, random: () => tools.random(), key: ref => tools.key(ref), hierarchy: levels };
  const change = transform.make(own.parameters, given);
  return isWrong(change) ? say`${name(column.name)}: ${change}` : { column, plan: own, change, levels };
}

/** A column k-anonymity is asked for stays though the plan has others left out. */
const isNeeded = (column: string, { kAnonymity }: Plan): boolean =>
  kAnonymity !== undefined && [...kAnonymity.quasiIdentifiers, ...[...kAnonymity.lDiversity, ...kAnonymity.tCloseness].map(({ sensitive }) => sensitive)].includes(column);

function wrongDemand({ quasiIdentifiers, lDiversity, tCloseness }: KAnonymityPlan, columns: readonly PreparedColumn[]): Message | undefined {
  const both = [...lDiversity, ...tCloseness].find(({ sensitive }) => quasiIdentifiers.includes(sensitive));
  if (both) return say`${name(both.sensitive)} cannot be a quasi-identifier and sensitive at once`;
  const changed = columns.filter(({ column }) => quasiIdentifiers.includes(column.name));
  const dropped = changed.find(({ change }) => change?.per === 'table');
  if (dropped) return say`${name(dropped.column.name)} is left out, so it is no quasi-identifier`;
  const random = changed.find(({ change }) => change && !(change.per === 'cell' && change.consistent));
  return random && say`${name(random.column.name)} is changed at random, so it cannot be generalised as well`;
}

function noColumn(unknown: string, columns: readonly Column[]): Message {
  const meant = mostSimilar(unknown, columns.map(column => column.name));
  if (meant !== undefined) return say`there is no column ${name(unknown)}; did you mean ${name(meant)}?`;
  return say`there is no column ${name(unknown)}, but ${list(columns.map(column => name(column.name)))}`;
}
