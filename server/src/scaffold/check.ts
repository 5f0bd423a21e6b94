import { count, list, name, number, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { holds } from './conditions.ts';
import type { DatasetFacts } from './facts.ts';
import type { Reason } from './outcome.ts';
import type { AnswerValue, Answers, ChoiceQuestion, ColumnQuestion, NumberQuestion, Question, Template, TextQuestion } from './template.ts';

/** Everything that is wrong with the answers, each at its question; empty where a project can be written. */
export function check(template: Template, facts: DatasetFacts, answers: Answers): readonly Reason[] {
  const known = new Set(template.questions.map(question => question.id));
  const strangers = Object.keys(answers).filter(id => !known.has(id));
  return [
    ...strangers.map(id => ({ where: id, message: say`This template has no question ${name(id)}` })),
    ...template.questions.filter(question => holds(question.when, answers)).flatMap(question => {
      const answer = answers[question.id];
      const message = answer === undefined ? say`An answer is needed` : objection(question, answer, facts, answers);
      return message === undefined ? [] : [{ where: question.id, message }];
    }),
  ];
}

/** Why this is no answer to the question, or nothing. */
export function objection(question: Question, answer: AnswerValue, facts: DatasetFacts, answers: Answers): Message | undefined {
  switch (question.type) {
    case 'string': return textObjection(question, answer);
    case 'integer': case 'number': return numberObjection(question, answer);
    case 'boolean': return typeof answer === 'boolean' ? undefined : say`Answer yes or no`;
    case 'choice': return choiceObjection(question, answer, answers);
    case 'column': case 'columns': return columnObjection(question, answer, facts, answers);
  }
}

/** The choices that are open after the answers so far. */
export const openChoices = (question: ChoiceQuestion, answers: Answers) => question.choices.filter(choice => holds(choice.when, answers));

/** The columns that may be given after the answers so far. */
export function openColumns(question: ColumnQuestion, facts: DatasetFacts, answers: Answers) {
  const used = new Set(question.differsFrom.flatMap(id => answers[id] ?? []));
  return facts.columns.filter(column => !used.has(column.name) && (question.kinds?.includes(column.kind) ?? true));
}

function textObjection(question: TextQuestion, answer: AnswerValue): Message | undefined {
  if (typeof answer !== 'string' || answer.trim() === '') return say`Some text is needed`;
  if (/\p{Cc}/u.test(answer)) return say`Line breaks and control characters are not possible here`;
  if (question.maxLength !== undefined && answer.length > question.maxLength) return say`At most ${count(question.maxLength, 'character')}`;
  if (question.pattern === undefined || new RegExp(`^(?:${question.pattern})$`, 'u').test(answer)) return undefined;
  return say`The text must match ${name(question.pattern)}`;
}

function numberObjection(question: NumberQuestion, answer: AnswerValue): Message | undefined {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return say`A number is needed`;
  if (question.type === 'integer' && !Number.isSafeInteger(answer)) return say`A whole number is needed`;
  if (question.min !== undefined && answer < question.min) return say`At least ${number(question.min)}`;
  if (question.max !== undefined && answer > question.max) return say`At most ${number(question.max)}`;
  return undefined;
}

function choiceObjection(question: ChoiceQuestion, answer: AnswerValue, answers: Answers): Message | undefined {
  const open = openChoices(question, answers);
  return open.some(choice => choice.value === answer) ? undefined : say`Choose one of ${list(open.map(choice => name(choice.value)))}`;
}

function columnObjection(question: ColumnQuestion, answer: AnswerValue, facts: DatasetFacts, answers: Answers): Message | undefined {
  if (question.type === 'column' ? typeof answer !== 'string' : !Array.isArray(answer)) return say`The name of a column is needed`;
  const names = typeof answer === 'object' ? answer : [String(answer)];
  if (names.length === 0) return say`At least one column is needed`;
  if (new Set(names).size < names.length) return say`A column is named twice`;
  const open = new Set(openColumns(question, facts, answers).map(column => column.name));
  const closed = names.find(column => !open.has(column));
  if (closed === undefined) return undefined;
  if (!facts.columns.some(column => column.name === closed)) return say`The dataset has no column ${name(closed)}`;
  return say`The column ${name(closed)} cannot be used here: it has another role already, or values of a kind that does not fit`;
}
