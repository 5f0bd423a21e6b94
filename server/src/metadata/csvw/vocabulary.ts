import { say, type Message } from '../../core/message.ts';
import {
  CHARACTER, CHARACTER_OR_NULL, COUNT, DIRECTION, ENCODING, LANGUAGE, LIMIT, SOURCE, TEXT, TEXTS, TEXT_DIRECTION, TEXT_OR_NULL, TRIM, TRUTH, type ValueKind,
} from './values.ts';

export type ObjectKind = 'TableGroup' | 'Table' | 'Schema' | 'Column' | 'Dialect' | 'Template' | 'Datatype' | 'ForeignKey' | 'Reference';

/** What an object of the vocabulary holds (Metadata Vocabulary for Tabular Data, section 5). */
export interface ObjectForm {
  /** `a table`, for a message. */
  readonly called: Message;
  readonly required: readonly string[];
  readonly values: Readonly<Record<string, ValueKind>>;
  /** Properties that hold objects, lists of them or references, which the walk looks into. */
  readonly nested: readonly string[];
  /** False for the two objects that may hold nothing but what is listed. */
  readonly open: boolean;
}

/** Properties that tables hand down to their columns (section 5.7). */
const INHERITED: ObjectForm['values'] = {
  null: TEXTS, lang: LANGUAGE, textDirection: TEXT_DIRECTION, separator: TEXT_OR_NULL, ordered: TRUTH, default: TEXT, aboutUrl: TEXT,
  propertyUrl: TEXT, valueUrl: TEXT, required: TRUTH,
};

export const FORMS: Readonly<Record<ObjectKind, ObjectForm>> = {
  TableGroup: {
    called: say`a group of tables`, required: [], open: true,
    values: { ...INHERITED, tableDirection: DIRECTION }, nested: ['tables', 'dialect', 'notes', 'tableSchema', 'transformations', 'datatype'],
  },
  Table: {
    called: say`a table`, required: [], open: true,
    values: { ...INHERITED, suppressOutput: TRUTH, tableDirection: DIRECTION },
    nested: ['url', 'dialect', 'notes', 'tableSchema', 'transformations', 'datatype'],
  },
  Schema: { called: say`a schema`, required: [], open: true, values: INHERITED, nested: ['columns', 'foreignKeys', 'primaryKey', 'rowTitles', 'datatype'] },
  Column: {
    called: say`a column`, required: [], open: true, values: { ...INHERITED, suppressOutput: TRUTH, virtual: TRUTH }, nested: ['name', 'titles', 'datatype'],
  },
  Dialect: {
    called: say`a dialect`, required: [], open: true, nested: [],
    values: {
      commentPrefix: CHARACTER_OR_NULL, delimiter: CHARACTER, doubleQuote: TRUTH, encoding: ENCODING, header: TRUTH, headerRowCount: COUNT,
      lineTerminators: TEXTS, quoteChar: CHARACTER_OR_NULL, skipBlankRows: TRUTH, skipColumns: COUNT, skipInitialSpace: TRUTH, skipRows: COUNT, trim: TRIM,
    },
  },
  Template: {
    called: say`a transformation`, required: ['url', 'scriptFormat', 'targetFormat'], open: true,
    values: { url: TEXT, scriptFormat: TEXT, targetFormat: TEXT, source: SOURCE }, nested: ['titles'],
  },
  Datatype: {
    called: say`a datatype`, required: [], open: true, nested: ['base', 'format'],
    values: {
      name: TEXT, length: COUNT, minLength: COUNT, maxLength: COUNT, minimum: LIMIT, maximum: LIMIT,
      minInclusive: LIMIT, maxInclusive: LIMIT, minExclusive: LIMIT, maxExclusive: LIMIT,
    },
  },
  ForeignKey: { called: say`a foreign key`, required: ['columnReference', 'reference'], open: false, values: {}, nested: ['columnReference', 'reference'] },
  Reference: { called: say`a reference`, required: ['columnReference'], open: false, values: {}, nested: ['resource', 'schemaReference', 'columnReference'] },
};

/** Texts of the core vocabulary that are lists of texts: items of another kind are passed over one by one. */
export const TEXT_LISTS: ReadonlySet<string> = new Set(['null', 'lineTerminators']);
