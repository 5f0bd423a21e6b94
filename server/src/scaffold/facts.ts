import { identifies, isAnnotatedPersonal } from '../core/description.ts';
import type { Description, FieldDescription, MlDescription, Repair, ResourceContent, ResourceDescription } from '../core/description.ts';
import { protectedAs } from '../core/protected.ts';
import { identifiers } from './identifiers.ts';
import type { AnswerValue, Answers, ColumnKind } from './template.ts';

/**
 * What a project takes from the description of a dataset. Plain data: it is kept with the answers, so that the same project can be
 * written again.
 */
export interface DatasetFacts {
  readonly name: string;
  readonly title: string;
  /** Path of the data from the project's folder, with `/`. */
  readonly data: string;
  readonly delimiter: string;
  /** What the data is, where it is no text with delimiters. */
  readonly content?: ResourceContent;
  /** A label of the WHATWG Encoding Standard, as `TextDecoder` takes it. */
  readonly encoding: string;
  /** Spellings of "missing", the empty cell among them. */
  readonly missing: readonly string[];
  readonly columns: readonly DatasetColumn[];
  readonly task?: 'classification' | 'regression';
  readonly target?: string;
  readonly features?: readonly string[];
  readonly group?: string;
  readonly time?: string;
  /** Tables that foreign keys of this one refer to. */
  readonly joins?: readonly DatasetJoin[];
  /** Columns of protected attributes, by which predictions are to be compared. */
  readonly protected?: readonly string[];
}

export interface DatasetColumn {
  /** As the file names it. */
  readonly name: string;
  /** As code names it: a valid identifier, distinct in the table. */
  readonly id: string;
  readonly kind: ColumnKind;
  /** Not proposed as a feature: tells persons apart, ignored by the description, or a key. */
  readonly withheld: boolean;
  /** Holds dates or moments. */
  readonly isTime?: boolean;
  /** Its sentences are written without blanks between words. */
  readonly blankless?: boolean;
  /** Annotated as personal. */
  readonly personal?: boolean;
  readonly required?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The values there may be, in the order they were declared. */
  readonly choices?: readonly string[];
  /** How findings say its texts are to be mended. */
  readonly repairs?: readonly Repair[];
}

/** A table to look further columns up in. */
export interface DatasetJoin {
  readonly name: string;
  /** Path of its file from the project's folder, with `/`. */
  readonly data: string;
  /** Columns of the dataset, and as many of the other table, in the same order. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The other table's columns that a model may learn from. */
  readonly columns: readonly DatasetColumn[];
}

/** The facts of one resource (the first unless said), whose data lies at `data` seen from the project's folder. */
export function factsOf(description: Description, data: string, resource = description.resources[0]): DatasetFacts {
  const ml = aboutThis(description.ml, resource);
  const missing = new Set(['', ...(resource?.missingValues ?? [])]);
  const name = description.name ?? resource?.name ?? 'dataset';
  return {
    name,
    title: description.title ?? name,
    data,
    delimiter: resource?.dialect?.delimiter ?? (data.toLowerCase().endsWith('.tsv') ? '\t' : ','),
    encoding: resource?.encoding ?? 'utf-8',
    missing: [...missing],
    columns: columnsOf(resource, ml),
    ...(resource?.content && { content: resource.content }),
    ...(ml?.task === undefined ? {} : { task: ml.task }),
    ...(ml?.target === undefined ? {} : { target: ml.target }),
    ...(ml?.features === undefined ? {} : { features: ml.features }),
    ...(ml?.group === undefined ? {} : { group: ml.group }),
    ...(ml?.time === undefined ? {} : { time: ml.time }),
    ...withProtected(resource, ml),
    ...withJoins(description, resource, data),
  };
}

/** Facts that a template may name as a default; each looks at the dataset and at the answers given so far. */
export const FACTS: Readonly<Record<string, (facts: DatasetFacts, answers: Answers) => AnswerValue | undefined>> = {
  'dataset.name': facts => facts.name,
  'dataset.title': facts => facts.title,
  'dataset.data': facts => facts.data,
  'ml.target': facts => facts.target,
  'ml.group': facts => facts.group,
  'ml.time': facts => facts.time,
  'columns.class': facts => facts.columns.filter(({ kind, withheld }) => kind === 'category' && !withheld).at(-1)?.name,
  'columns.time': facts => facts.columns.find(({ isTime }) => isTime === true)?.name,
  'columns.last': facts => facts.columns.at(-1)?.name,
  /** The task that fits the column answered as target: the described one for the described target, else by what the column holds. */
  'target.task': (facts, { target }) => {
    if (facts.task !== undefined && target === facts.target) return facts.task;
    return facts.columns.find(column => column.name === target)?.kind === 'number' ? 'regression' : 'classification';
  },
  /**
   * `group` or `time` where the description names such a column; a group first, because one entity on both sides leaks whatever the
   * order.
   */
  'ml.split': facts => (facts.group !== undefined ? 'group' : facts.time !== undefined ? 'time' : undefined),
  'features.proposed': proposedFeatures,
  /** Columns of sentences that are not personal; that each is another one is their nature. */
  'features.prose': ({ columns }, { target }) => columns.filter(({ kind, name, personal }) => kind === 'text' && name !== target && personal !== true).map(({ name }) => name),
  /** How the texts answered as features are cut into words. */
  'features.language': ({ columns }, { features }) => (columns.some(({ name, blankless }) => blankless === true && [features].flat().includes(name)) ? 'chinese' : 'blanks'),
  /** Numbers that go on in time, the target's own past among them. */
  'features.measured': ({ columns }, { group, time }) => columns.filter(({ kind, name, withheld }) => kind === 'number' && !withheld && name !== group && name !== time).map(({ name }) => name),
  'ml.protected': facts => facts.protected,
  /** Whether there is a protected attribute to compare by. */
  'ml.fairness': facts => facts.protected !== undefined,
};

