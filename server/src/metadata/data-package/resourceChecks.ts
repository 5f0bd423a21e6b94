import { HASH_ALGORITHMS } from '../../core/description.ts';
import type { Complaint } from '../../core/standard.ts';
import { name, number, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { encodingOf, READ_ENCODINGS } from '../../util/charset/labels.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { checkComplaints } from './checkComplaints.ts';
import { complain, setTo } from './complain.ts';
import { DIGITS, splitHash } from './readResource.ts';

/** What a resource says of its file that cannot be meant. */
export function resourceComplaints(resource: JsonObject, node: NodePath): readonly Complaint[] {
  return [
    ...locationComplaints(resource, node),
    ...encodingComplaints(textOf(resource['encoding']), [...node, 'encoding']),
    ...hashComplaints(textOf(resource['hash']), [...node, 'hash']),
    ...mixedPaths(listOf(resource['path']), [...node, 'path']),
    ...compressionComplaints(textOf(resource['compression']), [...node, 'compression']),
    ...inlineComplaints(resource['data'], [...node, 'data']),
    ...checkComplaints(resource, node),
  ];
}

/** A resource has `path` or `data`, one of the two; `url` is how the oldest version called the path. */
function locationComplaints(resource: JsonObject, node: NodePath): readonly Complaint[] {
  const path = 'path' in resource || 'url' in resource;
  const data = 'data' in resource;
  if (path !== data) return [];
  return path
    ? complain([...node, 'data'], 'key', say`A resource has either ${name('path')} or ${name('data')}, not both`)
    : complain(node, 'key', say`${name('path')} is missing here and has to be given`);
}

function encodingComplaints(encoding: string | undefined, path: NodePath): readonly Complaint[] {
  if (encoding === undefined || encodingOf(encoding) !== undefined || UNREAD.test(encoding.trim())) return [];
  const meant = mostSimilar(encoding, READ_ENCODINGS.concat('utf-8'));
  if (meant === undefined) return complain(path, 'value', say`No encoding is called ${quote(encoding, -1)}`);
  return complain(path, 'value', say`No encoding is called ${quote(encoding, -1)}; did you mean ${quote(meant, -1)}?`, { fix: setTo(path, meant, say`Replace with ${quote(meant, -1)}`) });
}

/** Encodings that exist and are not read here. */
const UNREAD = /^(?:utf[-_ ]?(?:7|8|16|32).*|iso[-_ ]?2022.*|cp\d+|ibm\d+|ebcdic.*|mac.*|x-.*|koi8.*|iso[-_ ]?8859.*|windows.*|big5.*|gb.*)$/i;

function hashComplaints(hash: string | undefined, path: NodePath): readonly Complaint[] {
  if (hash === undefined || hash === '') return [];
  const { algorithm: given, digits } = splitHash(hash);
  const algorithm = HASH_ALGORITHMS.find(one => one === given);
  if (!algorithm) return complain(path, 'value', say`Digests by ${name(given)} are not checked here`, { kind: 'unchecked' });
  if (/^[0-9a-f]+$/.test(digits) && digits.length === DIGITS[algorithm]) return [];
  return complain(path, 'value', say`A digest by ${name(algorithm)} has ${number(DIGITS[algorithm])} hexadecimal digits; this one is written otherwise`);
}

/** Ways of packing that programs for Data Packages know; the standard leaves it to the ending of the file. */
const PACKED = ['gz', 'gzip', 'zip', 'bz2', 'xz', 'zstd', 'zst', 'no', ''];

function compressionComplaints(compression: string | undefined, path: NodePath): readonly Complaint[] {
  if (compression === undefined || PACKED.includes(compression.toLowerCase())) return [];
  return complain(path, 'value', say`${quote(compression, -1)} is no way of packing that is known, so it is passed over`, { kind: 'ignored' });
}

/** Rows that stand in the description are all lists of cells or all objects. */
function inlineComplaints(data: Json | undefined, path: NodePath): readonly Complaint[] {
  const rows = listOf(data) ?? [];
  const kindOf = (row: Json | undefined): 'list' | 'object' | undefined => (row !== undefined && listOf(row) ? 'list' : row !== undefined && objectOf(row) ? 'object' : undefined);
  const usual = kindOf(rows[0]);
  if (usual === undefined) return [];
  const odd = rows.findIndex(row => kindOf(row) !== usual);
  const message = usual === 'list' ? say`The first row is a list of cells, so the others should be lists too` : say`The first row is an object, so the others should be objects too`;
  return odd < 0 ? [] : complain([...path, odd], 'value', message);
}

const isRemote = (path: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(path);

/** All parts of one table are files, or all are on the network. */
function mixedPaths(paths: readonly Json[] | undefined, node: NodePath): readonly Complaint[] {
  const texts = (paths ?? []).map(textOf);
  const [first] = texts;
  const other = first === undefined ? -1 : texts.findIndex(path => path !== undefined && isRemote(path) !== isRemote(first));
  return other < 0 ? [] : complain([...node, other], 'value', say`Parts of one table are either all files or all on the network`);
}
