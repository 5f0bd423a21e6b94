import type { Hierarchy } from '../../core/annotation.ts';
import { list, name, say, type Message } from '../../core/message.ts';
import type { NodePath, TextRange } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { readDocument } from '../../metadata/document/document.ts';
import { ALGORITHMS } from '../../privacy/anonymise/demand.ts';
import { isJsonList, isJsonObject } from '../../util/json.ts';
import { mostSimilar } from '../../util/similar.ts';
import { allTransforms } from '../registry.ts';
import { wrongParameter } from './parameters.ts';
import { KEEP, type ColumnPlan, type KAnonymityPlan, type Plan, type RowRule } from './plan.ts';

/** Why a plan cannot be followed, and where it says so. */
export interface WrongPlan {
  readonly wrong: Message;
  readonly path: NodePath;
}

export const isWrongPlan = (plan: Plan | WrongPlan): plan is WrongPlan => 'wrong' in plan;

/** A plan document with the first thing that is wrong in it, and where. */
export function readPlan(text: string, fileName: string): Plan | (WrongPlan & { readonly range: TextRange }) {
  const { value, problems: [problem], locate } = readDocument(text, fileName);
  if (problem) return { wrong: problem.message, path: [], range: problem.range };
  const plan = planOf(value ?? {});
  return isWrongPlan(plan) ? { ...plan, range: locate(plan.path, 'value') } : plan;
}

/** A plan as plain data. */
export function planOf(value: Json): Plan | WrongPlan {
  try {
    return parse(new Node(value, []));
  } catch (cause) {
    if (cause instanceof Wrong) return { wrong: cause.wrong, path: cause.path };
    throw cause;
  }
}

/** Ends the reading of a plan at the first thing that is wrong. */
class Wrong extends Error {
  constructor(readonly wrong: Message, readonly path: NodePath) {
    super(wrong.template);
  }
}

/** A value of the plan and where it stands. */
class Node {
  constructor(readonly value: Json | undefined, readonly path: NodePath) {}

  fail(wrong: Message): never {
    throw new Wrong(wrong, this.path);
  }

  get(key: string): Node {
    return new Node(isJsonObject(this.value) ? this.value[key] : undefined, [...this.path, key]);
  }

