import type { CancellationToken } from 'vscode-languageserver';
import { version } from '../../../../package.json';
import { checkData, type DataCheckSetup } from '../../engine/dataCheck.ts';
import type { DeidentifySetup } from '../../engine/deidentify/deidentify.ts';
import { createDescriptions } from '../../engine/descriptions.ts';
import { Documents } from '../../engine/documents.ts';
import type { Session } from './session.ts';

/** De-identification works on files as they are on disk: what is passed on is a file, and its record names the digest of another. */
export function deidentifySetup({ workspace }: Session, keys: Readonly<Record<string, string>>, token: CancellationToken): DeidentifySetup {
  const { host, folders } = workspace;
  const control = { cancellation: { get cancelled() { return token.isCancellationRequested; } }, pause: () => host.pause() };
  const descriptions = createDescriptions();
  const setup: DataCheckSetup = {
    documents: new Documents(), disk: host.files, log: host.log, kernel: () => workspace.kernel(), scanners: host.scanners,
    findDescription: uri => descriptions.find(uri, host.files, folders),
    configurationOf: async uri => (await workspace.configurations.for(uri)).configuration,
  };
  return {
    ...control, files: host.files, version,
    now: () => host.today(),
    check: (uri, afterwards) => checkData(uri, { ...setup, afterwards }, control),
    descriptionOf: async uri => (await descriptions.find(uri, host.files, folders))?.described.uri,
    key: ref => (keys[ref] === undefined ? undefined : new TextEncoder().encode(keys[ref])),
  };
}
