import { name, say } from '../core/message.ts';
import { objection, openChoices, openColumns } from './check.ts';
import { holds } from './conditions.ts';
import { FACTS } from './facts.ts';
import type { DatasetColumn, DatasetFacts } from './facts.ts';
import { refuse } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { AnswerValue, Answers, Choice, Question, Template } from './template.ts';

/** A question as it stands after the answers so far. */
export interface Prompt {
  readonly question: Question;
  /** The answer given, else the default; `undefined` where the dataset offers none. */
  readonly answer: AnswerValue | undefined;
  readonly given: boolean;
  /** For `choice`. */
  readonly choices: readonly Choice[];
  /** For `column` and `columns`. */
  readonly columns: readonly DatasetColumn[];
}

/**
 * The questions that apply, in order. Later conditions, choices and defaults follow from earlier answers, so ask again after each one;
 * going back is dropping the last answer.
 */
export function prompts(template: Template, facts: DatasetFacts, given: Answers): readonly Prompt[] {
  const found: Prompt[] = [];
  let answers: Answers = {};
  for (const question of template.questions) {
    if (!holds(question.when, answers)) continue;
    const answer = given[question.id] ?? defaultAnswer(question, facts, answers);
    found.push({
      question,
      answer,
      given: given[question.id] !== undefined,
      choices: question.type === 'choice' ? openChoices(question, answers) : [],
      columns: question.type === 'column' || question.type === 'columns' ? openColumns(question, facts, answers) : [],
    });
    if (answer !== undefined) answers = { ...answers, [question.id]: answer };
  }
  return found;
}

/**
 * The answers with every default filled in; answers to questions that do not apply are dropped, answers to unknown ones stay for
 * `check` to name.
 */
export function complete(template: Template, facts: DatasetFacts, given: Answers): Answers {
  const known = new Set(template.questions.map(question => question.id));
  const strangers = Object.entries(given).filter(([id]) => !known.has(id));
  const answers: Record<string, AnswerValue> = Object.fromEntries(strangers);
  for (const { question, answer } of prompts(template, facts, given)) {
    if (answer !== undefined) answers[question.id] = answer;
  }
  return answers;
}

/** An answer written as text, as the command line gives it: `columns` as a JSON array or separated by commas. */
export function parseAnswer(question: Question, text: string): Outcome<AnswerValue> {
  switch (question.type) {
    case 'string': case 'choice': case 'column':
      return { value: text };
    case 'integer': case 'number':
      if (text.trim() === '' || Number.isNaN(Number(text))) return refuse(question.id, say`${name(text)} is not a number`);
      return { value: Number(text) };
    case 'boolean':
      if (text !== 'true' && text !== 'false') return refuse(question.id, say`Answer ${name('true')} or ${name('false')}`);
      return { value: text === 'true' };
    case 'columns':
      return { value: text.startsWith('[') ? stringsIn(text) : text.split(',').map(part => part.trim()) };
  }
}

function defaultAnswer(question: Question, facts: DatasetFacts, answers: Answers): AnswerValue | undefined {
  const candidates = [...question.default.from.map(fact => FACTS[fact]?.(facts, answers)), question.default.value];
  const acceptable = candidates.find(candidate => candidate !== undefined && objection(question, candidate, facts, answers) === undefined);
  return acceptable ?? (question.type === 'choice' ? openChoices(question, answers)[0]?.value : undefined);
}

function stringsIn(json: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.map(String) : [];
  } catch {
    return [];
  }
}
