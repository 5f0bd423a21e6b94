import type { JsonLines } from '../../core/jsonLines.ts';
import { KIND_NAMES, NESTED, NO_COLUMN } from './kinds.ts';
import type { PathNode, Paths } from './paths.ts';

/** Keys that are made known at most: objects with more of them have keys that are data, and each record brings new ones. */
const KEY_LIMIT = 2000;

/** Makes the keys and kinds of values that a pass has met known to whoever reads the lines that are like those before. */
export class Acquaintance {
  readonly #helper: JsonLines;
  readonly #paths: Paths;
  readonly #known: Map<PathNode, number>;

  constructor(helper: JsonLines, paths: Paths) {
    this.#helper = helper;
    this.#paths = paths;
    this.#known = new Map([[paths.root, 0]]);
  }

  /** Values of one more kind were met at a node. With them the column of its nulls may have changed. */
  meet(node: PathNode): void {
    const known = node.parent && this.#numberOf(node);
    if (known === undefined) return;
    KIND_NAMES.forEach((_, kind) => {
      if (node.counts[kind] !== 0) this.#helper.allow(known, kind, kind === NESTED ? NO_COLUMN : this.#paths.columnOf(node, kind));
    });
  }

  /** Adds what the helper has counted to the counts of the nodes. */
  takeCounts(): void {
    for (const [node, known] of this.#known) {
      KIND_NAMES.forEach((_, kind) => {
        node.counts[kind] = (node.counts[kind] ?? 0) + this.#helper.takeCount(known, kind);
      });
    }
  }

  /** Takes the counts for the last time: from here on the helper is gone. */
  end(): void {
    this.takeCounts();
    this.#known.clear();
  }

  /** The number of a node, which is made known where it is not; `undefined` where there are too many. */
  #numberOf(node: PathNode): number | undefined {
    const known = this.#known.get(node);
    const parent = node.parent && this.#known.get(node.parent);
    if (known !== undefined || parent === undefined || this.#known.size > KEY_LIMIT) return known;
    const number = this.#helper.know(parent, node.key);
    this.#known.set(node, number);
    return number;
  }
}
