import type { ForeignKeyDescription } from '../../core/description.ts';
import type { TableView, Unit } from '../../core/rule.ts';
import { canonicalUri } from '../../util/uri.ts';
import { fitNames, headerNames } from '../fitted.ts';
import { resolvePath } from '../resourcePaths.ts';
import { OtherTable } from './otherTable.ts';
import type { TablePlan } from './plan.ts';
import type { RelationRequest } from './relationRequest.ts';

/** Units about foreign keys, and the tables these lead to. */
export interface References {
  readonly units: readonly Unit[];
  /** By the name of the resource. */
  readonly others: ReadonlyMap<string, OtherTable>;
  close(): Promise<void>;
}

/** Opens the tables that the foreign keys of a described table lead to. What cannot be read is left out. `undefined` when cancelled. */
export async function relateReferences(request: RelationRequest): Promise<References | undefined> {
  const keys = request.scopes.has('reference') ? request.described?.resource.foreignKeys ?? [] : [];
  const plans = plansOf(keys, request);
  const opened = plans.length > 0 && request.partners ? await request.partners.openAll(plans, { ...request, kernel: request.readable.kernel }) : [];
  if (!opened) return undefined;
  const others = new Map([...ownTable(keys, request), ...opened.map(({ plan, table }) => [plan.name, table] as const)]);
  const units = keys.flatMap((key): readonly Unit[] => {
    const referenced = others.get(nameOf(key, request))?.view;
    return referenced ? [{ scope: 'reference', input: { key: fitKey(key, referenced, request), table: request.table, referenced } }] : [];
  });
  const close = async (): Promise<void> => {
    for (const partner of opened) await partner.close();
  };
  return { units, others, close };
}

const nameOf = ({ resource }: ForeignKeyDescription, { described }: RelationRequest): string => (resource === '' ? described?.resource.name ?? '' : resource);

/** A key with the columns of another table called as that one's header calls them. */
function fitKey(key: ForeignKeyDescription, { reading }: TableView, { described }: RelationRequest): ForeignKeyDescription {
  const target = key.resource === '' ? undefined : described?.description.resources.find(one => one.name === key.resource);
  return target ? { ...key, reference: fitNames(key.reference, headerNames(target, reading)) } : key;
}

/** The files of each resource that is referred to, each once, but for the table itself where it is one file. */
function plansOf(keys: readonly ForeignKeyDescription[], request: RelationRequest): readonly TablePlan[] {
  const { described, uri } = request;
  const names = [...new Set(keys.map(key => nameOf(key, request)))];
  return names.flatMap(name => {
    const resource = described?.description.resources.find(one => one.name === name);
    const uris = resource && described ? resource.paths.flatMap(path => resolvePath(described.uri, path).uri ?? []) : [];
    const isOwn = uris.length === 1 && uris.every(one => canonicalUri(one) === canonicalUri(uri));
    return uris.length === 0 || isOwn ? [] : [{ name, uris }];
  });
}

/** The table as one that its own keys lead to, where it is a single file. */
function ownTable(keys: readonly ForeignKeyDescription[], request: RelationRequest): readonly (readonly [string, OtherTable])[] {
  const { described, uri, readable, scan, table } = request;
  const own = described?.resource;
  if (!own || own.paths.length > 1 || !keys.some(key => nameOf(key, request) === own.name)) return [];
  const part = { uri, readable, firstLine: scan.index.firstLine, headers: scan.headers, indexes: new Map(), texts: new Map(), hasText: true };
  return [[own.name, new OtherTable({ ...table, name: own.name }, [part])]];
}
