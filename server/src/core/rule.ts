import type { PrivacyDescription } from './annotation.ts';
import type { ChatView } from './chat.ts';
import type { Column, NamedValue } from './column.ts';
import type { Detector } from './detector.ts';
import type { Description, ForeignKeyDescription, MlDescription, PathFact, ResourceDescription, SplitRole } from './description.ts';
import type { Complaint } from './standard.ts';
import type { ImageFolder } from './images.ts';
import type { Json, Problem, Severity } from './problem.ts';
import type { Profiles } from './duties.ts';
import type { Query } from './query.ts';
import type { Reading } from './reading.ts';
import type { Offence, RiskView } from './risk.ts';
import type { PairFacts, TableSample } from './sample.ts';
import type { ListedWords, OverlapView } from './texts.ts';
import type { NodePath } from './place.ts';
import type { StructuralFact } from './structure.ts';

/** What a rule looks at. The engine cuts a dataset into these units, so a rule never loops over more than it needs. */
export interface Inputs {
  /** What the format met while reading, before any statistics. */
  readonly document: { readonly facts: readonly StructuralFact[]; readonly reading: Reading | undefined; readonly records: number };
  readonly column: { readonly column: Column; readonly reading: Reading; readonly records: number; readonly ml: MlDescription | undefined; readonly privacy: PrivacyDescription | undefined };
  readonly table: { readonly table: TableView };
  /** A description document on its own, whatever data it describes. The description is there even where the document does not parse, perhaps empty. */
  readonly metadata: {
    readonly description: Description; readonly complaints: readonly Complaint[]; readonly paths: readonly PathFact[]; readonly profiles: Profiles;
    /** As 2026-05-31. */
    readonly today: string;
    /** Ids of all detectors, which are the types a column may be annotated with. */
    readonly types: readonly string[];
    /** The detector that is to be believed about a single text, whatever it is called. */
    readonly detect: (text: string) => Detector | undefined;
  };
  /** A configuration document on its own. */
  readonly configuration: ConfigurationView;
  /** One described resource held against its data. */
  readonly resource: { readonly resource: ResourceDescription; readonly table: TableView; readonly file?: SourceFacts } & Surroundings;
  /** Two tables, or two parts of one, that belong together as training and evaluation data. */
  readonly split: SplitPair;
  /** A table cut by the values of a column whose shares matter. */
  readonly group: GroupedTable;
  /** A table held against another one of the dataset that a foreign key leads to. Places and queries lie in `table`. */
  readonly reference: { readonly key: ForeignKeyDescription; readonly table: TableView; readonly referenced: TableView };
  /** A folder of images; its rows are those of the table. */
  readonly images: { readonly folder: ImageFolder };
  /** All tables of a description. */
  readonly dataset: { readonly tables: ReadonlyMap<string, TableView>; readonly description: Description };
}
export type Scope = keyof Inputs;

/** What rules that hold data against an annotation know besides both. */
export interface Surroundings {
  /** As 2026-05-31; left out where there is no clock. */
  readonly today?: string;
  /** All detectors, for what an annotation says by the id of one. */
  readonly detectors?: readonly Detector[];
}

/** The file behind a table as it lies on disk, packed or not; there is none where an editor's text stands for it. */
export interface SourceFacts {
  readonly bytes: number;
  /** The digest the description claims of it, computed: hexadecimal digits in lower case. For rules that need `digest`. */
  readonly digest?: string;
}

/** All places and queries of a rule about splits lie in `current`. */
export interface SplitPair {
  /** What is learnt from; of two shards of one part, the first. */
  readonly reference: TableView;
  readonly current: TableView;
  /** Columns both have under one name, in the order of `current`, without the column that tells the parts apart. */
  readonly shared: readonly ColumnPair[];
  readonly relation: 'evaluation' | 'shard';
  readonly role: SplitRole;
  /** How it is known that the two belong together. */
  readonly known: 'description' | 'names' | 'column';
  /** The latest date of the declared time column in `reference`, in ISO form; `undefined` where none is declared or it holds no dates. */
  readonly latest: string | undefined;
}

export interface ColumnPair {
  readonly reference: Column;
  readonly current: Column;
}

/** The column and its groups, biggest first. Rows without a value are in no group. */
export interface GroupedTable {
  readonly table: TableView;
  readonly by: Column;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly value: NamedValue;
  readonly view: TableView;
}

/** A configuration document as rules see it. */
export interface ConfigurationView {
  readonly complaints: readonly Complaint[];
  readonly suppressions: readonly SuppressionView[];
  /** Rules that the editor's settings say something about, which counts for nothing below this document. */
  readonly overruled: readonly string[];
}

