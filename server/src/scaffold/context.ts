import type { DatasetColumn, DatasetFacts } from './facts.ts';
import type { Answers, Question, Template } from './template.ts';
import type { Scope, Value } from './text/values.ts';

/**
 * What a template's files can name: every answer by its question (columns with `name`, `id` (an identifier) and `kind`), `dataset` with `name`, `title`, `delimiter`,
 * `encoding` and `missing`, and `template` with `id` and `version`.
 */
export function contextOf(template: Template, facts: DatasetFacts, answers: Answers): Scope {
  const asked = template.questions.map(question => [question.id, valueOf(question, facts, answers)] as const);
  return {
    fields: {
      ...Object.fromEntries(asked),
      dataset: { fields: { name: facts.name, title: facts.title, delimiter: facts.delimiter, encoding: facts.encoding, missing: facts.missing } },
      template: { fields: { id: { word: template.id }, version: template.version } },
    },
  };
}

function valueOf(question: Question, facts: DatasetFacts, answers: Answers): Value {
  const answer = answers[question.id];
  if (answer === undefined) return { absent: true };
  if (question.type === 'choice') return { word: String(answer) };
  if (question.type !== 'column' && question.type !== 'columns') return answer;
  const named = (typeof answer === 'object' ? answer : [answer]).flatMap(name => facts.columns.filter(column => column.name === name).map(columnScope));
  return question.type === 'columns' ? named : named[0] ?? { absent: true };
}

const columnScope = (column: DatasetColumn): Scope => ({ fields: { name: column.name, id: { word: column.id }, kind: { word: column.kind } } });
