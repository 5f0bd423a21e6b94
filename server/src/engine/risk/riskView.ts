import type { Column } from '../../core/column.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { ClassQuestion, ClassView, Disclosure, Measured, Offence, RiskView } from '../../core/risk.ts';
import { forEachClassRisk, leastC, type ClassRisk } from '../../privacy/measures/attribute.ts';
import { classesOf, forEachRow, ownSize, type Classes } from '../../privacy/measures/classes.ts';
import { forEachClass, type Sensitive } from '../../privacy/measures/groups.ts';
import { forEachHierarchicalT, treeOfLevels } from '../../privacy/measures/hierarchical.ts';
import { identityRisk, sizesOf, unitsOf, type IdentityRisk } from '../../privacy/measures/identity.ts';
import { unicity } from '../../privacy/measures/unicity.ts';
import type { ColumnCodes } from '../coder.ts';

/** A risk view over coded columns. */
export function createRiskView(chosen: Omit<RiskView, 'classes' | 'unicity'>, codes: ReadonlyMap<Column, ColumnCodes>, kernel: Kernel): RiskView {
  const known = new Map<string, ClassView>();
  return {
    ...chosen,
    unicity(points) {
      const codesOf = (columns: readonly Column[]): readonly Uint32Array[] => columns.flatMap(column => codes.get(column)?.codes ?? []);
      const [traces, people] = [codesOf(chosen.trace), codesOf(chosen.unit.length > 0 ? chosen.unit : chosen.persons)];
      const rows = traces[0]?.length ?? 0;
      return traces.length > 0 && people.length > 0 ? unicity(unitsOf(traces, rows), unitsOf(people, rows), points) : undefined;
    },
    classes({ missing = chosen.missing, by = chosen.quasiIdentifiers, unit = chosen.unit }: ClassQuestion = {}): ClassView {
      const key = JSON.stringify([missing, by.map(({ index }) => index), unit.map(({ index }) => index)]);
      const view = known.get(key) ?? new CodedClasses(codes, { missing, by, unit }, kernel);
      known.set(key, view);
      return view;
    },
  };
}

class CodedClasses implements ClassView {
  readonly #classes: Classes;
  readonly #codes: ReadonlyMap<Column, ColumnCodes>;
  readonly #question: Required<ClassQuestion>;
  readonly #kernel: Kernel;
  readonly #rows: number;
  readonly #units: Uint32Array | undefined;
  readonly #measured = new Map<string, Measured>();
  #sizes: Uint32Array | undefined;
  #identity: IdentityRisk | undefined;

  constructor(codes: ReadonlyMap<Column, ColumnCodes>, question: Required<ClassQuestion>, kernel: Kernel) {
    const columns = question.by.flatMap(column => codes.get(column)?.codes ?? []);
    this.#rows = columns[0]?.length ?? 0;
    this.#classes = classesOf(columns, this.#rows, question.missing);
    const keys = question.unit.flatMap(column => codes.get(column)?.codes ?? []);
    this.#units = keys.length > 1 ? unitsOf(keys, this.#rows) : keys[0];
    [this.#codes, this.#question, this.#kernel] = [codes, question, kernel];
  }

  get rows(): number {
    return this.#classes.rows;
  }

  get count(): number {
    return this.#classes.count;
  }

  get k(): number {
    return this.#risk().k;
  }

  get uniqueness(): number {
    return this.#risk().uniqueness;
  }

  get risk(): ClassView['risk'] {
    return this.#risk().prosecutor;
  }

  smaller(k: number): Offence {
    const sizes = this.#sizes ??= sizesOf(this.#classes, this.#units);
    return offenceOf(this.#classes, index => (sizes[index] ?? 0) < k, this.#rows);
  }

  measure(of: Disclosure, sensitive: Column): Measured | undefined {
    const codes = this.#codes.get(sensitive);
    if (!codes) return undefined;
    const key = JSON.stringify([of, sensitive.index]);
    const measured = this.#measured.get(key) ?? measuredBy(of, this.#perClass(of, codes), this.#classes, this.#rows);
    this.#measured.set(key, measured);
    return measured;
  }

  #risk(): IdentityRisk {
    this.#sizes ??= sizesOf(this.#classes, this.#units);
    return (this.#identity ??= identityRisk(this.#classes, this.#units, this.#sizes));
  }

  /** The measure of each class; NaN of those without any value. */
  #perClass(of: Disclosure, codes: ColumnCodes): Float64Array {
    const found = new Float64Array(this.#classes.count).fill(NaN);
    const { missing } = this.#question;
    const sensitive: Sensitive = codes;
    if (of.is === 'recursive') {
      forEachClass(this.#classes, sensitive, missing, (histogram, index) => { found[index] = leastC(histogram, of.l); });
    } else if (of.is === 't-hierarchical') {
      const tree = treeOfLevels(of.levels, text => codes.codeOf(this.#kernel.hash(encoder.encode(text))));
      forEachHierarchicalT(this.#classes, sensitive, tree, missing, (distance, index) => { found[index] = distance; });
    } else {
      const read = READ[of.is];
      forEachClassRisk(this.#classes, sensitive, missing, (risk, index) => { found[index] = read(risk); });
    }
    return found;
  }
}

const encoder = new TextEncoder();

const READ: Readonly<Record<Exclude<Disclosure['is'], 'recursive' | 't-hierarchical'>, (risk: ClassRisk) => number>> = {
  distinct: ({ distinctL }) => distinctL, entropy: ({ entropyL }) => entropyL, alpha: ({ alpha }) => alpha, beta: ({ beta }) => beta, delta: ({ delta }) => delta,
  't-equal': ({ tEqual }) => tEqual, 't-ordered': ({ tOrdered }) => tOrdered,
};

/** Sums of shares are off by rounding; what is promised as a decimal fraction is not broken by that. */
const ROUNDING = 1e-9;

function measuredBy({ is }: Disclosure, perClass: Float64Array, classes: Classes, rows: number): Measured {
  const moreIsBetter = is === 'distinct' || is === 'entropy';
  const strict = is === 'recursive' || is === 'delta';
  let worst = NaN;
  for (const one of perClass) if (Number.isNaN(worst) || (moreIsBetter ? one < worst : one > worst)) worst = one;
  const breaks = (value: number, limit: number): boolean => {
    if (moreIsBetter) return value < limit - ROUNDING;
    return strict ? value >= limit - ROUNDING : value > limit + ROUNDING;
  };
  return { worst, beyond: limit => offenceOf(classes, index => breaks(perClass[index] ?? NaN, limit), rows) };
}

/** Rows of an offence that have a place. */
const MOST_ROWS = 1000;

function offenceOf(classes: Classes, isBroken: (index: number) => boolean, rows: number): Offence {
  const ways: Classes = { ...classes, agreeing: [] };
  const marked = new Uint8Array(rows);
  let [broken, total] = [0, 0];
  for (let index = 0; index < classes.count; index++) {
    if (!isBroken(index)) continue;
    broken++;
    total += ownSize(classes, index);
    forEachRow(ways, index, row => { marked[row] = 1; });
  }
  const first: number[] = [];
  for (let row = marked.indexOf(1); row !== -1 && first.length < MOST_ROWS; row = marked.indexOf(1, row + 1)) first.push(row);
  return { classes: broken, rows: total, first };
}