function proposedFeatures(facts: DatasetFacts, answers: Answers): readonly string[] {
  const used = new Set([answers['target'], answers['group'], answers['time']]);
  const described = facts.features === undefined ? undefined : new Set(facts.features);
  return facts.columns
    .filter(column => isPlain(column) && !used.has(column.name) && (described?.has(column.name) ?? !column.withheld))
    .map(column => column.name);
}

/** A number or one of a few names: what a model of tables takes as it is. */
const isPlain = ({ kind }: DatasetColumn): boolean => kind === 'number' || kind === 'category';

/** The protected attributes a description names, else the columns it annotates as such. */
function withProtected(resource: ResourceDescription | undefined, ml: MlDescription | undefined): { readonly protected?: readonly string[] } {
  const fields = resource?.fields ?? [];
  const named = fields.filter(field => protectedAs({ name: field.name, field }, ml) === 'declared').map(field => field.name);
  return named.length > 0 ? { protected: named } : {};
}

/** What a description says to learn concerns the resource that has the target. */
function aboutThis(ml: MlDescription | undefined, resource: ResourceDescription | undefined): MlDescription | undefined {
  return ml?.target === undefined || resource?.fields.some(field => field.name === ml.target) === true ? ml : undefined;
}

function columnsOf(resource: ResourceDescription | undefined, ml: MlDescription | undefined): readonly DatasetColumn[] {
  const fields = resource?.fields ?? [];
  const ids = identifiers(fields.map(field => field.name));
  const withheld = new Set([...(resource?.primaryKey?.length === 1 ? resource.primaryKey : []), ...(ml?.ignore ?? []), ...(resource?.foreignKeys ?? []).flatMap(key => key.fields)]);
  return fields.map((field, i) => ({
    name: field.name,
    id: ids[i] ?? 'column',
    // Of two columns with one name nobody knows which is meant.
    kind: fields.some((other, j) => j !== i && other.name === field.name) ? 'other' : kindOf(field),
    withheld: identifies(field) || field.constraints.unique === true || withheld.has(field.name),
    ...claimsOf(field),
  }));
}

/** What else a description says of a column's values, and findings of how they are written. */
function claimsOf(field: FieldDescription): Partial<DatasetColumn> {
  const { required, minimum, maximum, enum: choices } = field.constraints;
  return {
    ...(MOMENTS.includes(field.type) && { isTime: true }), ...(field.prose === 'blankless' && { blankless: true }),
    ...(isAnnotatedPersonal(field) && { personal: true }), ...(required === true && { required }),
    ...(typeof minimum === 'number' && { minimum }), ...(typeof maximum === 'number' && { maximum }),
    ...(choices && { choices: choices.map(String) }), ...(field.repairs && { repairs: field.repairs }),
  };
}

const MOMENTS: readonly FieldDescription['type'][] = ['date', 'datetime', 'year', 'yearmonth'];

/** The other tables whose keys this one names; a path is taken from the folder of the data. */
function withJoins({ resources, ml }: Description, resource: ResourceDescription | undefined, data: string): { readonly joins?: readonly DatasetJoin[] } {
  const folder = data.slice(0, data.lastIndexOf('/') + 1);
  const joins = (resource?.foreignKeys ?? []).flatMap(({ fields, resource: other, reference }) => {
    const found = resources.find(each => each !== resource && each.name === other);
    const path = found?.paths[0];
    if (!found || path === undefined || fields.length === 0) return [];
    const columns = columnsOf(found, aboutThis(ml, found)).filter(column => isPlain(column) && !column.withheld && !reference.includes(column.name));
    return [{ name: other, data: folder + path, from: fields, to: reference, columns }];
  });
  return joins.length > 0 ? { joins } : {};
}

/** Numbers that stand for a few named things (an `enum`) are categories, and sentences are text. Dates and structures are none of these. */
function kindOf(field: FieldDescription): ColumnKind {
  switch (field.type) {
    case 'number': case 'integer': case 'year':
      return field.constraints.enum === undefined ? 'number' : 'category';
    case 'string': case 'boolean': case 'any':
      return field.prose ? 'text' : 'category';
    default:
      return 'other';
  }
}
