import type { Answers, Condition } from './template.ts';

/** Whether every answer the condition names is one of the values it lists; a question that was not asked has none. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  return Object.entries(condition ?? {}).every(([id, accepted]) => {
    const answer = answers[id];
    return accepted.some(value => value === answer);
  });
}
