import type { Column } from '../core/column.ts';
import { isAnnotatedPersonal, isOneFile } from '../core/description.ts';
import type { ColumnPrivacy } from '../core/annotation.ts';
import type { Description, FieldDescription, FieldType, Repair, ResourceDescription } from '../core/description.ts';
import type { Finding } from '../core/finding.ts';
import { chatShapeOf } from '../util/chat/shape.ts';
import { isProse, measureProse } from '../util/freeText/prose.ts';
import { fileNameOf } from '../util/uri.ts';
import { toShapeColumn } from './chat/chatFor.ts';
import type { Snapshot } from './dataCheck.ts';
import type { Described } from './described.ts';
import { describeTable } from './describe.ts';
import { masksOf } from './mask.ts';

/**
 * A checked table as what a model learns from: what its description declares, and what the data suggests where that is silent. Columns with personal
 * data and texts that name their row are marked as such, so that nobody proposes them as features. `undefined` where there is no table.
 */
export function learnable({ uri, found, checked, format }: Snapshot): Description | undefined {
  const { table, reading, images } = checked;
  if (images && table) return pictures(uri, table.name);
  const suggested = describeTable(checked, fileNameOf(uri));
  if (!table || !reading || !suggested) return undefined;
  const declared = found?.described.description;
  const { delimiter, values } = reading.dialect;
  const types = new Map(suggested.resources[0]?.fields.map(field => [field.name, field.type]));
  const title = declared?.title ?? suggested.title;
  const ml = declared?.ml ?? suggested.ml;
  const personal = masksOf(table);
  const name = declared?.name ?? suggested.name ?? table.name;
  const repairs = repairsOf(checked.findings);
  const joined = found ? joinedWith(found.described) : [];
  return {
    name, ...(title !== undefined && { title }), ...(ml && { ml }),
    resources: [{
      name, paths: [fileNameOf(uri)], encoding: reading.encoding, dialect: { header: reading.hasHeader, ...(!values && { delimiter: String.fromCharCode(delimiter) }) },
      fields: table.columns.map(column => fieldOf(column, types.get(column.name) ?? 'any', table.records, personal(column.index) !== undefined, repairs.get(column.index))),
      missingValues: reading.nullTokens, ...contentOf(table.columns, format.id), node: ['resources', 0],
      ...(found?.described.resource.foreignKeys && { foreignKeys: found.described.resource.foreignKeys }),
    }, ...joined],
  };
}

/** A folder with a folder of images a class. */
function pictures(uri: string, called: string): Description {
  const fields = ['path', 'class'].map(name => ({ name, type: 'string', constraints: {}, node: [] } as const));
  const ml = { task: 'classification', target: 'class', features: ['path'], node: [] } as const;
  return { name: called, ml, resources: [{ name: called, paths: [fileNameOf(uri)], content: 'images', fields, node: ['resources', 0] }] };
}

/** What is learned from, where it is no text with delimiters. */
function contentOf(columns: readonly Column[], format: string): Pick<ResourceDescription, 'content'> {
  if (format === 'csv') return {};
  return { content: format === 'jsonl' && chatShapeOf(columns.map(toShapeColumn)) ? 'conversations' : 'records' };
}

function fieldOf(column: Column, suggested: FieldType, rows: number, isPersonal: boolean, repairs: readonly Repair[] | undefined): FieldDescription {
  const declared = column.field?.type === 'any' ? undefined : column.field?.type;
  const type = declared ?? suggested;
  return {
    name: column.name, type, node: [],
    constraints: { ...column.field?.constraints, ...(type === 'string' && namesRows(column, rows) && { unique: true }) },
    ...(repairs && { repairs }),
    ...(type === 'string' && proseOf(column)),
    ...(isPersonal && { privacy: privacyOf(column) }),
  };
}

/** Whether its texts are sentences, and of what kind. */
function proseOf({ values }: Column): Pick<FieldDescription, 'prose'> {
  const texts = values.map(({ text }) => text);
  return isProse(texts, SENTENCE) ? { prose: measureProse(texts).blankless ? 'blankless' : 'spaced' } : {};
}

/** Mean length in characters from which on texts of several words are sentences. */
const SENTENCE = 30;

/** As it is annotated; what is not said is what it most likely holds. */
function privacyOf({ field, evidence: [best] }: Column): ColumnPrivacy {
  const annotated = isAnnotatedPersonal(field) ? field?.privacy : undefined;
  const role = annotated?.role ?? best?.detector.role;
  return { ...(annotated ?? { category: best?.detector.category ?? 'user', node: [] }), ...(role && { role }) };
}

/** What a finding says about the writing of values, and what mends it. */
const MENDED_BY: Readonly<Record<string, Repair>> = {
  'outer-whitespace': 'blanks', 'no-break-space': 'blanks', 'invisible-character': 'blanks', 'inconsistent-spacing': 'blanks', 'fullwidth-characters': 'width',
  'number-as-string': 'number', 'mixed-decimal-separators': 'number', 'date-as-string': 'date', 'mixed-date-formats': 'date', 'inconsistent-case': 'case',
};

/** The repairs that findings ask for, by column. */
function repairsOf(findings: readonly Finding[]): ReadonlyMap<number, readonly Repair[]> {
  const found = new Map<number, readonly Repair[]>();
  for (const { rule, column } of findings) {
    const repair = MENDED_BY[rule.slice(rule.lastIndexOf('/') + 1)];
    const before = found.get(column) ?? [];
    if (repair !== undefined && column >= 0 && !before.includes(repair)) found.set(column, [...before, repair]);
  }
  return found;
}

/** The described tables that foreign keys of this one refer to, their paths as seen from its file. */
function joinedWith({ description, resource }: Described): readonly ResourceDescription[] {
  const depth = (resource.paths[0] ?? '').split('/').length - 1;
  const wanted = new Set(resource.foreignKeys?.map(key => key.resource));
  return description.resources.filter(other => other !== resource && other.name !== undefined && wanted.has(other.name) && isOneFile(other))
    .map(other => ({ ...other, paths: other.paths.map(path => '../'.repeat(depth) + path) }));
}

/** A text that is another one in every row names the row; a model would learn it by heart. Measured numbers may well be all different. */
function namesRows({ summary: { distinct, missing } }: Column, rows: number): boolean {
  return distinct.exact && rows > 1 && distinct.count === rows - missing;
}
