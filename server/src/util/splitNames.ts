import type { SplitRole } from '../core/description.ts';

/** Words that say which part of a dataset something is. */
const WORDS: ReadonlyMap<string, SplitRole> = new Map([
  ...['train', 'training', 'trn', '训练', '训练集'].map(word => [word, 'train'] as const),
  ...['validation', 'validate', 'valid', 'val', 'dev', 'development', 'eval', 'evaluation', '验证', '验证集', '校验集', '开发集'].map(word => [word, 'validation'] as const),
  ...['test', 'testing', 'tst', 'holdout', 'heldout', '测试', '测试集', '留出集'].map(word => [word, 'test'] as const),
]);

/** The part a single word stands for, such as a value of a column that says which split a row is of. */
export const roleOfWord = (word: string): SplitRole | undefined => WORDS.get(word.trim().toLowerCase().replace(/[-_ ](?:set|data|split)$/, '').replace('hold-out', 'holdout'));

/** What a file name says of the part of a dataset it holds. */
export interface SplitFile {
  readonly role: SplitRole;
  /** The name without role, shard number and extension: equal for files that belong together. */
  readonly stem: string;
  readonly extension: string;
  /** Place among the shards of its part (`train-00002-of-00005`); `undefined` where the part is one file. */
  readonly shard: number | undefined;
}

const EXTENSION = /((?:\.[a-z0-9]{1,8}){1,2})$/i;
const KNOWN_DOUBLE = /^\.[a-z0-9]+\.(?:gz|bz2|zst)$/i;
const SHARD = /[-_.](\d+)(?:[-_]of[-_]\d+)?$/i;

/**
 * Reads names such as `train.csv`, `adult_test.csv`, `X_train.csv`, `train-00000-of-00003.parquet` and `订单_训练集.csv`. A word in the middle of a name
 * says nothing; names with two of the words are not guessed at.
 */
export function splitFileOf(fileName: string): SplitFile | undefined {
  const [base, extension] = cutExtension(fileName);
  const shard = SHARD.exec(base);
  const whole = shard ? base.slice(0, shard.index) : base;
  const words = whole.split(/[-_. ]+/);
  const told = words.map(roleOfWord);
  const [first, last] = [told[0], told.at(-1)];
  const role = first ?? last;
  if (role === undefined || told.filter(one => one !== undefined).length !== 1) return undefined;
  const rest = first === undefined ? words.slice(0, -1) : words.slice(1);
  return { role, stem: rest.join('_').toLowerCase(), extension: extension.toLowerCase(), shard: shard ? Number(shard[1]) : undefined };
}

/**
 * What a file that lies in a folder for its part holds: `train/data.csv`, `数据_测试集/部分-3.csv`. The stem is what must be equal for files to belong
 * together: what the folder is called besides the part, and the file's own name without a shard number.
 */
export function splitFolderOf(folderName: string, fileName: string): SplitFile | undefined {
  const folder = splitFileOf(folderName);
  if (!folder || folder.extension !== '') return undefined;
  const [base, extension] = cutExtension(fileName);
  const shard = SHARD.exec(base);
  const own = shard ? base.slice(0, shard.index) : base;
  return { role: folder.role, stem: `${folder.stem}/${own.toLowerCase()}`, extension: extension.toLowerCase(), shard: shard ? Number(shard[1]) : undefined };
}

function cutExtension(fileName: string): readonly [base: string, extension: string] {
  const found = EXTENSION.exec(fileName)?.[1] ?? '';
  const extension = KNOWN_DOUBLE.test(found) ? found : found.slice(found.lastIndexOf('.'));
  return [fileName.slice(0, fileName.length - extension.length), extension];
}

/** Column names that may say which part a row is of; its values have to say so too. */
export const isSplitColumnName = (name: string): boolean =>
  /^(?:(?:data ?set|data)?[-_ ]?(?:split|subset|partition|set|fold|usage)|数据集|数据集?划分|划分|子集|所属数据集)$/i.test(name.trim());
