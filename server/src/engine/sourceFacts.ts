import type { HashAlgorithm } from '../core/description.ts';
import type { Source } from '../core/format.ts';
import type { SourceFacts } from '../core/rule.ts';
import { createDigest } from './digest.ts';
import type { Described } from './described.ts';
import type { ActiveRule } from './judge.ts';
import type { Control } from './pass.ts';

/** What the facts of a file are asked of. */
interface Asked extends Control {
  readonly source: Source;
  readonly isDocument?: boolean;
  readonly described?: Described;
}

/**
 * Size of the file behind a described table, and its digest where the description claims one and a rule that is on needs it: that is a read of the
 * whole file. Where the size is not the claimed one already, the digest cannot be either and is left out.
 */
export async function sourceFacts({ source, isDocument, described, ...control }: Asked, active: readonly ActiveRule[]): Promise<SourceFacts | undefined> {
  if (isDocument === true || !described || source.size === undefined) return undefined;
  const { hash, bytes } = described.resource;
  const wanted = hash !== undefined && (bytes === undefined || bytes.value === source.size) && active.some(({ rule }) => rule.needs.includes('digest'));
  const digest = wanted ? await digestOf(source, hash.value.algorithm, control) : undefined;
  return { bytes: source.size, ...(digest !== undefined && { digest }) };
}

const BLOCK = 1024 * 1024;

/** `undefined` when cancelled. */
async function digestOf(source: Source, algorithm: HashAlgorithm, { cancellation, pause }: Control): Promise<string | undefined> {
  const digest = createDigest(algorithm);
  const block = new Uint8Array(BLOCK);
  for (let at = 0; cancellation?.cancelled !== true;) {
    const count = await source.read(block, at);
    if (count === 0) return digest.finish();
    digest.update(block.subarray(0, count));
    at += count;
    await pause?.();
  }
  return undefined;
}
