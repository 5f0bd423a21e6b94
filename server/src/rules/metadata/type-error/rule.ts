import type { Column } from '../../../core/column.ts';
import { missingValuesOf, type Datatype, type FieldDescription, type ResourceDescription } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, name, say, value, type Message } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Fix, Problem } from '../../../core/problem.ts';
import { all, any, hasClass, hasForm, isIn, isMissing, not, perItem, type CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import type { PresentClass } from '../../../core/summary.ts';
import { typeOf } from '../../../util/fieldTypes.ts';
import { isAllOf, strangersTo } from '../../../util/lexical/datatypeColumn.ts';
import { datatypeForm } from '../../../util/lexical/datatypes.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import { numberColumn } from '../../../util/lexical/numberColumn.ts';
import { strptime } from '../../../util/lexical/strptime.ts';
import { FORMS, isSimplyWritten, NOT_FINITE, SIMPLE_FORMS, TEXT_FORMS } from '../../../util/tableSchemaForms.ts';
import { fieldList } from '../../../util/tableSchema.ts';

export default defineRule({
  id: 'type-error',
  scope: 'resource',
  summary: 'A value cannot be read as the type the description gives its column',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['counts', 'values'],
  options: {},

  *check({ resource, table: { columns } }) {
    for (const column of columns) {
      if (!column.field) continue;
      yield* unreadable(column, column.field, resource);
      if (column.field.type !== 'any' && column.field.type !== 'string') yield* undeclaredGaps(column, column.field, resource);
    }
  },
});

function* unreadable(column: Column, field: FieldDescription, resource: ResourceDescription): Iterable<Problem> {
  const cells = misfits(field, column);
  if (!cells) return;
  const [fix, ...alternatives] = fieldList(resource) ? [declaration(column, field), otherType(column, field)].filter(one => one !== undefined) : [];
  yield {
    place: { at: 'header', column: column.index }, cells, message: wordsOf(column, field), mirror: [...field.node, field.datatype ? 'datatype' : 'type'],
    facts: told({ type: field.type }), ...(fix && { fix, alternatives }),
  };
}

/** Where nearly all values are of the type in one notation, the description should name it: a decimal comma, or a format of dates. */
function declaration(column: Column, field: FieldDescription): Fix | undefined {
  const at = (key: string): NodePath => [...field.node, key];
  if (field.datatype) return undefined;
  if (field.type === 'number' && !hasOwnForm(field)) {
    const numbers = numberColumn(column);
    const isComma = numbers?.decimal === 'comma' && numbers.isSure && !numbers.mixed && numbers.written.every(({ number }) => number.bare);
    return isComma ? { title: say`Declare that ${column} has a decimal comma`, safety: 'unsafe', change: { do: 'set-node', path: at('decimalChar'), value: ',' } } : undefined;
  }
  if (field.type !== 'date' || (field.format ?? 'default') !== 'default') return undefined;
  const dates = dateColumn(column);
  const format = dates && dates.rival === undefined ? FORMATS[dates.usual] : undefined;
  return format === undefined
    ? undefined
    : { title: say`Declare the format ${name(format)} for ${column}`, safety: 'unsafe', change: { do: 'set-node', path: at('format'), value: format } };
}

/** The narrowest type that all values of the column have. */
function otherType(column: Column, { node, type, format }: FieldDescription): Fix | undefined {
  const other = typeOf(column);
  if (other === type || other === 'any' || format !== undefined) return undefined;
  return { title: say`Declare ${column} as ${name(other)}`, safety: 'unsafe', change: { do: 'set-node', path: [...node, 'type'], value: other } };
}

/** Layouts of `util/lexical/dates` that strptime can say. */
const FORMATS: Readonly<Record<string, string>> = {
  'd.m.y': '%d.%m.%Y', 'd/m/y': '%d/%m/%Y', 'd-m-y': '%d-%m-%Y', 'm/d/y': '%m/%d/%Y', 'm-d-y': '%m-%d-%Y', 'y/m/d': '%Y/%m/%d', 'y.m.d': '%Y.%m.%d', 'y年m月d日': '%Y年%m月%d日',
};

/** Values that are shown to say what a misfit looks like. */
const SHOWN = 2;

function wordsOf(column: Column, { type, format, datatype, separator }: FieldDescription): Message {
  if (datatype) return wordsOfDatatype(column, datatype, separator);
  if (format !== undefined && format !== 'default') return say`${column} has ${matched('value')} not of the format ${name(format)}`;
  const fitting = FITTING[type];
  return cannotBeRead(column, type, fitting ? column.values.filter(one => !fitting.includes(one.class) && !isSimplyWritten(one.text, type)).slice(0, SHOWN) : []);
}

function wordsOfDatatype(column: Column, datatype: Datatype, separator: string | undefined): Message {
  if (datatype.pattern !== undefined) return say`${column} has ${matched('value')} not of the format ${name(datatype.pattern)}`;
  return cannotBeRead(column, datatype.base, separator === undefined ? strangersTo(datatype, column).slice(0, SHOWN) : []);
}

function cannotBeRead(column: Column, type: string, examples: Column['values']): Message {
  if (examples.length === 0) return say`${column} has ${matched('value')} that cannot be read as ${name(type)}`;
  return say`${column} has ${matched('value')} that cannot be read as ${name(type)}, such as ${list(examples.map(one => value(one.text, column.index)))}`;
}

/** What commonly means "missing" is a value like any other to other readers of the description, unless it lists it. */
function* undeclaredGaps(column: Column, field: FieldDescription, resource: ResourceDescription): Iterable<Problem> {
  const declared = missingValuesOf(field, resource);
  const at = field.missingValues ? [...field.node, 'missingValues'] : [...resource.node, 'schema', 'missingValues'];
  for (const { index, text } of column.nullSpellings) {
    if (declared.includes(text)) continue;
    yield {
      place: { at: 'header', column: column.index },
      cells: isMissing([index]),
      message: say`${value(text, -1)} in ${matched('cell')} of ${column} is neither ${name(field.type)} nor declared to mean missing`,
      ...(fieldList(resource) && {
        fix: { title: say`Declare ${value(text, -1)} to mean missing`, safety: 'unsafe' as const, change: { do: 'set-node' as const, path: at, value: [...declared, text] } },
      }),
      mirror: [...field.node, 'type'],
    };
  }
}

const CLASSES: readonly PresentClass[] = ['integer', 'float', 'boolean', 'date', 'datetime', 'text', 'digits'];

/** Classes of cells that are values of a type. */
const FITTING: Readonly<Record<string, readonly PresentClass[]>> = { integer: ['integer', 'digits'], number: ['integer', 'float', 'digits'], date: ['date'] };

/** Present cells that are not of the type; nothing where every text is, or where the summary rules it out. */
function misfits(field: FieldDescription, column: Column): CellQuery | undefined {
  const { classes } = column.summary;
  const otherThan = (fitting: readonly PresentClass[] = []): CellQuery | undefined => {
    const others = CLASSES.filter(one => !fitting.includes(one) && classes[one] > 0);
    return others.length > 0 ? hasClass(...others) : undefined;
  };
  const { lexical, format, datatype } = field;
  if (datatype) return otherThanDatatype(datatype, field, column);
  switch (field.type) {
    case 'integer': return hasOwnForm(field) ? not(ownForm(field)) : butPadded(otherThan(FITTING['integer']), SIMPLE_FORMS['integer']);
    case 'number': {
      if (hasOwnForm(field)) return not(any(ownForm(field), isIn(NOT_FINITE)));
      const others = butPadded(otherThan(FITTING['number']), SIMPLE_FORMS['number']);
      return others && all(others, not(isIn(NOT_FINITE)));
    }
    case 'boolean': return lexical === undefined && !otherThan(['boolean'])
      ? undefined
      : not(isIn([...(lexical?.trueValues ?? TRUE), ...(lexical?.falseValues ?? FALSE)]));
    case 'date': {
      if (format === 'any') return otherThanAny(classes.text);
      if (format !== undefined && format !== 'default') return otherThanFormat(format);
      const slashes: CellQuery = { is: 'pattern', source: '\\d{4}/.*' };
      const others = otherThan(FITTING['date']);
      return others ? any(others, slashes) : classes.date > 0 ? slashes : undefined;
    }
    case 'list': return otherThanItems(field);
    case 'time':
    case 'datetime': if (format === 'any') return otherThanAny(classes.text);
      return format === undefined || format === 'default' ? otherThanDefault(FORMS[field.type]) : otherThanFormat(format);
    case 'geopoint': return otherThanPattern(format === 'array' ? FORMS['array'] : format === 'object' ? FORMS['object'] : FORMS['geopoint']);
    case 'string': return format === 'wkt' ? not(hasForm('wkt')) : otherThanPattern(TEXT_FORMS[format ?? '']);
    default: return otherThanPattern(FORMS[field.type]);
  }
}

const otherThanDatatype = (datatype: Datatype, { separator, missingValues }: FieldDescription, column: Column): CellQuery | undefined =>
  (separator === undefined && isAllOf(datatype, column) ? undefined : perItem(separator, missingValues, { is: 'not', of: hasForm(datatypeForm(datatype)) }));

const otherThanPattern = (source: string | undefined): CellQuery | undefined =>
  (source === undefined ? undefined : not({ is: 'pattern', source }));

/** Spaces around a number are no part of it; another rule tells of them. */
const butPadded = (cells: CellQuery | undefined, source = ''): CellQuery | undefined => cells && all(cells, not({ is: 'pattern', source: `\\s*(?:${source})\\s*` }));

/** Formats named `any` leave it to the reader; only what no reader can take for a date or a time is told. */
const otherThanAny = (texts: number): CellQuery | undefined => (texts > 0 ? all(hasClass('text'), not(hasForm('any-moment'))) : undefined);

/** Lists of Table Schema: texts with a delimiter between them, each of one type. What means missing is a cell and never an item. */
function otherThanItems({ items }: FieldDescription): CellQuery | undefined {
  const source = items && (SIMPLE_FORMS[items.type] ?? FORMS[items.type]);
  return items && source !== undefined ? perItem(items.delimiter, [], { is: 'not', of: { is: 'pattern', source } }) : undefined;
}

/** A day that does not exist has the form of one that does. */
const otherThanDefault = (source = ''): CellQuery => not(all({ is: 'pattern', source }, not(hasForm('impossible-date'))));

/** A format of strptime; nothing where it has a directive that depends on a language, or is `any`. */
const otherThanFormat = (format: string): CellQuery | undefined => (strptime(format) ? not(hasForm(`strptime:${format}`)) : undefined);

/** The spellings of Table Schema. */
const TRUE = ['true', 'True', 'TRUE', '1'];
const FALSE = ['false', 'False', 'FALSE', '0'];
const hasOwnForm = ({ lexical }: FieldDescription): boolean =>
  lexical !== undefined && (lexical.bareNumber === false || lexical.groupChar !== undefined || (lexical.decimalChar ?? '.') !== '.');

/** Numbers with the separators the field names; with anything around the digits where it allows that. */
function ownForm({ type, lexical }: FieldDescription): CellQuery {
  const [decimal, group] = [lexical?.decimalChar ?? '.', lexical?.groupChar ?? ''];
  if (lexical?.bareNumber === false) {
    const fraction = type === 'integer' ? '' : `(?:${escape(decimal)}\\d*)?(?:[eE][+-]?\\d+)?`;
    return { is: 'pattern', source: `[^\\d+-]*[+-]?\\d[\\d${escape(group)}]*${fraction}\\D*` };
  }
  const number = hasForm(`separators:${decimal}${group}`);
  return type === 'integer' ? all(number, not({ is: 'pattern', source: `.*[${escape(decimal)}eE].*` })) : number;
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
