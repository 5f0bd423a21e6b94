import type { CancellationToken } from 'vscode-languageserver';
import { checkData, type DataCheckSetup } from '../../engine/dataCheck.ts';
import { createDescriptions, withoutNone } from '../../engine/descriptions.ts';
import { Documents } from '../../engine/documents.ts';
import type { Control } from '../../engine/pass.ts';
import type { Session } from './session.ts';

/** Checks of files as they are on disk, whatever an editor has changed, for what makes another file of them. */
export interface DiskCheck {
  readonly control: Control;
  check(uri: string, wishes: Pick<DataCheckSetup, 'afterwards' | 'fixLimit'>): ReturnType<typeof checkData>;
  /** URI of the description that holds for a file. */
  descriptionOf(uri: string): Promise<string | undefined>;
}

export function diskCheck({ workspace }: Session, token: CancellationToken): DiskCheck {
  const { host, folders } = workspace;
  const control = { cancellation: { get cancelled() { return token.isCancellationRequested; } }, pause: () => host.pause() };
  const descriptions = withoutNone(createDescriptions(), workspace.configurations);
  const setup: DataCheckSetup = {
    documents: new Documents(), disk: host.files, log: host.log, kernel: () => workspace.kernel(), scanners: host.scanners,
    findDescription: uri => descriptions.find(uri, host.files, folders),
    configurationOf: async uri => (await workspace.configurations.for(uri)).configuration,
  };
  return {
    control,
    check: (uri, wishes) => checkData(uri, { ...setup, ...wishes }, control),
    descriptionOf: async uri => (await descriptions.find(uri, host.files, folders))?.described.uri,
  };
}
