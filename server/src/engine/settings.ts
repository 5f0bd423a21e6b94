import { type Configuration, DEFAULT_CONFIGURATION } from '../config/configuration.ts';

/** The settings the workspace acts on; `features/` reads them from the client, one set for every folder. */
export interface WorkspaceSettings {
  readonly run: 'open' | 'workspace' | 'off';
  readonly enable: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly configuration: Configuration;
}

export const DEFAULT_SETTINGS: WorkspaceSettings = {
  run: 'open', enable: true, include: [], exclude: [], configuration: DEFAULT_CONFIGURATION,
};
