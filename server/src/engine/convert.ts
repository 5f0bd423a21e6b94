import { isRefusal, type Files, type Refusal } from '../core/host.ts';
import type { MetadataStandard, WrittenDescription } from '../core/standard.ts';
import { readDescription } from './descriptions.ts';
import { allStandards } from './registry.ts';

/** Standards that descriptions can be written in. */
export const writableStandards = (): readonly MetadataStandard[] => allStandards.filter(({ write }) => write !== undefined);

/** A description in another standard; `undefined` where the document is none that can be read, or nothing is written in that standard. */
export async function convertDescription(files: Files, uri: string, to: string): Promise<WrittenDescription | Refusal | undefined> {
  const parsed = await readDescription(files, uri);
  if (!parsed || isRefusal(parsed)) return parsed;
  return parsed.description && allStandards.find(({ id }) => id === to)?.write?.(parsed.description);
}
