import { name, number, percent, say, type Message } from '../../core/message.ts';
import { combinationsOf, type Combinations, type Demand, type Group, type QuasiIdentifier } from './demand.ts';
import { ANY, type Dimension } from './dimension.ts';
import { keptGroups, leastLoss, MOST_NODES, nodesOf, type Generalisation } from './lattice.ts';
import { levelsFor } from './levels.ts';
import { lossOf, type Loss } from './loss.ts';
import { mondrian } from './mondrian.ts';
import { Ordered } from './ordered.ts';
import { holdsFor } from './test.ts';
import { Branching, treeOf, type Tree } from './tree.ts';

/** A table that keeps what was demanded, as its quasi-identifiers are to be written. */
export interface Anonymised {
  /** The new text of a quasi-identifier, by its place among them. */
  text(column: number, row: number): string;
  isLeftOut(row: number): boolean;
  /** The level each column was raised to, for full-domain generalisation. */
  readonly levels?: readonly number[];
  readonly loss: Loss;
}

/** Generalises quasi-identifiers until every class keeps the demand; a message says why that cannot be. Deterministic. */
export function anonymise(columns: readonly QuasiIdentifier[], rows: number, demand: Demand): Anonymised | Message {
  const uncovered = columns.find(({ texts, levels }) => levels && texts.some(text => !levels.has(text)));
  if (uncovered) return say`the hierarchy of ${name(uncovered.name)} lacks ${number(lackOf(uncovered))} of its ${number(uncovered.texts.length)} different values`;
  const combinations = combinationsOf(columns, rows);
  switch (demand.algorithm) {
    case 'mondrian': return byMondrian(columns, combinations, demand);
    case 'full-domain': return byLattice(columns, combinations, demand);
    case 'suppression': return bySuppression(columns, combinations, demand);
  }
}

const lackOf = ({ texts, levels }: QuasiIdentifier): number => texts.filter(text => levels?.has(text) === false).length;

function byMondrian(columns: readonly QuasiIdentifier[], combinations: Combinations, demand: Demand): Anonymised | Message {
  const dimensions = columns.map((column, i): Dimension => {
    const codes = combinations.codes[i] ?? new Uint32Array();
    return column.levels ? new Branching(treeOf(column.texts, column.levels), codes) : new Ordered(column, codes, combinations.weights);
  });
  const holds = holdsFor(combinations, demand);
  const members = Uint32Array.from({ length: combinations.count }, (_, i) => i);
  if (!holds({ members, from: 0, to: combinations.count })) return beyond(combinations, demand);
  const groups = mondrian(combinations, dimensions, holds);
  const losses = groups.map(group => dimensions.map(dimension => dimension.width(group)));
  return written(groups, group => dimensions.map(dimension => dimension.text(group)), losses, combinations, demand);
}

function byLattice(columns: readonly QuasiIdentifier[], combinations: Combinations, demand: Demand): Anonymised | Message {
  const trees = columns.map(({ texts, levels }) => treeOf(texts, levels ?? levelsFor(texts)));
  if (nodesOf(trees) > MOST_NODES) return say`there are ${number(nodesOf(trees))} ways to generalise these columns, more than can be searched; take fewer columns, fewer levels, or mondrian`;
  const found = leastLoss(combinations, trees, demand);
  return found ? ofGeneralisation(found, trees, combinations, demand) : beyond(combinations, demand);
}

function bySuppression(columns: readonly QuasiIdentifier[], combinations: Combinations, demand: Demand): Anonymised | Message {
  const trees = columns.map(({ texts }) => treeOf(texts, new Map(texts.map(text => [text, [ANY]]))));
  const members = Uint32Array.from({ length: combinations.count }, (_, i) => i);
  const each = Array.from({ length: combinations.count }, (_, i): Group => ({ members, from: i, to: i + 1 }));
  const kept = keptGroups(each, combinations, demand);
  const leftRows = combinations.rows - kept.groups.reduce((sum, { from }) => sum + (combinations.weights[from] ?? 0), 0);
  const share = combinations.rows === 0 ? 0 : leftRows / combinations.rows;
  if (share > demand.suppression) return say`${percent(share)} of the rows would have to be left out, and ${percent(demand.suppression)} may be`;
  const found: Generalisation = { levels: columns.map(() => 0), ...kept, leftRows, loss: share };
  const { levels: _, ...result } = ofGeneralisation(found, trees, combinations, demand);
  return result;
}

function ofGeneralisation({ levels, groups }: Generalisation, trees: readonly Tree[], combinations: Combinations, demand: Demand): Anonymised {
  const nodeOf = (group: Group, tree: Tree, i: number): number => tree.nodes[levels[i] ?? 0]?.[combinations.codes[i]?.[group.members[group.from] ?? 0] ?? 0] ?? 0;
  const texts = (group: Group): readonly string[] => trees.map((tree, i) => tree.labels[levels[i] ?? 0]?.[nodeOf(group, tree, i)] ?? ANY);
  const losses = groups.map(group => trees.map((tree, i) => tree.losses[levels[i] ?? 0]?.[nodeOf(group, tree, i)] ?? 0));
  return { levels, ...written(groups, texts, losses, combinations, demand) };
}

function beyond({ rows }: Combinations, { k, diversity, closeness, algorithm }: Demand): Message {
  if (rows < k) return say`there are ${number(rows)} rows, fewer than the ${number(k)} that each class must have`;
  if (diversity.length > 0 || closeness.length > 0) return say`even with all quasi-identifiers covered the table does not keep what is asked of its sensitive columns`;
  return algorithm === 'mondrian' ? say`there are fewer than ${number(k)} persons in the table` : say`no generalisation of these columns keeps k = ${number(k)}`;
}

const LEFT_OUT = 0xffffffff;

function written(
  groups: readonly Group[], textsOf: (group: Group) => readonly string[], losses: readonly (readonly number[])[], combinations: Combinations, demand: Demand,
): Anonymised {
  const groupOf = new Uint32Array(combinations.count).fill(LEFT_OUT);
  groups.forEach(({ members, from, to }, i) => { for (let at = from; at < to; at++) groupOf[members[at] ?? 0] = i; });
  const texts = groups.map(textsOf);
  return {
    text: (column, row) => texts[groupOf[combinations.ofRow[row] ?? 0] ?? 0]?.[column] ?? '',
    isLeftOut: row => groupOf[combinations.ofRow[row] ?? 0] === LEFT_OUT,
    loss: lossOf(groups, losses, texts, combinations, demand.k),
  };
}