export interface SuppressionView {
  readonly node: NodePath;
  readonly rule: string;
  readonly until: string | undefined;
  /** `unused`: everything it is about was checked, and nothing was left out for it; `open` where not everything was. */
  readonly state: 'expired' | 'used' | 'unused' | 'open';
}

export interface TableView {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly records: number;
  readonly reading: Reading;
  readonly ml: MlDescription | undefined;
  /** What is said of the personal data of the whole dataset. */
  readonly privacy: PrivacyDescription | undefined;
  /** Rows that repeat an earlier row, for rules that need `row-hashes`. */
  readonly duplicates: RowCount | undefined;
  /** Some rows as typed columns, for rules that need `sample` or a pair; they are there while rules run and no longer. */
  readonly sample: TableSample | undefined;
  /** What its rows give away of people, for rules that need `classes`; `undefined` where the annotation promises nothing, or tells no quasi-identifiers. */
  readonly risk: RiskView | undefined;
  /** For synthetic data, what it repeats of the table it was made from, where the annotation names one and there was a way to read it. */
  readonly original?: OriginalView | undefined;
  /** What it holds of training examples for a language model, for rules that need `chat`; `undefined` where it is another table. */
  readonly chat?: ChatView | undefined;
  /** For rules that need `evaluation` and `listed-words`. */
  readonly overlaps?: OverlapView;
  readonly listedWords?: readonly ListedWords[];
  /** What two columns have to do with each other on the sample, the first seen as what explains the second; `undefined` without a sample of both. */
  pair(explaining: Column, explained: Column): PairFacts | undefined;
}

/** Rows of a table that are, on all columns both have, rows of the one it was made from. */
export interface OriginalView {
  /** As the annotation names it. */
  readonly name: string;
  /** Columns that both have, and that rows were compared on. */
  readonly shared: readonly Column[];
  readonly copies: Offence;
  /** Rows that were compared. */
  readonly n: number;
}

/** An exact number of rows, or a lower bound of it where the row index was over its budget. */
export interface RowCount {
  readonly count: number;
  readonly exact: boolean;
}

/**
 * What a rule stands on. The plan of a scan is the union of the needs of all rules that are on; a rule whose data is absent is not called.
 */
export type Need =
  /** Counts, classes, lengths, missing spellings: always there. */
  | 'counts'
  /** Minimum, maximum, exact mean and variance. */
  | 'numbers'
  /** Quantiles with their stated error. */
  | 'quantiles'
  /** Number of distinct values. */
  | 'distinct'
  /** Texts of a column's most frequent values. */
  | 'values'
  /** One hash a row: duplicates, keys, overlaps. */
  | 'row-hashes'
  /** Detectors run over a column's distinct values. */
  | 'detectors'
  /** The digest of the whole file, where the description claims one. */
  | 'digest'
  /** A seeded sample of rows. */
  | 'sample'
  /** What quasi-identifiers give away, measured on all rows, where the annotation promises something. */
  | 'classes'
  /** What synthetic data repeats of the table it was made from. */
  | 'original'
  /** What texts share with those the configuration names for evaluation; nothing where it names none. */
  | 'evaluation'
  /** Words of lists that the configuration has. */
  | 'listed-words'
  /** Conversations, prompts and answers, read by one further pass where the columns are those of such data. */
  | 'chat'
  /** Facts of two columns on the sample: each with the target, or numeric ones, or those that repeat their values, with each other; `annotated` ones with any. Stands for `sample` too. */
  | { readonly pair: 'target' | 'numeric' | 'categorical' | 'annotated' };

/**
 * What data can fall short in: the dimensions a quality report scores. The first four are characteristics of ISO/IEC 25012 and indicators of the
 * evaluation model of GB/T 36344, validity is its conformity to rules; uniqueness and diversity are what data to learn from owes besides.
 */
