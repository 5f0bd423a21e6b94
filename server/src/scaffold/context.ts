import type { DatasetColumn, DatasetFacts, DatasetJoin } from './facts.ts';
import type { Answers, Question, Template } from './template.ts';
import type { Scope, Value } from './text/values.ts';

/**
 * What a template's files can name: every answer by its question (columns with `name`, `id` (an identifier) and `kind`), `dataset` with
 * `name`, `title`, `delimiter`, `encoding`, `missing`, `columns` (which also tell what is claimed of them) and `joins`, `template` with `id` and `version`, and the template's own `words`.
 */
export function contextOf(template: Template, facts: DatasetFacts, answers: Answers): Scope {
  const asked = template.questions.map(question => [question.id, valueOf(question, facts, answers)] as const);
  return {
    fields: {
      ...Object.fromEntries(Object.entries(template.words).map(([key, word]) => [key, typeof word === 'string' ? { word } : word])),
      ...Object.fromEntries(asked),
      dataset: { fields: datasetFields(facts) },
      template: { fields: { id: { word: template.id }, version: template.version } },
    },
  };
}

function datasetFields({ name, title, delimiter, encoding, missing, columns, joins = [] }: DatasetFacts): Scope['fields'] {
  return { name, title, delimiter, encoding, missing, columns: columns.map(columnScope), joins: joins.map(joinScope) };
}

function valueOf(question: Question, facts: DatasetFacts, answers: Answers): Value {
  const answer = answers[question.id];
  if (answer === undefined) return { absent: true };
  if (question.type === 'choice') return { word: String(answer) };
  if (question.type !== 'column' && question.type !== 'columns') return answer;
  const names = typeof answer === 'object' ? answer : [answer];
  const named = names.flatMap(name => facts.columns.filter(column => column.name === name).map(columnScope));
  return question.type === 'columns' ? named : named[0] ?? { absent: true };
}

const columnScope = ({ name, id, kind, personal, required, minimum, maximum, choices = [], repairs = [] }: DatasetColumn): Scope => ({ fields: {
  name, id: { word: id }, kind: { word: kind }, personal: personal === true, required: required === true,
  minimum: minimum === undefined ? [] : [minimum], maximum: maximum === undefined ? [] : [maximum], choices, repairs: repairs.map(word => ({ word })),
} });

const joinScope = ({ name, data, from, to, columns }: DatasetJoin): Scope => ({ fields: { name, data, from, to, columns: columns.map(columnScope) } });
