import type { Column } from '../../core/column.ts';
import type { PairFacts, PredictivePower, SampleColumn, TableSample } from '../../core/sample.ts';
import { atOnce, type InParts } from '../../util/inParts.ts';
import { contingency, correlationRatio, cramersV, uncertainty } from '../../util/statistics/contingency.ts';
import type { Contingency } from '../../util/statistics/contingency.ts';
import { orderOf, pearson, spearman } from '../../util/statistics/correlation.ts';
import { powerOverClasses, powerOverQuantity } from '../../util/statistics/power.ts';

/** Share of present cells that must be numbers for a column to be one of quantities. */
const NUMERIC = 0.9;
/** Values a column of categories has at most. */
const CATEGORIES = 100;
/** Numbers with more distinct values than this are a quantity to be predicted, not classes. */
const CLASSES = 20;

/** Facts of pairs of columns, each pair computed once. */
export function pairsOf(sample: TableSample | undefined): (explaining: Column, explained: Column) => PairFacts | undefined {
  const known = new Map<string, PairFacts>();
  const orders = new Orders();
  return (explaining, explained) => {
    const [a, b] = [sample?.column(explaining.index), sample?.column(explained.index)];
    if (!sample || !a || !b) return undefined;
    const key = `${explaining.index}:${explained.index}`;
    const facts = known.get(key) ?? new SampledPair(a, b, sample.whole, orders);
    known.set(key, facts);
    return facts;
  };
}

/** Columns sorted once, however many others they are compared with. */
class Orders {
  readonly #known = new Map<SampleColumn, Uint32Array>();

  of(column: SampleColumn): Uint32Array {
    const order = this.#known.get(column) ?? orderOf(column.numbers);
    this.#known.set(column, order);
    return order;
  }
}

class SampledPair implements PairFacts {
  readonly whole: boolean;
  readonly #a: SampleColumn;
  readonly #b: SampleColumn;
  readonly #orders: Orders;
  #power: { readonly found: PredictivePower | undefined } | undefined;

  constructor(a: SampleColumn, b: SampleColumn, whole: boolean, orders: Orders) {
    this.#a = a;
    this.#b = b;
    this.whole = whole;
    this.#orders = orders;
  }

  get n(): number {
    const [a, b] = [this.#a.codes, this.#b.codes];
    return a.reduce((sum, code, i) => sum + (code >= 0 && (b[i] ?? -1) >= 0 ? 1 : 0), 0);
  }

  get pearson(): number | undefined {
    return isNumeric(this.#a) && isNumeric(this.#b) ? pearson(this.#a.numbers, this.#b.numbers) : undefined;
  }

  get spearman(): number | undefined {
    const [a, b] = [this.#a, this.#b];
    return isNumeric(a) && isNumeric(b) ? spearman(a.numbers, b.numbers, this.#orders.of(a), this.#orders.of(b)) : undefined;
  }

  get cramersV(): number | undefined {
    const table = this.#table();
    return table && cramersV(table);
  }

  get uncertainty(): number | undefined {
    const table = this.#table();
    return table && uncertainty(table);
  }

  get correlationRatio(): number | undefined {
    if (isCategorical(this.#a) && isNumeric(this.#b)) return correlationRatio(this.#a, this.#b.numbers);
    return isCategorical(this.#b) && isNumeric(this.#a) ? correlationRatio(this.#b, this.#a.numbers) : undefined;
  }

  get power(): PredictivePower | undefined {
    return atOnce(this.#worked());
  }

  *powerInParts(): Iterable<undefined> {
    yield* this.#worked();
  }

  *#worked(): InParts<PredictivePower | undefined> {
    if (this.#power) return this.#power.found;
    for (const column of [this.#a, this.#b]) {
      void column.levels;
      yield;
    }
    this.#power = { found: yield* this.#powers() };
    return this.#power.found;
  }

  *#powers(): InParts<PredictivePower | undefined> {
    const explaining = { codes: this.#a.codes, levels: this.#a.levels, numbers: isNumeric(this.#a) && this.#a.levels > CLASSES ? this.#a.numbers : undefined };
    if (isNumeric(this.#b) && this.#b.levels > CLASSES) return yield* powerOverQuantity(explaining, this.#b.numbers);
    return isCategorical(this.#b) ? yield* powerOverClasses(explaining, this.#b) : undefined;
  }

  #table(): Contingency | undefined {
    return isCategorical(this.#a) && isCategorical(this.#b) ? contingency(this.#a, this.#b) : undefined;
  }
}

const isNumeric = ({ numeric, present }: SampleColumn): boolean => numeric > 0 && numeric >= present * NUMERIC;
const isCategorical = ({ levels, present }: SampleColumn): boolean => levels > 0 && levels <= CATEGORIES && levels * 2 <= present;
