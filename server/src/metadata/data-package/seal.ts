import type { FileSeal, ResourceDescription } from '../../core/description.ts';
import type { Json } from '../../core/problem.ts';
import type { SealChange } from '../../core/standard.ts';

/** Size and digest have properties of the standard; the profile stands in one of ours beside them. */
export function sealResource({ node }: ResourceDescription, { bytes, sha256, profile: { rows, columns } }: FileSeal): readonly SealChange[] {
  const profile = { rows, columns: columns.map((column): Json => ({ ...column })) };
  const entries: readonly (readonly [string, Json])[] = [['bytes', bytes], ['hash', `sha256:${sha256}`], ['seal', profile]];
  return entries.map(([key, value]) => ({ do: 'set-node', path: [...node, key], value }));
}
