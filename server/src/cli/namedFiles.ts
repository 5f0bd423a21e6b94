import { isConfigurationName } from '../config/configurations.ts';
import { isRefusal } from '../core/host.ts';
import type { Message } from '../core/message.ts';
import { discover } from '../engine/discover.ts';
import { isDatasetName, isDescriptionUri } from '../engine/registry.ts';
import { unreadable } from './refusals.ts';
import type { Surroundings } from './surroundings.ts';

/** The data files that are named, those in named folders, and those that named descriptions name. Folders that cannot be read are put among the failures. */
export async function* namedFiles({ host, named, descriptions, configurations, roots, show }: Surroundings, exclude: readonly string[], failures: Message[]): AsyncGenerator<string> {
  for (const { uri } of named) {
    const facts = await host.files.stat(uri);
    if (!isRefusal(facts) && facts.kind === 'folder') {
      const accepts = (file: string): boolean => isDatasetName(file) && !isConfigurationName(file);
      yield* discover(host.files, { root: uri, include: [], exclude, accepts, unread: (folder, why) => void failures.push(unreadable(show(folder), why)) });
    } else if (isDescriptionUri(uri)) {
      const { configuration } = await configurations.for(uri);
      const checked = await descriptions.check({ uri, host, folders: roots, configuration });
      yield* 'named' in checked ? checked.named : [];
    } else yield uri;
  }
}

/** The descriptions that are named, and those in named folders. */
export async function* namedDescriptions({ host, named }: Surroundings, exclude: readonly string[]): AsyncGenerator<string> {
  for (const { uri } of named) {
    const facts = await host.files.stat(uri);
    if (!isRefusal(facts) && facts.kind === 'folder') yield* discover(host.files, { root: uri, include: [], exclude, accepts: isDescriptionUri });
    else if (isDescriptionUri(uri)) yield uri;
  }
}
