import type { Column } from '../core/column.ts';
import { SPLIT_ROLES, type Description, type MlDescription, type ResourceDescription, type SplitRole, type SplitsDescription } from '../core/description.ts';
import type { TableView } from '../core/rule.ts';
import { typeOf } from '../util/fieldTypes.ts';
import { splitFileOf, splitFolderOf } from '../util/splitNames.ts';
import { splitColumnOf } from './splits/splitColumn.ts';

/** What a model would most likely learn from one table: the column that is called a target, and the column that says which part a row is of. */
export function guessTask(table: TableView): MlDescription | undefined {
  const target = table.columns.filter(isTarget).at(-1);
  const splits = describeSplitColumn(table);
  if (!target) return splits && { splits, node: ['ml'] };
  return { task: isQuantity(target) ? 'regression' : 'classification', target: target.name, ...(splits && { splits }), node: ['ml'] };
}

/** Names of columns that are there to be predicted. */
const TARGET_NAME = /^(?:labels?|targets?|class|outcome|y|(?:is[ _-]?)?(?:fraud|spam|churn|default)|churned|survived|defaulted|sentiment|readmitted|attrition)$/i;
const CHINESE_TARGET_NAME = /^(?:标签|类别|目标|分类|标注|是否(?:流失|违约|欺诈|患病|购买))$/;

/** Something that is the same in all rows cannot be learnt, something that is another one in every row neither. */
function isTarget({ name, summary: { distinct, cells, missing } }: Column): boolean {
  const isCalledSo = TARGET_NAME.test(name.trim()) || CHINESE_TARGET_NAME.test(name.trim());
  return isCalledSo && (distinct.count > 1 || cells < FEW) && (cells < FEW || distinct.count < cells - missing);
}

/** Rows of which nothing can be told. */
const FEW = 20;
const MOST_CLASSES = 12;

function isQuantity(column: Column): boolean {
  const { distinct, classes } = column.summary;
  return ['number', 'integer'].includes(typeOf(column)) && (classes.float > 0 || distinct.count > MOST_CLASSES);
}

function describeSplitColumn(table: TableView): SplitsDescription | undefined {
  const found = splitColumnOf({ ...table, ml: undefined });
  const column = found && table.columns[found.column];
  if (!found || !column) return undefined;
  const parts = found.parts.map(({ role, hashes }) => [role, column.values.filter(({ hash }) => hashes.includes(hash)).map(({ text }) => text)] as const);
  return { column: column.name, parts: Object.fromEntries(parts), rows: {}, node: ['ml', 'splits'] };
}

/**
 * What the tables of a dataset say together: files called `train.csv` and `test.csv` are its parts, and the one column that only the training data has is
 * what is to be learnt. `undefined` where they say nothing.
 */
export function partsOf({ resources }: Description): Pick<MlDescription, 'splits' | 'target'> | undefined {
  const told = resources.flatMap(resource => {
    const found = fileOf(resource);
    return found ? [{ resource, role: found.role, stem: `${found.stem}.${found.extension}` }] : [];
  });
  const stem = told.find(({ role }) => role === 'train')?.stem;
  const same = told.filter(one => one.stem === stem);
  const roles = SPLIT_ROLES.filter(role => same.some(one => one.role === role));
  if (roles.length < 2) return undefined;
  const of = (role: SplitRole): readonly ResourceDescription[] => same.filter(one => one.role === role).map(({ resource }) => resource);
  const parts = Object.fromEntries(roles.map(role => [role, of(role).map(({ name }) => name)]));
  const target = withheld(of('train'), of('test'));
  return { splits: { parts, rows: {}, node: ['ml', 'splits'] }, ...(target !== undefined && { target }) };
}

function fileOf({ paths: [path = ''] }: ResourceDescription): ReturnType<typeof splitFileOf> {
  const [fileName = '', folder = ''] = path.split('/').reverse();
  return splitFileOf(fileName) ?? (folder === '' ? undefined : splitFolderOf(folder, fileName));
}

/** The column of the training data that the test data is without. */
function withheld([train]: readonly ResourceDescription[], [test]: readonly ResourceDescription[]): string | undefined {
  if (!train || !test || test.fields.length === 0) return undefined;
  const names = new Set(test.fields.map(({ name }) => name));
  const missing = train.fields.filter(({ name }) => !names.has(name));
  return missing.length === 1 && train.fields.length > 2 ? missing[0]?.name : undefined;
}
