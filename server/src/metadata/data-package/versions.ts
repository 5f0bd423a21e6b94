import type { Complaint } from '../../core/standard.ts';
import { name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { mostSimilar } from '../../util/similar.ts';
import { slug } from '../../util/slug.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { complain, remove, rename, setTo } from './complain.ts';

/** Which version a document says it keeps; without a word the older one holds, but nobody wrote it for that. */
type Version = 1 | 2 | undefined;

/** What depends on the version a package says it keeps: names and profiles of version 1, older forms in documents of version 2. */
export function versionComplaints(root: Json): readonly Complaint[] {
  const document = objectOf(root);
  if (!document) return [];
  const version = versionOf(document);
  return [
    ...profileComplaints(document, version),
    ...ownProfiles(document),
    ...nameComplaints(document, version),
    ...(version === 2 ? olderForms(document) : []),
  ];
}

function versionOf(root: JsonObject): Version {
  const schema = textOf(root['$schema']);
  if (schema !== undefined) return /\/2\.\d+\//.test(schema) ? 2 : /\/1\.\d+\//.test(schema) ? 1 : undefined;
  return 'profile' in root ? 1 : undefined;
}

const PROFILES = ['data-package', 'tabular-data-package', 'fiscal-data-package'];

/** The tabular profile of version 1: every resource is a table with a schema. */
function profileComplaints(root: JsonObject, version: Version): readonly Complaint[] {
  const profile = textOf(root['profile']);
  const meant = profile === undefined || PROFILES.includes(profile) ? undefined : mostSimilar(profile, PROFILES);
  const path = ['profile'];
  const slip = meant === undefined ? [] : complain(path, 'value', say`No profile is called ${quote(profile ?? '', -1)}; did you mean ${quote(meant, -1)}?`, {
    fix: setTo(path, meant, say`Replace with ${quote(meant, -1)}`),
  });
  if (version !== 1 || profile !== 'tabular-data-package') return slip;
  return [...slip, ...(listOf(root['resources']) ?? []).flatMap((item, i) => {
    const resource = objectOf(item);
    return resource && !('schema' in resource)
      ? complain(['resources', i], 'key', say`In a package of the profile ${quote(profile, -1)} every resource has a ${name('schema')}; there is none here`)
      : [];
  })];
}

/** Addresses of the profiles of the standard itself. */
const OFFICIAL = /^https?:\/\/(?:www\.)?(?:datapackage\.org\/profiles|specs\.frictionlessdata\.io|frictionlessdata\.io|raw\.githubusercontent\.com\/frictionlessdata)\//i;

/** A profile of somebody's own is a JSON Schema in another place: it may demand more than is looked for here. */
function ownProfiles(root: JsonObject): readonly Complaint[] {
  const nodes: readonly (readonly [JsonObject | undefined, NodePath])[] = [[root, []], ...(listOf(root['resources']) ?? []).map((item, i) => [objectOf(item), ['resources', i]] as const)];
  return nodes.flatMap(([object, node]) => ['profile', '$schema'].flatMap(key => {
    const given = textOf(object?.[key]) ?? '';
    const isOwn = /\/|\.json$/i.test(given) && !OFFICIAL.test(given);
    return complain([...node, key], 'value', isOwn && say`What the profile ${quote(given, -1)} demands beyond the standard is not checked`, { kind: 'unchecked' });
  }));
}

/** Version 1 demands plain names, version 2 recommends them. */
function nameComplaints(root: JsonObject, version: Version): readonly Complaint[] {
  const check = (value: Json | undefined, path: NodePath): readonly Complaint[] => {
    const given = textOf(value);
    if (given === undefined || given === '' || /^[-a-z0-9._/]+$/.test(given)) return [];
    const plain = slug(given);
    const fix = plain === '' ? undefined : setTo(path, plain, say`Replace with ${quote(plain, -1)}`);
    const allowed = quote('. - _ /', -1);
    return version === 1
      ? complain(path, 'value', say`${quote(given, -1)} is no name: lower-case letters, digits and ${allowed} are allowed`, { fix })
      : complain(path, 'value', say`Names are easier to use in addresses and on the command line where they have only lower-case letters, digits and ${allowed}`, {
        kind: 'recommended', fix,
      });
  };
  return [
    ...check(root['name'], ['name']),
    ...(listOf(root['resources']) ?? []).flatMap((item, i) => check(objectOf(item)?.['name'], ['resources', i, 'name'])),
  ];
}

function olderForms(root: JsonObject): readonly Complaint[] {
  return [
    ...complain(['profile'], 'key', 'profile' in root && say`${name('$schema')} has taken the place of ${name('profile')}`, {
      kind: 'deprecated', fix: remove(['profile'], say`Remove ${name('profile')}`),
    }),
    ...(listOf(root['contributors']) ?? []).flatMap((item, i) => olderRole(objectOf(item), ['contributors', i])),
    ...(listOf(root['resources']) ?? []).flatMap((item, i) => olderResource(objectOf(item), ['resources', i])),
  ];
}

function olderRole(contributor: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  const message = contributor !== undefined && 'role' in contributor && !('roles' in contributor) && say`${name('role')} is of an older version; ${name('roles')} is a list`;
  return complain([...node, 'role'], 'key', message, { kind: 'deprecated' });
}

function olderResource(resource: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  if (!resource) return [];
  const schema = objectOf(resource['schema']);
  const inSchema = [...node, 'schema'];
  const url = 'url' in resource && !('path' in resource) && say`${name('url')} is of an older version; it is called ${name('path')} now`;
  return [
    ...complain([...node, 'url'], 'key', url, { kind: 'deprecated', fix: rename([...node, 'url'], 'path', say`Rename to ${name('path')}`) }),
    ...asList(schema?.['primaryKey'], [...inSchema, 'primaryKey']),
    ...(listOf(schema?.['foreignKeys']) ?? []).flatMap((item, i) => olderKey(objectOf(item), [...inSchema, 'foreignKeys', i])),
  ];
}

function olderKey(key: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  const reference = objectOf(key?.['reference']);
  const itself = [...node, 'reference', 'resource'];
  return [
    ...asList(key?.['fields'], [...node, 'fields']),
    ...asList(reference?.['fields'], [...node, 'reference', 'fields']),
    ...complain(itself, 'value', reference?.['resource'] === '' && say`The empty text for the table itself is of an older version; ${name('resource')} is left out now`, {
      kind: 'deprecated', fix: remove(itself, say`Remove ${name('resource')}`, 'safe'),
    }),
  ];
}

function asList(value: Json | undefined, path: NodePath): readonly Complaint[] {
  const one = textOf(value);
  return complain(path, 'value', one !== undefined && say`A single name is of an older version; this is a list now`, {
    kind: 'deprecated', fix: setTo(path, one === undefined ? [] : [one], say`Write it as a list`, 'safe'),
  });
}