  get isThere(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  entries(): readonly (readonly [string, Node])[] {
    if (!this.isThere) return [];
    const { value } = this;
    return isJsonObject(value) ? Object.entries(value).map(([key, inner]) => [key, new Node(inner, [...this.path, key])]) : this.fail(say`an object is expected here`);
  }

  items(): readonly Node[] {
    if (!this.isThere) return [];
    const { value } = this;
    return isJsonList(value) ? value.map((item, i) => new Node(item, [...this.path, i])) : this.fail(say`a list is expected here`);
  }

  /** Only these keys. */
  only(keys: readonly string[]): this {
    for (const [key, node] of this.entries()) {
      if (keys.includes(key)) continue;
      const meant = mostSimilar(key, keys);
      node.fail(meant === undefined ? say`${name(key)} means nothing here; there are ${list(keys.map(name))}` : say`${name(key)} means nothing here; did you mean ${name(meant)}?`);
    }
    return this;
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fail(say`a text is expected here`);
  }

  number(least: number, most: number, usual?: number): number {
    if (!this.isThere && usual !== undefined) return usual;
    const { value } = this;
    return typeof value === 'number' && value >= least && value <= most ? value : this.fail(say`a number from ${name(String(least))} to ${name(String(most))} is expected here`);
  }

  word<T extends string>(words: readonly T[], usual?: T): T {
    if (!this.isThere && usual !== undefined) return usual;
    return words.find(word => word === this.value) ?? this.fail(say`one of ${list(words.map(name))} is expected here`);
  }
}

const MANY = 1e9;

function parse(root: Node): Plan {
  root.only(['columns', 'others', 'leaveOut', 'kAnonymity', 'hierarchies', 'seed']);
  const kAnonymity = root.get('kAnonymity');
  const hierarchies = root.get('hierarchies').entries().map(([column, node]) => [column, hierarchyOf(node)] as const);
  const columns = root.get('columns').entries();
  return {
    columns: columns.map(([column, node]) => columnOf(column, node)),
    others: root.get('others').word(['keep', 'drop'] as const, 'keep'),
    leaveOut: root.get('leaveOut').items().map(rowRuleOf),
    hierarchies: Object.fromEntries([...columns.flatMap(([column, node]) => ownHierarchy(column, node)), ...hierarchies]),
    ...(kAnonymity.isThere && { kAnonymity: kAnonymityOf(kAnonymity) }),
    ...(root.get('seed').isThere && { seed: root.get('seed').number(0, 2 ** 32 - 1) }),
  };
}

/** `email: drop`, or `email: { use: mask, first: 1 }`. */
function columnOf(column: string, node: Node): ColumnPlan {
  if (typeof node.value === 'string') return { column, use: transformOf(node), parameters: {} };
  const use = transformOf(node.get('use'));
  const { use: _, hierarchy: __, ...parameters } = isJsonObject(node.value) ? node.value : {};
  const transform = allTransforms.find(({ id }) => id === use);
  const wrong = transform && wrongParameter(transform.parameters, parameters);
  return wrong ? node.fail(wrong) : { column, use, parameters };
}

function transformOf(node: Node): string {
  const ids = [KEEP, ...allTransforms.map(({ id }) => id)];
  const id = node.text();
  if (ids.includes(id)) return id;
  const meant = mostSimilar(id, ids);
  return node.fail(meant === undefined ? say`there is no technique ${name(id)}; there are ${list(ids.map(name))}` : say`there is no technique ${name(id)}; did you mean ${name(meant)}?`);
}

const ownHierarchy = (column: string, node: Node): readonly (readonly [string, Hierarchy])[] =>
  (isJsonObject(node.value) && node.value['hierarchy'] !== undefined ? [[column, hierarchyOf(node.get('hierarchy'))]] : []);

/** `{ path: city.csv }`, or `{ levels: { Berlin: [Germany, Europe] } }`. */
function hierarchyOf(node: Node): Hierarchy {
  node.only(['path', 'levels']);
  if (node.get('path').isThere) return { path: node.get('path').text() };
  const levels = node.get('levels').entries().map(([value, above]) => [value, above.items().map(item => item.text())] as const);
  return levels.length === 0 ? node.fail(say`a hierarchy has a ${name('path')} or ${name('levels')}`) : { levels: Object.fromEntries(levels) };
}

function rowRuleOf(node: Node): RowRule {
  node.only(['column', 'above', 'below', 'is', 'missing']);
  const [above, below, is] = [node.get('above'), node.get('below'), node.get('is')];
  const rule = {
    ...(above.isThere && { above: above.number(-Infinity, Infinity) }), ...(below.isThere && { below: below.number(-Infinity, Infinity) }),
    ...(is.isThere && { is: is.items().map(scalarOf) }), ...(node.get('missing').value === true && { missing: true as const }),
  };
  if (Object.keys(rule).length === 0) node.fail(say`a row is left out by ${list(['above', 'below', 'is', 'missing'].map(name))}`);
  return { column: node.get('column').text(), ...rule };
}

const scalarOf = (node: Node): string => (typeof node.value === 'number' || typeof node.value === 'boolean' ? String(node.value) : node.text());

function kAnonymityOf(node: Node): KAnonymityPlan {
  node.only(['k', 'quasiIdentifiers', 'algorithm', 'suppression', 'unit', 'lDiversity', 'tCloseness']);
  const quasiIdentifiers = node.get('quasiIdentifiers').items().map(item => item.text());
  if (quasiIdentifiers.length === 0) node.get('quasiIdentifiers').fail(say`k-anonymity needs the columns that others may know: ${name('quasiIdentifiers')}`);
  const algorithm = node.get('algorithm').word(ALGORITHMS, 'mondrian');
  return {
    quasiIdentifiers, algorithm,
    k: whole(node.get('k'), 2),
    suppression: node.get('suppression').number(0, 1, algorithm === 'suppression' ? 1 : algorithm === 'full-domain' ? USUAL_SUPPRESSION : 0),
    ...(node.get('unit').isThere && { unit: node.get('unit').text() }),
    lDiversity: node.get('lDiversity').items().map(diversityOf),
    tCloseness: node.get('tCloseness').items().map(closenessOf),
  };
}

/** A few rows that are like no others would have all the others generalised for their sake. */
const USUAL_SUPPRESSION = 0.02;

function whole(node: Node, least: number): number {
  const value = node.number(least, MANY);
  return Number.isInteger(value) ? value : node.fail(say`a whole number is expected here`);
}

function diversityOf(node: Node): KAnonymityPlan['lDiversity'][number] {
  node.only(['sensitive', 'kind', 'l', 'c']);
  const kind = node.get('kind').word(['distinct', 'entropy', 'recursive'] as const, 'distinct');
  const l = kind === 'entropy' ? node.get('l').number(1, MANY) : whole(node.get('l'), 2);
  return { sensitive: node.get('sensitive').text(), kind, l, c: node.get('c').number(0, MANY, kind === 'recursive' ? undefined : 1) };
}

function closenessOf(node: Node): KAnonymityPlan['tCloseness'][number] {
  node.only(['sensitive', 't', 'distance']);
  return { sensitive: node.get('sensitive').text(), t: node.get('t').number(0, 1), distance: node.get('distance').word(['equal', 'ordered'] as const, 'equal') };
}
