import { isOneFile, type FileSeal, type ResourceDescription } from '../../core/description.ts';
import type { SealChange } from '../../core/standard.ts';
import { digestIn } from './digest.ts';
import type { Model } from './model.ts';
import { sizeIn } from './read.ts';

/**
 * `sha256` and `contentSize` of the file; what says the same already stays as it is written. A digest of a weaker kind gives way: it would be that of an
 * older version. A set of files has no such properties.
 */
export function sealFileObject(model: Model, resource: ResourceDescription, { bytes, sha256 }: FileSeal): readonly SealChange[] | undefined {
  const [place] = resource.pathNodes ?? [];
  const part = model.resources.find(({ thing }) => thing.node.every((step, i) => place?.[i] === step));
  if (!part || part.kind !== 'FileObject' || !isOneFile(resource)) return undefined;
  const { node, get } = part.thing;
  const [digest, size, weak] = [get('sha256'), get('contentSize'), get('md5')];
  return [
    ...(size && sizeIn(size) === bytes ? [] : [{ do: 'set-node', path: size?.path ?? [...node, 'contentSize'], value: `${bytes} B` } as const]),
    ...(digest && digestIn(digest, 'sha256') === sha256 ? [] : [{ do: 'set-node', path: digest?.path ?? [...node, 'sha256'], value: sha256 } as const]),
    ...(weak ? [{ do: 'remove-node', path: weak.path } as const] : []),
  ];
}
