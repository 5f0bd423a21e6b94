import type { Json } from '../core/problem.ts';
import type { Option, OptionValue, Options } from '../core/rule.ts';
import { profiles } from '../privacy/profiles/registry.generated.ts';
import { SWITCHES } from './configuration.ts';

/**
 * The part of JSON Schema (draft-07) the configuration needs. One object serves three readers: the check of configuration files, editors that
 * complete and explain them, and `lintel init`.
 */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly description?: string;
  readonly default?: Json;
  readonly enum?: readonly Json[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly required?: readonly string[];
  /** A list of schemas is a tuple. */
  readonly items?: Schema | readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  /** The first whose type is that of the value is held against it. */
  readonly anyOf?: readonly Schema[];
}

/** What the schema must know of a rule. */
export interface RuleFacts {
  readonly id: string;
  readonly summary: string;
  readonly severity: string;
  readonly enabled: boolean;
  readonly formerly: readonly string[];
  readonly options: Options;
}

/** Names a configuration file can have, in the order they are looked for. */
export const CONFIGURATION_NAMES = ['lintel.config.yaml', 'lintel.config.yml', 'lintel.config.json'] as const;

export const PRESETS = {
  'lintel:recommended': 'What holds without a configuration.',
  'lintel:all': 'Every rule, also those that wait to be switched on.',
  'lintel:ci': 'What holds without a configuration, and no value of the data is quoted in any message.',
} as const;
export type Preset = keyof typeof PRESETS;

/** The schema of configuration files, with every rule and its options. */
export function configurationSchema(rules: readonly RuleFacts[]): Schema {
  const block = blockSchema(rules);
  return {
    type: 'object',
    description: 'What Lintel checks below this folder, and how. The nearest file wins as a whole; `extends` is the only way to take over another.',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'For editors.' },
      extends: anyOf(EXTENDED, { type: 'array', items: EXTENDED }, 'Presets and other configuration files this one builds on; later ones win, this file wins over all.'),
      ...block,
      privacy: {
        type: 'object', additionalProperties: false, description: 'What messages may show, and what personal data is held against.',
        properties: {
          quoteValues: {
            enum: ['unless-personal', 'never'], default: 'unless-personal',
            description: 'Whether messages quote values of the data. Those of personal columns are masked in any case.',
          },
          profiles: profileList('Laws and standards every description is held against besides those it names itself: gdpr, pipl, eu-ai-act-10, ... or with a version, gdpr@2018-05.'),
        },
      },
      exclude: texts('Files that are not checked when a folder is: globs, seen from the folder of this file.'),
      images: texts('Folders of images that are checked as datasets: paths, seen from the folder of this file.'),
      text: texts('Plain text that is checked as a dataset: folders of a document a file, and files of a passage a line. Paths or globs, seen from the folder of this file.'),
      evaluation: texts('Files with texts for evaluation, which training data must not hold: globs, seen from the folder of this file.'),
      words: {
        type: 'object', description: 'By name, words and phrases to be told of where texts hold them: a list, or the path of a file of one a line.',
        additionalProperties: anyOf(TEXT, { type: 'array', items: TEXT }, 'Words and phrases, or the path of a file of one a line.'),
      },
      overrides: {
        type: 'array', description: 'What holds for some files only. Later entries win.',
        items: { type: 'object', additionalProperties: false, required: ['files'], properties: { files: FILES, ...block } },
      },
      suppressions: { type: 'array', description: 'Findings that are accepted, each with the reason why.', items: SUPPRESSION },
      baseline: { ...TEXT, description: 'File with the findings that were there when it was written, seen from this file; `lintel baseline` writes it.' },
    },
  };
}

const TEXT: Schema = { type: 'string', minLength: 1 };
const texts = (description: string): Schema => ({ type: 'array', items: TEXT, description });
/** By id or alias, alone or with a version. */
const profileList = (description: string): Schema => ({
  type: 'array', description, items: { enum: profiles.flatMap(({ id, aliases = [], versions }) => [id, ...aliases, ...versions.map(version => `${id}@${version.id}`)]) },
});
const anyOf = (one: Schema, other: Schema, description: string): Schema => ({ anyOf: [one, other], description });
const EXTENDED: Schema = { ...TEXT, description: `A preset (${Object.keys(PRESETS).join(', ')}) or the path of a configuration file, seen from this file.` };
const FILES = anyOf(TEXT, { type: 'array', items: TEXT, minItems: 1 }, 'Globs, seen from the folder of this file: `raw/**`, `*.tsv`.');

