import { knowsAllValues, present, type Column } from '../core/column.ts';
import type { ColumnPrivacy, PrivacyDescription } from '../core/annotation.ts';
import type { Constraints, Description, FieldDescription, ResourceDescription } from '../core/description.ts';
import { namedLikeKey } from '../core/target.ts';
import type { NodePath } from '../core/place.ts';
import type { Reading } from '../core/reading.ts';
import type { TableView } from '../core/rule.ts';
import { slug } from '../util/slug.ts';
import { isPositiveByName } from '../util/positiveNames.ts';
import { unitOfName } from '../util/unitOfName.ts';
import type { Checked } from './check.ts';
import { guessTask } from './describeMl.ts';
import type { Key } from './findKey.ts';
import { type ColumnMasks, masksOf } from './mask.ts';
import { formOf, typeOf } from '../util/fieldTypes.ts';

/**
 * A description written from what a check has seen of a table: every row was counted, so what it says holds for the data as it is, but for
 * dates that are written in another form than most of their column. Values are quoted only from columns without a trace of personal data and, by `masks`,
 * where nothing is to be masked.
 * `key` is what is known of a key besides. `undefined` where there is no table.
 */
export function describeTable({ table, reading }: Checked, fileName: string, masks: ColumnMasks = masksOf(table), key?: Key): Description | undefined {
  if (!table || !reading) return undefined;
  const stem = fileName.slice(fileName.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const name = slug(stem) || 'data';
  const ml = guessTask(table);
  return {
    name,
    ...(name !== stem && { title: stem }),
    resources: [describeResource(table, reading, masks, { name, fileName, key: key ?? knownKey(table) })],
    ...(table.columns.some(column => privacyOf(column, []) !== undefined) && { privacy: POSSIBLE }),
    ...(ml && { ml }),
  };
}

/** Whether it is personal data is for people to say. */
const POSSIBLE: PrivacyDescription = { personalData: 'possible', purposes: [], raw: { personalData: 'possible' }, node: ['privacy'] };

function describeResource(
  table: TableView, reading: Reading, masks: ColumnMasks, { name, fileName, key }: { readonly name: string; readonly fileName: string; readonly key: Key | undefined },
): ResourceDescription {
  const node = ['resources', 0];
  const dialect = describeDialect(reading);
  const missingValues = spellingsOf(table);
  return {
    name,
    paths: [fileName],
    fields: table.columns.map((column, i) => describeField(column, table.records, masks(column.index) !== undefined, [...node, 'schema', 'fields', i])),
    fieldsMatch: 'exact',
    node,
    ...(reading.encoding !== 'utf-8' && { encoding: reading.encoding }),
    ...(dialect && { dialect }),
    ...(missingValues && { missingValues }),
    ...(key && { primaryKey: key.flatMap(index => table.columns[index]?.name ?? []) }),
  };
}

/** Only what departs from commas, double quotes and a header. */
function describeDialect({ dialect, hasHeader }: Reading): ResourceDescription['dialect'] {
  if (dialect.values) return undefined;
  const delimiter = String.fromCharCode(dialect.delimiter);
  const quote = String.fromCharCode(dialect.quote);
  const unusual = {
    ...(delimiter !== ',' && { delimiter }),
    ...(quote !== '"' && dialect.quote !== 0 && { quote }),
    ...(!hasHeader && { header: false }),
  };
  return Object.keys(unusual).length > 0 ? unusual : undefined;
}

/** Spellings of "missing" that occur, commonest first; the empty cell alone is the default and needs no word. */
function spellingsOf({ columns }: TableView): readonly string[] | undefined {
  const counts = new Map<string, number>();
  for (const { text, count } of columns.flatMap(column => column.nullSpellings)) counts.set(text, (counts.get(text) ?? 0) + count);
  const spellings = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([text]) => text);
  return spellings.every(text => text === '') ? undefined : spellings;
}

function describeField(column: Column, records: number, isMasked: boolean, node: NodePath): FieldDescription {
  const privacy = privacyOf(column, [...node, 'privacy']);
  const type = typeOf(column);
  const format = formOf(column, type);
  const unit = type === 'integer' || type === 'number' ? unitOfName(column.name) : undefined;
  return {
    name: column.name === '' ? `column ${column.index + 1}` : column.name,
    type,
    constraints: constraintsOf(column, type, records, isMasked),
    node,
    ...(format !== undefined && { format }),
    ...(unit !== undefined && { unit }),
    ...(privacy && { privacy }),
  };
}

function constraintsOf(column: Column, type: FieldDescription['type'], records: number, isMasked: boolean): Constraints {
  const { summary } = column;
  const complete = records > 0 && summary.cells === records && summary.missing === 0;
  const categories = type === 'string' && !isMasked && column.evidence.length === 0 ? categoriesOf(column) : undefined;
  return {
    ...(complete && { required: true }), ...(complete && isKey(column, records) && { unique: true }), ...(categories && { enum: categories }),
    ...(isNeverNegative(column, type) && { minimum: 0 }), ...(type === 'string' && !categories && lengthsOf(column)),
  };
}

/** Said of what is counted or measured from nothing upwards; of anything else that there was no negative number yet. */
function isNeverNegative({ name, summary: { numbers } }: Column, type: FieldDescription['type']): boolean {
  return (type === 'integer' || type === 'number') && numbers !== undefined && numbers.count >= FEWEST_ROWS && numbers.min >= 0 && isPositiveByName(name);
}

/** Codes all have the same length; texts do not. */
function lengthsOf(column: Column): Pick<Constraints, 'minLength' | 'maxLength'> {
  const { length: { min, max }, distinct, nonAscii } = column.summary;
  return min === max && min >= 2 && nonAscii === 0 && present(column) >= FEWEST_ROWS && distinct.count > MOST_CATEGORIES ? { minLength: min, maxLength: max } : {};
}

const FEWEST_ROWS = 20;
const MOST_CATEGORIES = 12;
/** Words that tell an identifier; anything may be different in every row by accident. */
const KEY_NAME = /(?:^|[^a-z])(?:ids?|key|code|uuid|no|nr|number)(?:$|[^a-z])|[a-z](?:Id|ID|Key|Code|No)$|编号|代码|号码|主键|号$/;

/** The first column that tells all rows apart by itself. */
function knownKey({ columns, records }: TableView): Key | undefined {
  const keys = columns.filter(column => isKey(column, records) && column.summary.cells === records && column.summary.missing === 0 && column.name !== '');
  // The first column may be a name that no two rows share by accident.
  const found = keys.find(({ name }) => namedLikeKey(name)) ?? keys.find(({ evidence }) => evidence.length === 0);
  return found && [found.index];
}

function isKey({ name, summary: { distinct, classes }, index }: Column, records: number): boolean {
  const exact = distinct.exact && distinct.count === records;
  return exact && records >= FEWEST_ROWS && classes.float === 0 && (KEY_NAME.test(name) || KEY_NAME.test(name.toLowerCase()) || index === 0);
}

/** All values of a column, in order, where there are few and each stands for many rows. */
function categoriesOf(column: Column): readonly string[] | undefined {
  const { count } = column.summary.distinct;
  const few = knowsAllValues(column.summary) && count >= 2 && count <= MOST_CATEGORIES && count * 5 <= present(column);
  return few && column.values.length === count ? column.values.map(value => value.text).sort() : undefined;
}

/** A name alone is no evidence that should be written down. */
function privacyOf(column: Column, node: NodePath): ColumnPrivacy | undefined {
  const best = column.evidence.find(({ grade }) => grade !== 'low');
  return best && { category: best.detector.category, role: best.detector.role, node };
}
