import { isOneFile, type Description, type FileSeal, type ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { SealChange } from '../../core/standard.ts';
import { compact, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { infosIn } from './legacy.ts';

/** Of the data such files know no more than what it was loaded from. */
export function readLegacy(root: JsonObject): Description {
  const [first] = infosIn(root);
  return { resources: filesOf(root), ...compact({ description: textOf(first?.[0]['description']), homepage: textOf(first?.[0]['homepage']) }) };
}

/** The files that were loaded from beside such a JSON, by the sizes and digests it keeps of them. What was loaded from elsewhere is named by an address. */
function filesOf(root: JsonObject): readonly ResourceDescription[] {
  return infosIn(root).flatMap(([info, node]) => Object.entries(objectOf(info[FILES]) ?? {}).flatMap(([path, given]) => {
    if (!isBeside(path)) return [];
    const [file, at, rowsNode] = [objectOf(given), [...node, FILES, path], onlyCount(info, node)];
    const [bytes, digits, rows] = [numberOf(file?.['num_bytes']), textOf(file?.['checksum'])?.toLowerCase(), rowsNode && numberOf(onlySplit(info)?.['num_examples'])];
    return [{
      name: path, paths: [path], pathNodes: [at], optional: true, fields: [], node: at,
      ...compact({
        bytes: bytes === undefined ? undefined : { value: bytes, node: [...at, 'num_bytes'] },
        hash: digits === undefined || !SHA256.test(digits) ? undefined : { value: { algorithm: 'sha256' as const, digits }, node: [...at, 'checksum'] },
        rows: rows === undefined || !rowsNode ? undefined : { value: rows, node: rowsNode },
      }),
    }];
  }));
}

/** Size and digest of the file in every configuration that was loaded from it, and rows and size as a whole where that was all. */
export function sealFileOf(root: JsonObject, { paths: [path = ''], ...resource }: ResourceDescription, { bytes, sha256, profile: { rows } }: FileSeal): readonly SealChange[] | undefined {
  if (!isOneFile({ ...resource, paths: [path] })) return undefined;
  return infosIn(root).filter(([info]) => objectOf(info[FILES])?.[path] !== undefined).flatMap(([info, node]): readonly SealChange[] => {
    const counted = onlyCount(info, node);
    const at = [...node, FILES, path];
    return [
      { do: 'set-node', path: [...at, 'num_bytes'], value: bytes }, { do: 'set-node', path: [...at, 'checksum'], value: sha256 },
      ...(isOnly(info[FILES]) ? [{ do: 'set-node', path: [...node, 'download_size'], value: bytes } as const] : []),
      ...(counted ? [{ do: 'set-node', path: counted, value: rows } as const] : []),
    ];
  });
}

const FILES = 'download_checksums';
const SHA256 = /^[0-9a-f]{64}$/;

/** Addresses have a scheme, and what starts at a root was a place on somebody's machine. */
const isBeside = (path: string): boolean => path !== '' && !/^(?:[a-z][\w+.-]*:|[/\\])/i.test(path);

const isOnly = (given: JsonObject[string] | undefined): boolean => Object.keys(objectOf(given) ?? {}).length === 1;

const onlySplit = (info: JsonObject): JsonObject | undefined => (isOnly(info['splits']) ? objectOf(Object.values(objectOf(info['splits']) ?? {})[0]) : undefined);

/** Where the rows of a configuration stand that is one split of one file. */
function onlyCount(info: JsonObject, node: NodePath): NodePath | undefined {
  const [split] = Object.keys(objectOf(info['splits']) ?? {});
  return split !== undefined && onlySplit(info) && isOnly(info[FILES]) ? [...node, 'splits', split, 'num_examples'] : undefined;
}
