import type { Answers, AnswerValue, Question } from '../../../server/src/scaffold/main.ts';

/**
 * Sets of answers in which every two choices of any two questions meet at least once, greedily and so not the fewest. What `fixed` answers stays as it is;
 * `isPossible` says which sets make sense.
 */
export function pairwise(questions: readonly Question[], fixed: Answers, isPossible: (answers: Answers) => boolean): readonly Answers[] {
  const options = questions.filter(({ id }) => fixed[id] === undefined).flatMap(question => {
    const values = valuesOf(question);
    return values.length > 1 ? [{ id: question.id, values }] : [];
  });
  // Where there is nothing to pair, each choice stands for itself.
  const [alone] = options;
  if (options.length < 2) return (alone ? alone.values.map(value => ({ ...fixed, [alone.id]: value })) : [fixed]).filter(isPossible);
  const open = new Set<string>();
  for (const [i, a] of options.entries()) for (const b of options.slice(i + 1)) for (const x of a.values) for (const y of b.values) open.add(pairOf(a.id, x, b.id, y));
  const sets: Answers[] = [];
  for (const pair of open) {
    const seed: Record<string, AnswerValue> = { ...fixed, ...Object.fromEntries(JSON.parse(pair)) };
    for (const { id, values } of options) seed[id] ??= mostNew(seed, id, values, open);
    if (!isPossible(seed)) continue;
    for (const covered of pairsIn(seed)) open.delete(covered);
    sets.push(seed);
  }
  return sets;
}

/** Of sets of answers as few as it takes for every choice of every question to stand in one, greedily. */
export function eachOnce(sets: readonly Answers[]): readonly Answers[] {
  const choicesOf = (answers: Answers): readonly string[] => Object.entries(answers).map(([id, value]) => JSON.stringify([id, value]));
  const open = new Set(sets.flatMap(choicesOf));
  const chosen: Answers[] = [];
  while (open.size > 0) {
    const gain = (answers: Answers): number => choicesOf(answers).filter(choice => open.has(choice)).length;
    const best = [...sets].sort((a, b) => gain(b) - gain(a))[0];
    if (best === undefined || gain(best) === 0) break;
    for (const choice of choicesOf(best)) open.delete(choice);
    chosen.push(best);
  }
  return chosen;
}

/** The answers to questions that a template asks. */
export function answersTo(questions: readonly Question[], answers: Answers): Answers {
  const asked = new Set(questions.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

function valuesOf(question: Question): readonly AnswerValue[] {
  if (question.type === 'boolean') return [true, false];
  return question.type === 'choice' ? question.choices.map(({ value }) => value) : [];
}

/** The value that meets most others for the first time. */
function mostNew(answers: Answers, id: string, values: readonly AnswerValue[], open: ReadonlySet<string>): AnswerValue {
  const gain = (value: AnswerValue): number => Object.entries(answers).filter(([other, given]) => open.has(pairOf(id, value, other, given)) || open.has(pairOf(other, given, id, value))).length;
  return [...values].sort((a, b) => gain(b) - gain(a))[0] ?? '';
}

const pairOf = (a: string, x: AnswerValue, b: string, y: AnswerValue): string => JSON.stringify([[a, x], [b, y]]);

function pairsIn(answers: Answers): readonly string[] {
  const entries = Object.entries(answers);
  return entries.flatMap(([a, x]) => entries.map(([b, y]) => pairOf(a, x, b, y)));
}
