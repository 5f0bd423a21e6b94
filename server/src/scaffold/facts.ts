import { isAnnotatedPersonal } from '../core/description.ts';
import type { Description, FieldDescription, MlDescription, ResourceDescription } from '../core/description.ts';
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
  /** Columns of protected attributes, by which predictions are to be compared. */
  readonly protected?: readonly string[];
}

export interface DatasetColumn {
  /** As the file names it. */
  readonly name: string;
  /** As code names it: a valid identifier, distinct in the table. */
  readonly id: string;
  readonly kind: ColumnKind;
  /** Not proposed as a feature: personal, ignored by the description, or a key. */
  readonly withheld: boolean;
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
    ...(ml?.task === undefined ? {} : { task: ml.task }),
    ...(ml?.target === undefined ? {} : { target: ml.target }),
    ...(ml?.features === undefined ? {} : { features: ml.features }),
    ...(ml?.group === undefined ? {} : { group: ml.group }),
    ...(ml?.time === undefined ? {} : { time: ml.time }),
    ...withProtected(resource, ml),
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
  'ml.protected': facts => facts.protected,
  /** Whether there is a protected attribute to compare by. */
  'ml.fairness': facts => facts.protected !== undefined,
};

function proposedFeatures(facts: DatasetFacts, answers: Answers): readonly string[] {
  const used = new Set([answers['target'], answers['group'], answers['time']]);
  const described = facts.features === undefined ? undefined : new Set(facts.features);
  return facts.columns
    .filter(column => column.kind !== 'other' && !used.has(column.name) && (described?.has(column.name) ?? !column.withheld))
    .map(column => column.name);
}

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
  const withheld = new Set([...(resource?.primaryKey?.length === 1 ? resource.primaryKey : []), ...(ml?.ignore ?? [])]);
  return fields.map((field, i) => ({
    name: field.name,
    id: ids[i] ?? 'column',
    // Of two columns with one name nobody knows which is meant.
    kind: fields.some((other, j) => j !== i && other.name === field.name) ? 'other' : kindOf(field),
    withheld: isAnnotatedPersonal(field) || field.constraints.unique === true || withheld.has(field.name),
  }));
}

/** Numbers that stand for a few named things (an `enum`) are categories. Dates and structures are neither. */
function kindOf(field: FieldDescription): ColumnKind {
  switch (field.type) {
    case 'number': case 'integer': case 'year':
      return field.constraints.enum === undefined ? 'number' : 'category';
    case 'string': case 'boolean': case 'any':
      return 'category';
    default:
      return 'other';
  }
}
