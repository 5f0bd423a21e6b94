import type { Refusal } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import { isMostlyImages } from '../engine/images/imageFolder.ts';
import { stripImage } from '../engine/images/stripImage.ts';
import { discover } from '../engine/discover.ts';
import type { Surroundings } from './surroundings.ts';

/** The rule whose fix is to take out of images what leads to a person. */
export const STRIPS = 'personal-image-metadata';

/** An image that has something to take out, and why that could not be done. */
export interface Stripped {
  readonly uri: string;
  readonly refused?: Refusal;
}

/** Takes what leads to a person out of the images of named folders; yields each image that has any, with what stood in the way. */
export async function* stripImages(dryRun: boolean, exclude: readonly string[], { host: { files }, named, configurations }: Surroundings): AsyncGenerator<Stripped> {
  for (const { uri: folder } of named) {
    const facts = await files.stat(folder);
    if (isRefusal(facts) || facts.kind !== 'folder') continue;
    const names: string[] = [];
    const found: string[] = [];
    const accepts = (name: string): boolean => names.push(name) > 0;
    for await (const uri of discover(files, { root: folder, include: [], exclude, accepts })) if (!await configurations.excludes(uri)) found.push(uri);
    if (!isMostlyImages(names)) continue;
    for (const uri of found) {
      const stripped = await stripImage(files, uri, dryRun);
      if (stripped === true) yield { uri };
      else if (stripped !== false) yield { uri, refused: stripped };
    }
  }
}
