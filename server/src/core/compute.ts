import type { Message } from './message.ts';

/** One way of running a training benchmark. Loaded in a child process (or a webview), so that a crash cannot take the server down. */
export interface Backend {
  readonly id: string;
  readonly title: string;
  readonly homepage: string;
  /** Why the backend cannot run here and what to do about it, or `undefined` when it can. */
  whyUnavailable(): Promise<Message | undefined>;
  /** Makes the backend current and ready; throws when it turns out not to work after all. */
  load(): Promise<BackendSession>;
}

export interface BackendSession {
  readonly versions: Readonly<Record<string, string>>;
  readonly threads: number | undefined;
  dispose(): Promise<void>;
}

/** A model family that can be trained on a table; `fits` tells for which tasks. */
export interface ModelPlugin {
  readonly id: string;
  readonly title: string;
  fits(task: 'classification' | 'regression'): boolean;
}

export const defineBackend = (backend: Backend): Backend => backend;
