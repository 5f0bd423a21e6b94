import type { Schema } from '../../config/schema.ts';
import type { Parameter, Transform } from '../../core/transform.ts';
import { ALGORITHMS } from '../../privacy/anonymise/demand.ts';
import { KEEP } from './plan.ts';

/** What a plan for de-identification may be called, for editors to know it by. */
export const isPlanName = (fileName: string): boolean => /(^|\.)deidentify\.(ya?ml|json)$/i.test(fileName);

/** The schema of plans, for editors that complete and explain them. What reads a plan says more exactly what is wrong with it. */
export function planSchema(transforms: readonly Transform[]): Schema {
  return {
    type: 'object', description: 'What becomes of the columns and rows of a table in a copy without personal data.', additionalProperties: false,
    properties: {
      columns: { type: 'object', additionalProperties: columnSchema(transforms), description: 'What becomes of each column: a technique by its name, or with its settings.' },
      others: { enum: ['keep', 'drop'], default: 'keep', description: 'What becomes of columns that are not named.' },
      leaveOut: { type: 'array', items: ROW_RULE, description: 'Rows that are left out.' },
      kAnonymity: K_ANONYMITY,
      hierarchies: { type: 'object', additionalProperties: HIERARCHY, description: 'More general values by column; those of the annotation hold where there are none.' },
      seed: { type: 'integer', description: 'Makes randomness repeatable, for tests alone: whoever knows it can undo what rests on it.' },
    },
  };
}

const TEXT: Schema = { type: 'string' };
const COLUMN: Schema = { type: 'string', description: 'The name of a column.' };

function columnSchema(transforms: readonly Transform[]): Schema {
  const plain = [{ id: KEEP, title: 'Leave it as it is' }, ...transforms].map(({ id, title }): Schema => ({ type: 'string', enum: [id], description: title }));
  return { anyOf: [...plain, ...transforms.map(settingsOf)] };
}

function settingsOf({ id, title, parameters }: Transform): Schema {
  const settings = Object.entries(parameters).map(([key, parameter]) => [key, settingOf(parameter)] as const);
  return {
    type: 'object', additionalProperties: false, required: ['use'], description: title,
    properties: { use: { type: 'string', enum: [id], description: title }, ...Object.fromEntries(settings), hierarchy: HIERARCHY },
  };
}

function settingOf(parameter: Parameter): Schema {
  const { description } = parameter;
  const usual = parameter.default === undefined ? {} : { default: parameter.default };
  switch (parameter.kind) {
    case 'flag': return { type: 'boolean', description, ...usual };
    case 'text': return { type: 'string', description, ...usual };
    case 'word': return { type: 'string', enum: parameter.words, description, ...usual };
    case 'number': return { type: parameter.whole ? 'integer' : 'number', description, ...usual };
  }
}

const HIERARCHY: Schema = {
  type: 'object', additionalProperties: false, description: 'For each value the more general ones above it, or the file with them.',
  properties: {
    path: { type: 'string', description: 'A table whose first column has the values and each further one what is more general.' },
    levels: { type: 'object', additionalProperties: { type: 'array', items: TEXT }, description: 'For each value the more general ones, finest first.' },
  },
};

const ROW_RULE: Schema = {
  type: 'object', additionalProperties: false, required: ['column'],
  properties: {
    column: COLUMN,
    above: { type: 'number', description: 'Rows with a greater number are left out.' },
    below: { type: 'number', description: 'Rows with a smaller number are left out.' },
    is: { type: 'array', items: { anyOf: [TEXT, { type: 'number' }, { type: 'boolean' }] }, description: 'Rows with one of these values are left out.' },
    missing: { type: 'boolean', description: 'Rows without a value are left out.' },
  },
};

const K_ANONYMITY: Schema = {
  type: 'object', additionalProperties: false, required: ['k', 'quasiIdentifiers'], description: 'Generalises columns until each combination of their values occurs at least k times.',
  properties: {
    k: { type: 'integer', description: 'How many rows, or persons, each combination has at least.' },
    quasiIdentifiers: { type: 'array', items: COLUMN, description: 'The columns others may know.' },
    algorithm: {
      type: 'string', enum: ALGORITHMS, default: 'mondrian',
      description: 'How columns are generalised: each region of its own (mondrian), whole columns alike (full-domain), or rows left out (suppression).',
    },
    suppression: { type: 'number', description: 'The greatest share of rows that may be left out.' },
    unit: { type: 'string', description: 'The column that tells persons apart, where one has several rows.' },
    lDiversity: {
      type: 'array', description: 'How many different sensitive values each combination has at least.',
      items: {
        type: 'object', additionalProperties: false, required: ['sensitive', 'l'],
        properties: { sensitive: COLUMN, kind: { type: 'string', enum: ['distinct', 'entropy', 'recursive'], default: 'distinct' }, l: { type: 'number' }, c: { type: 'number' } },
      },
    },
    tCloseness: {
      type: 'array', description: 'How far the sensitive values of a combination may be from those of the whole.',
      items: {
        type: 'object', additionalProperties: false, required: ['sensitive', 't'],
        properties: { sensitive: COLUMN, t: { type: 'number' }, distance: { type: 'string', enum: ['equal', 'ordered'], default: 'equal' } },
      },
    },
  },
};
