/**
 * Terms and prefixes of the context of CSV on the Web (https://www.w3.org/ns/csvw, 2015), which includes the prefixes of the initial context of RDFa.
 */
export const CONTEXT = 'http://www.w3.org/ns/csvw';

const PREFIXES: ReadonlySet<string> = new Set((
  'as cat cc csvw ctag dc dc11 dcat dcterms dctypes dqv duv foaf gr grddl ical ldp ma oa odrl og org owl prov qb rdf rdfa rdfs rev rif rr '
  + 'schema sd sioc skos skosxl sosa ssn time v vcard void wdr wdrs xhv xml xsd'
).split(' '));

const CLASSES: ReadonlySet<string> = new Set((
  'Cell Column Datatype Dialect Direction ForeignKey JSON NumericFormat Row Schema Table TableGroup TableReference Template Transformation UriTemplate'
).split(' '));

/** Schemes of addresses that do not begin with `//` behind the colon. */
const SCHEMES: ReadonlySet<string> = new Set(['urn', 'mailto', 'tag', 'info', 'doi', 'data', 'tel', 'file', 'did', 'ark']);

/** `schema:name` or an absolute URL: the names of annotations that CSVW leaves to others. */
export const isAnnotation = (key: string): boolean => /^[A-Za-z][\w.+-]*:/.test(key);

/** The prefix of a name, where the context does not know it and it is no scheme of a URL either. */
export function unknownPrefix(text: string): string | undefined {
  const prefix = /^([^:/]*):(?!\/\/)/.exec(text)?.[1];
  return prefix === undefined || PREFIXES.has(prefix) || SCHEMES.has(prefix.toLowerCase()) ? undefined : prefix;
}

export const knownPrefixes = (): readonly string[] => [...PREFIXES];

/** What `@type` of an annotation may be: a term of the context, a name with a known prefix, or an absolute URL. */
export const isType = (text: string, datatypes: ReadonlySet<string>): boolean =>
  CLASSES.has(text) || datatypes.has(text) || (isAnnotation(text) && !text.startsWith('_:') && unknownPrefix(text) === undefined);

/**
 * Whether a text has the form of a language tag of BCP 47. Of extensions only the two that are registered are taken, so that a sentence with hyphens is
 * no tag; nor are languages of four to eight letters, of which none has ever been registered.
 */
export function isLanguage(text: string): boolean {
  return LANGUAGE.test(text);
}

const LANGUAGE = new RegExp([
  '^[a-z]{2,3}(?:-[a-z]{3}){0,3}', '(?:-[a-z]{4})?', '(?:-(?:[a-z]{2}|\\d{3}))?',
  '(?:-(?:[a-z0-9]{5,8}|\\d[a-z0-9]{3}))*', '(?:-[tu](?:-[a-z0-9]{2,8})+)*',
  '(?:-x(?:-[a-z0-9]{1,8})+)?$|^x(?:-[a-z0-9]{1,8})+$|^i-[a-z]{2,8}$',
].join(''), 'i');

/** What a column may be called: a variable of a URI template that does not start with an underscore. */
export const isColumnName = (text: string): boolean => /^(?:[A-Za-z0-9]|%[0-9A-Fa-f]{2})(?:\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*$/.test(text);

/** Languages match where one is the beginning of the other; `und` matches every one. */
export function languagesMatch(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === 'und' || b === 'und' || a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
