/**
 * A template: questions and a tree of files. It is data from a folder (`template.json`, `files/`, `zh-cn.json`), so that users can bring
 * their own. Texts are in the reader's language already.
 */
export interface Template {
  readonly id: string;
  /** Kept with the answers, so that a project can later be compared with what this version wrote. */
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  /** What it is for; a template that does not say is offered for everything. */
  readonly suits?: Suit;
  /** What files of shared parts name in the template's own way, such as the package they belong to; yes or no stands for an answer nobody is asked for. */
  readonly words: Readonly<Record<string, string | boolean>>;
  /** In the order they are asked; conditions and defaults look at earlier ones only. */
  readonly questions: readonly Question[];
  /** What happens to files that are not simply taken; the first rule that fits a path holds. */
  readonly files: readonly FileRule[];
}

/**
 * Kinds of datasets: rows with columns, rows with a column of sentences, rows in the order of time, a folder of images a class, conversations for a
 * language model.
 */
export const SUITS = ['table', 'text', 'series', 'images', 'conversations'] as const;
export type Suit = (typeof SUITS)[number];

export type Question = TextQuestion | NumberQuestion | BooleanQuestion | ChoiceQuestion | ColumnQuestion;

interface Asked {
  readonly id: string;
  readonly ask: string;
  readonly help?: string;
  /** Asked only where this holds; otherwise there is no answer. */
  readonly when?: Condition;
  /** Not asked step by step: its default stands unless an answer is given. */
  readonly advanced: boolean;
  /** Where the default comes from: the first of these facts of the dataset that is an acceptable answer, then `value`. */
  readonly default: DefaultSource;
}

export interface TextQuestion extends Asked {
  readonly type: 'string';
  /** A regular expression for the whole answer. */
  readonly pattern?: string;
  readonly maxLength?: number;
}

export interface NumberQuestion extends Asked {
  readonly type: 'integer' | 'number';
  readonly min?: number;
  readonly max?: number;
}

export interface BooleanQuestion extends Asked {
  readonly type: 'boolean';
  /** Whether a yes adds a part of its own, which a project can be given later by the question's name. */
  readonly addable?: boolean;
}

export interface ChoiceQuestion extends Asked {
  readonly type: 'choice';
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** A slug: letters, digits, `-`. */
  readonly value: string;
  readonly label: string;
  readonly when?: Condition;
}

/** One column (`column`) or several (`columns`) of the dataset, by name. */
export interface ColumnQuestion extends Asked {
  readonly type: 'column' | 'columns';
  readonly kinds?: readonly ColumnKind[];
  /** Questions whose columns may not be given again. */
  readonly differsFrom: readonly string[];
}

/** What a model can do with a column: calculate, tell apart, read, or none of these. */
export const COLUMN_KINDS = ['number', 'category', 'text', 'other'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Every named answer is one of the listed values. A template's words may be named too; what they say is settled when the template is read. */
export type Condition = Readonly<Record<string, readonly (string | number | boolean)[]>>;

export interface DefaultSource {
  readonly from: readonly string[];
  readonly value?: AnswerValue;
}

export interface FileRule {
  /** A path below `files/` without `.tmpl`; one that ends in `/` is for everything below. */
  readonly path: string;
  /** Where it goes instead; a folder where `path` is one. */
  readonly as?: string;
  readonly when?: Condition;
}

export type AnswerValue = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;
