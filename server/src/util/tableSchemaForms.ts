const ZONE = '(?:Z|[+-]\\d{2}:\\d{2})?';
const REAL = (whole: string, most: string): string => `\\s*[+-]?0*(?:(?:${whole})(?:\\.\\d+)?|${most}(?:\\.0+)?)\\s*`;
const [LONGITUDE, LATITUDE] = [REAL('1[0-7]\\d|\\d{1,2}', '180'), REAL('[1-8]?\\d', '90')];
/** How values of a type of Table Schema are written, where the form is all that is checked: patterns of whole texts. */
export const FORMS: Readonly<Record<string, string>> = {
  datetime: `-?\\d{4,}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?${ZONE}`,
  time: `(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?${ZONE}`,
  year: `-?\\d{4,}${ZONE}`,
  yearmonth: `-?\\d{4,}-(?:0[1-9]|1[0-2])${ZONE}`,
  duration: '-?P(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
  object: '(?s)\\s*\\{.*\\}\\s*',
  geojson: '(?s)\\s*\\{.*"type"\\s*:.*\\}\\s*',
  array: '(?s)\\s*\\[.*\\]\\s*',
  geopoint: `${LONGITUDE},${LATITUDE}`,
};
/** The same for the formats of strings. */
export const TEXT_FORMS: Readonly<Record<string, string>> = {
  email: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+',
  uri: '[A-Za-z][A-Za-z0-9+.-]*:\\S+',
  uuid: '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
  binary: '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?',
};
/** The same for types that the kernel tells in cells of their own, where they are items of a list or have spaces around them. */
export const SIMPLE_FORMS: Readonly<Record<string, string>> = {
  integer: '[+-]?\\d+', number: '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?', boolean: 'true|True|TRUE|1|false|False|FALSE|0', date: '-?\\d{4}-\\d{2}-\\d{2}',
};

const INFINITE = ['INF', 'inf', 'Inf'];
/** Spellings of infinity, below and above all numbers; Table Schema lets them be spelled in either case. */
export const INFINITY: Readonly<Record<'below' | 'above', readonly string[]>> = { below: INFINITE.map(one => `-${one}`), above: [...INFINITE, ...INFINITE.map(one => `+${one}`)] };
/** Values of type number that are no decimal numbers. */
export const NOT_FINITE: readonly string[] = ['NaN', 'nan', 'NAN', ...INFINITY.below, ...INFINITY.above];
/** A simple value with or without spaces around it, and what is no number but of the type. */
export const isSimplyWritten = (text: string, type: string): boolean =>
  new RegExp(`^\\s*(?:${SIMPLE_FORMS[type] ?? '(?!)'})\\s*$`).test(text) || (type === 'number' && NOT_FINITE.includes(text));
