import type { SchemaElement, SchemaTree } from 'hyparquet';

const SIMPLE: Readonly<Record<string, string>> = {
  BOOLEAN: 'bool', INT32: 'int32', INT64: 'int64', INT96: 'timestamp[ns]', FLOAT: 'float', DOUBLE: 'double', BYTE_ARRAY: 'binary',
  UTF8: 'string', STRING: 'string', NULL: 'null', FLOAT16: 'halffloat', ENUM: 'enum', JSON: 'json', BSON: 'bson', UUID: 'uuid', INTERVAL: 'interval',
  DATE: 'date', TIME_MILLIS: 'time[ms]', TIME_MICROS: 'time[us]', TIMESTAMP_MILLIS: 'timestamp[ms, UTC]', TIMESTAMP_MICROS: 'timestamp[us, UTC]',
};
const UNITS: Readonly<Record<string, string>> = { MILLIS: 'ms', MICROS: 'us', NANOS: 'ns' };

/**
 * How a file stores a column, as readers of data call it: `int64`, `string`, `timestamp[us, UTC]`, `list<double>`. Whether values may be missing is no
 * part of it.
 */
export function typeName(tree: SchemaTree): string {
  const { element, children } = tree;
  const type = children.length > 0 ? groupName(tree) : leafName(element);
  return element.repetition_type === 'REPEATED' ? `list<${type}>` : type;
}

function groupName({ element: { converted_type: converted, logical_type: logical }, children }: SchemaTree): string {
  const [inner] = children;
  if (inner && (converted === 'LIST' || logical?.type === 'LIST')) return listName(inner);
  if (inner && (converted === 'MAP' || converted === 'MAP_KEY_VALUE' || logical?.type === 'MAP')) return `map<${inner.children.map(typeName).join(', ')}>`;
  if (logical?.type === 'VARIANT') return 'variant';
  return `struct<${children.map(child => `${child.element.name}: ${typeName(child)}`).join(', ')}>`;
}

/** Lists have a repeated group around their elements, old ones the elements themselves. */
function listName(repeated: SchemaTree): string {
  const [element, ...others] = repeated.children;
  return element && others.length === 0 ? `list<${typeName(element)}>` : typeName(repeated);
}

function leafName(element: SchemaElement): string {
  const { type = '', type_length: length, converted_type: converted, logical_type: logical, precision, scale } = element;
  switch (logical?.type) {
    case 'TIMESTAMP': return `timestamp[${UNITS[logical.unit] ?? ''}${logical.isAdjustedToUTC ? ', UTC' : ''}]`;
    case 'TIME': return `time[${UNITS[logical.unit] ?? ''}]`;
    case 'INTEGER': return `${logical.isSigned ? '' : 'u'}int${logical.bitWidth}`;
    case 'DECIMAL': return `decimal(${logical.precision}, ${logical.scale})`;
  }
  if (converted === 'DECIMAL') return `decimal(${precision ?? 0}, ${scale ?? 0})`;
  if (converted && /^U?INT_\d+$/.test(converted)) return converted.replace('_', '').toLowerCase();
  const known = SIMPLE[logical?.type ?? ''] ?? SIMPLE[converted ?? ''] ?? SIMPLE[type];
  return known ?? (type === 'FIXED_LEN_BYTE_ARRAY' ? `binary(${length ?? 0})` : 'unknown');
}
