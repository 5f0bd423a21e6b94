import type { Column } from './column.ts';
import type { MlDescription } from './description.ts';

/** The column that is to be learnt. A guess goes by the name alone, so what is said about it is a hint. */
export interface Target {
  readonly column: Column;
  readonly declared: boolean;
  readonly task: MlDescription['task'];
}

/** Column names that say "this is what is to be learnt" where no description does. */
const USUAL_NAMES = ['target', 'label', 'labels', 'class', 'y', '标签', '类别', '目标', '标注'];

/** What a column is to the task: the target by the description or, where there is no word about one, by its name. */
export function roleAsTarget({ name }: Pick<Column, 'name'>, ml: MlDescription | undefined): 'declared' | 'guessed' | undefined {
  if (ml?.target !== undefined) return ml.target === name ? 'declared' : undefined;
  return USUAL_NAMES.includes(name.trim().toLowerCase()) ? 'guessed' : undefined;
}

/** The target of a table: the declared one, else the last column that is called like one. */
export function targetOf(columns: readonly Column[], ml: MlDescription | undefined): Target | undefined {
  const column = columns.filter(candidate => roleAsTarget(candidate, ml) !== undefined).at(-1);
  return column && { column, declared: ml?.target !== undefined, task: ml?.task };
}

/** Columns a model would learn from: the declared features, or all but the target and what the description ignores. */
export function featuresOf(columns: readonly Column[], target: Column, ml: MlDescription | undefined): readonly Column[] {
  const ignored = [...(ml?.ignore ?? []), ml?.group];
  return columns.filter(column => column !== target && !ignored.includes(column.name) && (ml?.features?.includes(column.name) ?? true));
}

/** Words that tell an identifier; anything may be different in every row by accident. */
const KEY_NAME = /(?:^|[^a-z])(?:ids?|key|uuid|guid)(?:$|[^a-z])|[a-z](?:Id|ID|Key|Uuid|UUID)$|编号|主键|流水号|单号|序号|学号|工号/;

/** Whether a column is called like an identifier: `id`, `user_id`, `orderId`, `编号`. */
export const namedLikeKey = (name: string): boolean => KEY_NAME.test(name) || KEY_NAME.test(name.toLowerCase());