const SUPPRESSION: Schema = {
  type: 'object', additionalProperties: false, required: ['rule', 'reason'],
  properties: {
    rule: { ...TEXT, description: 'Rule whose findings are accepted.' },
    files: { ...FILES, description: 'Globs of the files it is about, seen from the folder of this file; all files when left out.' },
    columns: anyOf(TEXT, { type: 'array', items: TEXT, minItems: 1 }, 'Names or globs of the columns it is about; the whole file when left out.'),
    reason: { ...TEXT, description: 'Why the findings are accepted, for whoever comes after you.' },
    until: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Last day the suppression holds, as 2026-05-31; afterwards it is a finding.' },
  },
};

/** What may stand at the top and in an override. */
function blockSchema(rules: readonly RuleFacts[]): Readonly<Record<string, Schema>> {
  const byRule: Schema = {
    type: 'object', additionalProperties: false, properties: Object.fromEntries(rules.flatMap(rule => [rule.id, ...rule.formerly].map(id => [id, ruleSchema(rule)]))),
    description: 'Rules by id: a severity, `on` or `off`, or a list of one of these and the options of the rule.',
  };
  return {
    rules: byRule,
    columns: {
      type: 'object', description: 'By name or glob of a column, rules that are different there.',
      additionalProperties: { type: 'object', additionalProperties: false, required: ['rules'], properties: { rules: byRule } },
    },
    read: READ,
    ml: ML,
    standard: { enum: ['none'], description: 'None: these documents are no descriptions of datasets, though they are called or look like some; they are left alone.' },
  };
}

const READ: Schema = {
  type: 'object', additionalProperties: false, description: 'How files are read, where no description says so. What is left out is detected.',
  properties: {
    delimiter: { ...TEXT, description: 'The one character between cells.' },
    quote: { type: 'string', description: 'The one character around cells that need it; an empty text where none is used.' },
    escape: { ...TEXT, description: 'The one character that makes a quote inside of quotes part of the text, such as a backslash; left out where quotes are doubled.' },
    sheet: anyOf(TEXT, { type: 'integer' }, 'The sheet of a workbook, by its name or its number from 1; the first one when left out.'),
    header: { type: 'boolean', description: 'Whether the first row names the columns.' },
    encoding: { ...TEXT, description: 'Name of the text encoding, such as utf-8, windows-1252 or gb18030.' },
    nullTokens: { type: 'array', items: { type: 'string' }, description: 'Spellings that mean "missing"; they replace the usual ones.' },
  },
};

const ML: Schema = {
  type: 'object', additionalProperties: false, description: 'What a model should learn, where no description says so.',
  properties: {
    task: { enum: ['classification', 'regression'], description: 'Kind of the task.' },
    target: { ...TEXT, description: 'Column to predict.' },
    features: texts('Columns to predict from.'),
    ignore: texts('Columns that are not used.'),
    group: { ...TEXT, description: 'Column whose values must not be spread over splits.' },
    time: { ...TEXT, description: 'Column that orders the rows in time.' },
  },
};

function ruleSchema({ summary, severity, enabled, options }: RuleFacts): Schema {
  const description = `${summary}. By itself: ${enabled ? severity : `off (${severity} when it is on)`}.`;
  const mode: Schema = { enum: [...SWITCHES], description };
  const settings: Schema = {
    type: 'object', additionalProperties: false, description,
    properties: Object.fromEntries(Object.entries(options).map(([key, option]) => [key, optionSchema(option)])),
  };
  return { description, anyOf: [mode, { type: 'array', items: [mode, settings], minItems: 1, maxItems: 2 }] };
}

function optionSchema({ default: usual, description }: Option<OptionValue>): Schema {
  switch (typeof usual) {
    case 'number': return { type: 'number', default: usual, description };
    case 'boolean': return { type: 'boolean', default: usual, description };
    case 'string': return { type: 'string', default: usual, description };
    default: return { type: 'array', items: { type: 'string' }, default: [...usual], description };
  }
}
