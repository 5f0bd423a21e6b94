import { list, name, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, textOf } from './shape.ts';
import { expectation, limitWords, patternWords } from './words.ts';

/** A compiled JSON Schema of a standard, with what its complaints need to be helpful. */
export interface StandardSchema {
  readonly validate: Validate;
  /** Keys the schema knows for the object at a path of a document. */
  keysAt(path: NodePath): readonly string[];
  /** What the document as a whole is called in a message. */
  readonly root: string;
  /** Texts that follow a notation, by the key they stand under. */
  readonly examples?: Readonly<Record<string, string>>;
}

/** As the build compiles it: `errors` holds what was wrong with the last value. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** One violation, as ajv reports it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What the schema has against a value, each at the smallest node that is wrong. At most `COMPLAINT_LIMIT`. */
export function schemaComplaints(root: Json, schema: StandardSchema): readonly Complaint[] {
  schema.validate(root);
  return oncePerKey((schema.validate.errors ?? []).slice(0, COMPLAINT_LIMIT).map(error => complaintOf(error, root, schema)));
}

/** A slip for a key that has to be there is not told again as a key that is not known. */
function oncePerKey(complaints: readonly Complaint[]): readonly Complaint[] {
  const slips = new Set(complaints.filter(({ kind, fix }) => kind === 'schema' && fix?.change.do === 'rename-node').map(({ path }) => JSON.stringify(path)));
  return slips.size === 0 ? complaints : complaints.filter(({ kind, path }) => kind !== 'unknown-key' || !slips.has(JSON.stringify(path)));
}

/** Nobody reads more, and a hostile document could have millions. */
export const COMPLAINT_LIMIT = 1000;

function complaintOf(error: SchemaError, root: Json, schema: StandardSchema): Complaint {
  const { path, node } = follow(root, error.instancePath);
  switch (error.keyword) {
    case 'required': return missingKey(error, path, node, schema);
    case 'additionalProperties': return unknownKey(error, path, node, schema);
    case 'enum': return notAllowed(error, path, node, schema);
    case 'uniqueItems': return { kind: 'schema', path: [...path, later(error)], part: 'value', message: say`This is in the list already` };
    default: return { kind: 'schema', path, part: 'value', message: wordsOf(error, path, node, schema) };
  }
}

function wordsOf({ keyword, params }: SchemaError, path: NodePath, node: Json | undefined, schema: StandardSchema): Message {
  const key = keyOf(path, schema);
  switch (keyword) {
    case 'type': return say`${key} should be ${expectation(params['type'])}`;
    case 'const': return say`The only value ${key} can have is ${quote(String(params['allowedValue']), -1)}`;
    case 'pattern': return patternWords(key, textOf(node) ?? '', schema.examples);
    default: return limitWords(keyword, key, Number(params['limit'] ?? 1));
  }
}

/** A key that is there under a slip of the pen is renamed rather than asked for. */
function missingKey({ params }: SchemaError, path: NodePath, node: Json | undefined, schema: StandardSchema): Complaint {
  const missing = String(params['missingProperty']);
  const known = new Set(schema.keysAt(path));
  const strangers = Object.keys(objectOf(node) ?? {}).filter(key => !known.has(key));
  const slip = mostSimilar(missing, strangers);
  if (slip === undefined) return { kind: 'schema', path, part: 'key', message: say`${name(missing)} is missing here and has to be given` };
  const at = [...path, slip];
  return {
    kind: 'schema', path: at, part: 'key', message: say`${name(slip)} is not known here; ${name(missing)} has to be given`, fix: rename(at, missing),
  };
}

function unknownKey({ params }: SchemaError, path: NodePath, node: Json | undefined, schema: StandardSchema): Complaint {
  const key = String(params['additionalProperty']);
  const taken = new Set(Object.keys(objectOf(node) ?? {}));
  const meant = mostSimilar(key, schema.keysAt(path));
  const at = [...path, key];
  const complaint = { kind: 'unknown-key', path: at, part: 'key' } as const;
  const block = name(keyOf(path, schema).name);
  if (meant === undefined) return { ...complaint, message: say`${name(key)} is not a key of ${block}` };
  const message = say`${name(key)} is not a key of ${block}; did you mean ${name(meant)}?`;
  return { ...complaint, message, ...(!taken.has(meant) && { fix: rename(at, meant) }) };
}

function notAllowed({ params }: SchemaError, path: NodePath, node: Json | undefined, schema: StandardSchema): Complaint {
  const allowed = (Array.isArray(params['allowedValues']) ? params['allowedValues'] : []).map(String);
  const given = textOf(node);
  const meant = given === undefined ? undefined : mostSimilar(given, allowed);
  const complaint = { kind: 'schema', path, part: 'value' } as const;
  if (given === undefined || meant === undefined) return { ...complaint, message: say`${keyOf(path, schema)} should be one of ${list(allowed.map(one => quote(one, -1)))}` };
  return {
    ...complaint,
    message: say`${quote(given, -1)} is no value of ${keyOf(path, schema)}; did you mean ${quote(meant, -1)}?`,
    fix: { title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}

const rename = (path: NodePath, to: string): Fix =>
  ({ title: say`Rename to ${name(to)}`, safety: 'unsafe', change: { do: 'rename-node', path, to } });

/** Ajv names the two equal items in either order; the later one is the repetition. */
const later = ({ params }: SchemaError): number => Math.max(Number(params['i']), Number(params['j']));

/** The last property name of a path, for a message. */
function keyOf(path: NodePath, { root }: StandardSchema): { readonly name: string } {
  return { name: path.filter(step => typeof step === 'string').at(-1) ?? root };
}

/** The path a JSON pointer stands for, with numbers where a list is indexed, and the value there. */
function follow(root: Json, pointer: string): { readonly path: NodePath; readonly node: Json | undefined } {
  const path: (string | number)[] = [];
  let node: Json | undefined = root;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const items: readonly Json[] | undefined = listOf(node);
    path.push(items ? Number(key) : key);
    node = items ? items[Number(key)] : objectOf(node)?.[key];
  }
  return { path, node };
}
