/** What the values of a datatype are made of. */
export type DatatypeFamily = 'text' | 'binary' | 'number' | 'boolean' | 'moment' | 'duration';

/** Names that stand for another datatype in CSV on the Web (Metadata Vocabulary for Tabular Data, section 5.11.1). */
const ALIASES: Readonly<Record<string, string>> = { number: 'double', binary: 'base64Binary', datetime: 'dateTime', any: 'anyAtomicType' };

const FAMILIES: Readonly<Record<DatatypeFamily, string>> = {
  text: 'anyAtomicType anyURI QName NOTATION string normalizedString token language Name NMTOKEN xml html json',
  binary: 'base64Binary hexBinary',
  number: 'decimal double float integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger '
    + 'unsignedLong unsignedInt unsignedShort unsignedByte',
  boolean: 'boolean',
  moment: 'date dateTime dateTimeStamp time gDay gMonth gMonthDay gYear gYearMonth',
  duration: 'duration dayTimeDuration yearMonthDuration',
};

const BY_NAME: ReadonlyMap<string, DatatypeFamily> = new Map(Object.entries(FAMILIES).flatMap(([family, names]) =>
  names.split(' ').flatMap(one => (isFamily(family) ? [[one, family] as const] : []))));

function isFamily(text: string): text is DatatypeFamily {
  return Object.hasOwn(FAMILIES, text);
}

/** Datatypes of XML Schema and those CSV on the Web adds, by every name they have there. */
export const DATATYPES: ReadonlySet<string> = new Set([...BY_NAME.keys(), ...Object.keys(ALIASES)]);

/** The name of a datatype that others stand for. */
export const plainDatatype = (name: string): string => ALIASES[name] ?? name;

export const familyOf = (name: string): DatatypeFamily | undefined => BY_NAME.get(plainDatatype(name));

/** Whether spaces around and within a value count: in these they are part of it. */
export const keepsSpaces = (name: string): boolean => ['anyAtomicType', 'string', 'json', 'xml', 'html', 'normalizedString'].includes(plainDatatype(name));

/** Lowest and highest value of the whole numbers of limited range, both included; `undefined` where there is no end. */
export const WHOLE: Readonly<Record<string, readonly [least: bigint | undefined, most: bigint | undefined]>> = {
  integer: [undefined, undefined],
  long: [-(2n ** 63n), 2n ** 63n - 1n], int: [-(2n ** 31n), 2n ** 31n - 1n], short: [-(2n ** 15n), 2n ** 15n - 1n], byte: [-128n, 127n],
  nonNegativeInteger: [0n, undefined], positiveInteger: [1n, undefined], nonPositiveInteger: [undefined, 0n], negativeInteger: [undefined, -1n],
  unsignedLong: [0n, 2n ** 64n - 1n], unsignedInt: [0n, 2n ** 32n - 1n], unsignedShort: [0n, 2n ** 16n - 1n], unsignedByte: [0n, 255n],
};
