import type { Constraints, Datatype, FieldDescription, FieldType, LexicalForm } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { familyOf, plainDatatype, WHOLE } from '../../util/lexical/datatypeNames.ts';
import { compact, listOf, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { titlesOf } from './columns.ts';
import { datatypeOf } from './datatype.ts';
import { isEvaluable, isRegularExpression, wholePattern } from './expressions.ts';
import { COUNT, TEXT_OR_NULL } from './values.ts';

/** Maps a column with what it inherits from its schema, its table and the group, outermost first. The name is what the header should say. */
export function readColumn(column: JsonObject, above: readonly JsonObject[], node: NodePath, language: string): FieldDescription {
  const chain = [...above, column];
  const [title, ...others] = titlesOf(column, language).map(({ text }) => text);
  const given = inherited(chain, 'datatype', value => typeof value === 'string' || objectOf(value) !== undefined);
  const datatype = datatypeOf(given);
  const separator = textOf(inherited(chain, 'separator', value => TEXT_OR_NULL.fits(value)));
  const missing = nullsOf(inherited(chain, 'null', value => typeof value === 'string' || listOf(value) !== undefined));
  const byDefault = textOf(inherited(chain, 'default', value => typeof value === 'string'));
  const required = inherited(chain, 'required', value => typeof value === 'boolean') === true && byDefault === undefined;
  return {
    name: title ?? textOf(column['name']) ?? '',
    type: typeOf(datatype.base),
    constraints: { ...(required && { required }), ...facetsOf(objectOf(given) ?? {}, datatype.base) },
    node,
    ...compact({
      aliases: others.length > 0 ? others : undefined, missingValues: missing?.join('\0') === '' ? undefined : missing, separator,
      datatype: needsTest(datatype) ? datatype : undefined, lexical: lexicalOf(datatype), format: formatOf(datatype),
      title: textOf(column['dc:title']), description: textOf(column['dc:description']) ?? textOf(column['dcterms:description']) ?? textOf(column['rdfs:comment']),
    }),
  };
}

/** The innermost value that is not passed over. */
function inherited(chain: readonly JsonObject[], key: string, fits: (value: Json) => boolean): Json | undefined {
  return chain.reduce<Json | undefined>((found, { [key]: value }) => (value !== undefined && fits(value) ? value : found), undefined);
}

const nullsOf = (value: Json | undefined): readonly string[] | undefined =>
  (value === undefined ? undefined : typeof value === 'string' ? [value] : listOf(value)?.flatMap(item => textOf(item) ?? []));

/** Any text is a value of the other datatypes. */
const needsTest = ({ base }: Datatype): boolean => familyOf(base) !== 'text' || ['anyURI', 'language', 'Name', 'NMTOKEN', 'QName'].includes(base);

const TYPES: Readonly<Record<string, FieldType>> = {
  boolean: 'boolean', date: 'date', time: 'time', dateTime: 'datetime', dateTimeStamp: 'datetime', gYear: 'year', gYearMonth: 'yearmonth',
  duration: 'duration', dayTimeDuration: 'duration',  yearMonthDuration: 'duration',
};

function typeOf(name: string): FieldType {
  const base = plainDatatype(name);
  if (WHOLE[base]) return 'integer';
  return familyOf(base) === 'number' ? 'number' : TYPES[base] ?? 'string';
}

function facetsOf(datatype: JsonObject, base: string): Constraints {
  const family = familyOf(base) ?? 'text';
  const count = (key: string): number | undefined => (COUNT.fits(datatype[key] ?? null) ? numberOf(datatype[key]) : undefined);
  const bound = (...keys: readonly string[]): number | string | undefined =>
    keys.map(key => numberOf(datatype[key]) ?? textOf(datatype[key])).find(value => value !== undefined);
  if (family === 'text' || family === 'binary') {
    const pattern = textOf(datatype['format']);
    return compact({
      ...lengthsOf(count('length') ?? count('minLength'), count('length') ?? count('maxLength'), base),
      pattern: pattern !== undefined && isRegularExpression(pattern) && isEvaluable(pattern) ? wholePattern(pattern) : undefined,
    });
  }
  const pattern = family === 'duration' ? textOf(datatype['format']) : undefined;
  return compact({
    minimum: bound('minInclusive', 'minimum'), maximum: bound('maxInclusive', 'maximum'),
    exclusiveMinimum: bound('minExclusive'), exclusiveMaximum: bound('maxExclusive'),
    pattern: pattern !== undefined && isRegularExpression(pattern) && isEvaluable(pattern) ? wholePattern(pattern) : undefined,
  });
}

/**
 * Lengths in characters: a byte takes two of them in hexadecimal, and up to three bytes take four in base 64, where a value may go unreported that is two
 * bytes too long or too short.
 */
function lengthsOf(minLength: number | undefined, maxLength: number | undefined, base: string): Pick<Constraints, 'minLength' | 'maxLength'> {
  if (familyOf(base) === 'text') return compact({ minLength, maxLength });
  const characters = (bytes: number): number => (base === 'hexBinary' ? 2 * bytes : 4 * Math.ceil(bytes / 3));
  return compact({ minLength: minLength === undefined ? undefined : characters(minLength), maxLength: maxLength === undefined ? undefined : characters(maxLength) });
}

function lexicalOf({ base, pattern, decimalChar, groupChar }: Datatype): LexicalForm | undefined {
  const [yes, no] = familyOf(base) === 'boolean' ? pattern?.split('|') ?? [] : [];
  if (yes !== undefined && no !== undefined) return { trueValues: [yes], falseValues: [no] };
  return decimalChar === undefined && groupChar === undefined ? undefined : compact({ decimalChar, groupChar });
}

/** A date pattern as a format of strptime, which the other standards have. */
function formatOf({ base, pattern }: Datatype): string | undefined {
  if (familyOf(base) !== 'moment' || pattern === undefined) return undefined;
  return pattern.replace(/'T'/, 'T').replace(/yyyy|MM?|dd?|HH|mm|ss|\.S+|X+|x+/g, symbol => STRPTIME[symbol] ?? (symbol.startsWith('.') ? '.%f' : '%z'));
}

const STRPTIME: Readonly<Record<string, string>> = { yyyy: '%Y', MM: '%m', M: '%m', dd: '%d', d: '%d', HH: '%H', mm: '%M', ss: '%S' };
