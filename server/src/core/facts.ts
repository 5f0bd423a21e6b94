/**
 * What stands behind a message in numbers and terms, for reports that machines read. The names of what may always be told are closed, and none of them
 * speaks of a value. Whatever was read from cells, or tells one of them, is a `DataFact`: it names its column, and is told only where that is not masked.
 */
export class Facts {
  // What is private makes the type nominal: facts come from `told` and from nowhere else.
  readonly #plain: PlainFacts;
  readonly #data: DataFacts;

  constructor(plain: PlainFacts, data: DataFacts) {
    this.#plain = plain;
    this.#data = data;
  }

  get plain(): PlainFacts {
    return this.#plain;
  }

  get data(): DataFacts {
    return this.#data;
  }
}

export const told = (plain: PlainFacts, data: DataFacts = {}): Facts => new Facts(plain, data);

/** Facts that hold no data. */
export type PlainFacts = { readonly [K in NumberName]?: number } & { readonly [K in TermName]?: string };

/** A number or text of the data itself, or one that tells it: a least or greatest value, an odd spelling. */
export interface DataFact {
  readonly of: number | string;
  readonly column: number;
}
export type DataFacts = Readonly<Record<string, DataFact>>;

export const dataFact = (of: number | string, column: number): DataFact => ({ of, column });

/** Counts, shares, thresholds, sizes, measures over all rows. */
type NumberName =
  | 'absent' | 'accuracy' | 'allowed' | 'arrays' | 'association' | 'average' | 'baseline' | 'booleans' | 'broken' | 'byte' | 'bytes'
  | 'categories' | 'cells' | 'chance' | 'characters' | 'classes' | 'code' | 'column' | 'columns' | 'correlation' | 'count' | 'cramersV'
  | 'critical' | 'cycle' | 'declared' | 'delta' | 'depth' | 'described' | 'difference' | 'digits' | 'distance' | 'distinct' | 'earlier'
  | 'epsilon' | 'excluded' | 'expected' | 'features' | 'fence' | 'fields' | 'fitting' | 'floats' | 'found' | 'gap' | 'groups' | 'grown'
  | 'highShare' | 'integers' | 'jensenShannon' | 'k' | 'ks' | 'lags' | 'largest' | 'least' | 'left' | 'length' | 'limit' | 'line'
  | 'lInfinity' | 'longest' | 'looked' | 'lowShare' | 'margin' | 'matches' | 'maxLength' | 'meanLength' | 'measured' | 'medianLength'
  | 'minLength' | 'missing' | 'more' | 'most' | 'moved' | 'n' | 'negative' | 'objects' | 'of' | 'over' | 'own' | 'p' | 'parts' | 'persons'
  | 'place' | 'points' | 'power' | 'present' | 'promised' | 'psi' | 'rare' | 'rarest' | 'ratio' | 'records' | 'repeated' | 'rows' | 'rules'
  | 'sampleRate' | 'score' | 'sealed' | 'share' | 'sheets' | 'skewness' | 'sources' | 'spellings' | 'spent' | 'statistic' | 'strength'
  | 'strings' | 'threshold' | 'total' | 'trained' | 'trainedN' | 'trend' | 'usualCount' | 'values' | 'variants' | 'wasserstein' | 'width'
  | 'with' | 'zero';

/** Words of rules, detectors, standards and taxonomies, and names of columns, tables and files. */
type TermName =
  | 'algorithm' | 'annotated' | 'before' | 'category' | 'claim' | 'columnName' | 'damage' | 'declaredDigest' | 'declaredEncoding'
  | 'detector' | 'digest' | 'encoding' | 'format' | 'grade' | 'how' | 'kind' | 'layout' | 'licence' | 'limitPeriod' | 'masked' | 'measure'
  | 'metric' | 'original' | 'period' | 'reference' | 'rival' | 'source' | 'state' | 'technique' | 'time' | 'type' | 'until' | 'usualClass';
