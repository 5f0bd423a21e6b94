import type { Evidence } from '../../server/src/core/detector.ts';

/** A column that somebody has looked at, and what the detectors make of it. */
export interface JudgedColumn {
  readonly file: string;
  readonly column: string;
  /** What it holds, by category of the taxonomy or id of a detector, several where either will do; none where it holds nothing personal. */
  readonly expected: readonly string[];
  readonly found: Evidence | undefined;
}

export interface Score {
  readonly right: number;
  readonly labelled: number;
  readonly expected: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Whether the detector says what the label says, or something coarser or finer: `user.name` for `user.name.first`. */
export function agrees({ detector: { id, category } }: Evidence, expected: readonly string[]): boolean {
  return expected.some(label => label === id || `${category}.`.startsWith(`${label}.`) || `${label}.`.startsWith(`${category}.`) && label !== '');
}

/** Precision, recall and F1 over columns: a wrong type counts as found in vain and as missed. */
export function scoreOf(columns: readonly JudgedColumn[]): Score {
  const labelled = columns.filter(({ found }) => found !== undefined).length;
  const expected = columns.filter(column => column.expected.length > 0).length;
  return score(columns.filter(isRight).length, labelled, expected);
}

/** The same where it matters only whether a column is personal, not what it holds. */
export function scoreOfPersonal(columns: readonly JudgedColumn[]): Score {
  const labelled = columns.filter(({ found }) => found !== undefined);
  return score(labelled.filter(({ expected }) => expected.length > 0).length, labelled.length, columns.filter(({ expected }) => expected.length > 0).length);
}

/** By type: what was expected, or the category found where nothing was. */
export function scoresByType(columns: readonly JudgedColumn[]): ReadonlyMap<string, Score> {
  const types = [...new Set(columns.flatMap(({ expected, found }) => expected[0] ?? found?.detector.category ?? []))].sort();
  return new Map(types.map(type => {
    const ours = columns.filter(({ expected }) => expected[0] === type);
    const others = columns.filter(({ expected, found }) => expected[0] !== type && found !== undefined && agrees(found, [type]));
    return [type, score(ours.filter(isRight).length, ours.filter(isRight).length + others.filter(column => !isRight(column)).length, ours.length)];
  }));
}

/** Share of right answers among those of one grade, and how many there are. */
export function precisionAt(grade: Evidence['grade'], columns: readonly JudgedColumn[]): Score {
  const graded = columns.filter(({ found }) => found?.grade === grade);
  return score(graded.filter(isRight).length, graded.length, graded.length);
}

export const isRight = ({ found, expected }: JudgedColumn): boolean => found !== undefined && agrees(found, expected);

function score(right: number, labelled: number, expected: number): Score {
  const [precision, recall] = [labelled ? right / labelled : 1, expected ? right / expected : 1];
  return { right, labelled, expected, precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** The lines of a table of scores. */
export function tableOf(scores: Iterable<readonly [name: string, score: Score]>): readonly string[] {
  const lines = [...scores].map(([name, { right, labelled, expected, precision, recall, f1 }]) =>
    `${name.padEnd(44)} ${[precision, recall, f1].map(value => value.toFixed(3)).join('  ')}  ${right} right, ${labelled} labelled, ${expected} expected`);
  return [`${''.padEnd(44)} prec.  recall F1`, ...lines];
}
