import type { Files, Refusal } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import { readHeader } from '../../images/header.ts';
import { isImageName } from '../../images/signature.ts';
import { withoutMetadata } from '../../images/strip.ts';
import { readAll } from '../../util/readFile.ts';

/** Bytes of an image that is rewritten at most. */
const LARGEST = 256 * 1024 * 1024;

/**
 * Writes an image anew without its metadata, where that leads to a person; the picture stays as it is, bit for bit. True where it did, or with `dryRun`
 * would; false where there is nothing to take out or the format is not one that is rewritten.
 */
export async function stripImage(files: Files, uri: string, dryRun: boolean): Promise<boolean | Refusal> {
  const facts = isImageName(uri) ? await files.stat(uri) : undefined;
  if (!facts || isRefusal(facts) || facts.size > LARGEST) return false;
  const file = await files.open(uri);
  if (isRefusal(file)) return file;
  const bytes = await readAll(file, file.size);
  await file.close();
  const header = readHeader(bytes, bytes.length);
  if (header === 'more' || header.fault || !('exif' in header) || !header.exif || header.exif.personal.length === 0) return false;
  const stripped = withoutMetadata(header.format, bytes, header.exif.orientation);
  if (!stripped) return false;
  if (dryRun) return true;
  const refused = await files.replace(uri, facts, async sink => void await sink.write(stripped));
  return refused ?? true;
}