export const DIMENSIONS = ['accuracy', 'completeness', 'consistency', 'timeliness', 'uniqueness', 'validity', 'diversity'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One setting of a rule. The default carries the type; the description feeds the manual and the configuration schema. */
export interface Option<T extends OptionValue> {
  readonly default: T;
  readonly description: string;
}
export type OptionValue = number | boolean | string | readonly string[];
export type Options = Readonly<Record<string, Option<OptionValue>>>;

type Widen<T> = T extends number ? number : T extends boolean ? boolean : T extends string ? string : readonly string[];
/** The values of options, as `check` receives them. */
export type Settings<O extends Options> = { readonly [K in keyof O]: Widen<O[K]['default']> };

/** What the engine found when a rule asked: the exact number of matches. */
export interface Answer {
  readonly matches: number;
}

/** A rule as it is written. */
export interface RuleDefinition<S extends Scope, O extends Options> {
  /** Kebab-case, names the offence, and is for ever. */
  readonly id: string;
  readonly scope: S;
  /** One English sentence without a full stop; translations live beside the rule. */
  readonly summary: string;
  readonly severity: Severity;
  /** What the data falls short in where the rule finds something. */
  readonly dimension: Dimension;
  /** Version that brought the rule; `next` until it is released. */
  readonly since: string;
  readonly needs: readonly Need[];
  readonly options: O;
  /** False for rules that wait to be switched on. */
  readonly enabled?: boolean;
  /** True for rules that cost much more than a pass over the table: never run while typing, and elsewhere only when asked for or switched on. */
  readonly heavy?: boolean;
  /**
   * Where what it finds often has a more particular reason: cells that rules name which do not give way are left to those, with `any` those that other
   * rules that give way name too, with `structure` only those that rules of scope `document` name, which know how the text is put together.
   */
  readonly givesWay?: GivesWay;
  /** Ids the rule had before. */
  readonly formerly?: readonly string[];
  /** One further round: a query over the unit whose exact count `check` needs before it can judge. */
  ask?(input: Inputs[S] & { readonly options: Settings<O> }): Query | undefined;
  check(input: Inputs[S] & { readonly options: Settings<O>; readonly answer?: Answer }): Iterable<Step>;
}

/** What a check says: a problem, or nothing yet. A rule that holds columns against each other yields nothing after each pair, so that others may have a turn. */
export type Step = Problem | undefined;

export type GivesWay = 'structure' | 'particular' | 'any';

/** A rule with its types closed over: what the registry holds and the engine calls. */
export interface Rule {
  readonly id: string;
  readonly scope: Scope;
  readonly summary: string;
  readonly severity: Severity;
  readonly dimension: Dimension;
  readonly since: string;
  readonly needs: readonly Need[];
  readonly options: Options;
  readonly enabled: boolean;
  readonly heavy: boolean;
  readonly givesWay: GivesWay | undefined;
  readonly formerly: readonly string[];
  readonly asks: boolean;
  /** The query of one further round, when the rule has one and the unit is of its scope. */
  ask(unit: Unit, settings: RuleSettings): Query | undefined;
  /** Problems of a unit; none when the unit is of another scope. */
  check(unit: Unit, settings: RuleSettings, answer?: Answer): Iterable<Step>;
}

/** Values a user gave a rule's options; ill-typed ones fall back to the default, the configuration check reports them. */
export type RuleSettings = Readonly<Record<string, Json>>;

/** One thing to check, tagged with its scope. */
export type Unit = { readonly [S in Scope]: {
  readonly scope: S;
  readonly input: Inputs[S];
  /** URI of the description a resource is of, where that is not the nearest one of the file. */
  readonly describedIn?: string;
} }[Scope];

/** Closes a rule over its own types, so that a registry is a plain `Rule[]`. */
export function defineRule<const S extends Scope, const O extends Options>(definition: RuleDefinition<S, O>): Rule {
  const { id, scope, summary, severity, dimension, since, needs, options, enabled = true, heavy = false, givesWay, formerly = [] } = definition;
  const settled = settler(options);
  return {
    id, scope, summary, severity, dimension, since, needs, options, enabled, heavy, givesWay, formerly,
    asks: definition.ask !== undefined,
    ask(unit, settings) {
      return isOfScope(unit, scope) ? definition.ask?.({ ...unit.input, options: settled(settings) }) : undefined;
    },
    check(unit, settings, answer) {
      if (!isOfScope(unit, scope)) return [];
      return definition.check({ ...unit.input, options: settled(settings), ...(answer && { answer }) });
    },
  };
}

function isOfScope<S extends Scope>(unit: Unit, scope: S): unit is Extract<Unit, { readonly scope: S }> & { readonly input: Inputs[S] } {
  return unit.scope === scope;
}

/** Settings are asked for once a column, of which there may be 100,000, and are the same objects nearly always. */
function settler<O extends Options>(options: O): (settings: RuleSettings) => Settings<O> {
  const before = new WeakMap<RuleSettings, Settings<O>>();
  return settings => {
    const known = before.get(settings);
    if (known) return known;
    const made = settle(options, settings);
    before.set(settings, made);
    return made;
  };
}

/** The user's value where it has the type of the default, the default elsewhere. */
function settle<O extends Options>(options: O, settings: RuleSettings): Settings<O>;
function settle(options: Options, settings: RuleSettings): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(options).map(([key, option]) => {
    const given = settings[key];
    return [key, given !== undefined && sameType(given, option.default) ? given : option.default];
  }));
}

function sameType(given: Json, fallback: OptionValue): boolean {
  return typeof fallback === 'object'
    ? Array.isArray(given) && given.every(item => typeof item === 'string')
    : typeof given === typeof fallback;
}

