import type * as vscode from 'vscode';
import type { Server } from '../languageClient.ts';
import type { Ui } from '../vscodeApi.ts';

/**
 * One entry of the command palette. A file of this folder default-exports one, the build lists them; title, icon and `enablement` stand in
 * package.json under the same id, which is `lintel.` and the file's name.
 */
export interface Command {
  readonly id: `lintel.${string}`;
  /** What must hold for the command to run; where it does not, a sentence says so and `run` is not called. */
  readonly needs?: readonly Need[];
  /** Registered at activation, for what a command needs before it is ever run (a panel's serializer, a content provider). Must be quick. */
  prepare?(context: CommandContext): vscode.Disposable;
  /**
   * Runs the command. Arguments come from menus (a `Uri`), code lenses and links (plain JSON), or nobody.
   * A rejection is a bug: it is logged and shown in one sentence.
   */
  run(context: CommandContext, ...args: readonly unknown[]): void | Promise<void>;
}

/**
 * `trust`: it writes or executes something, which an untrusted workspace forbids. `machine`: it needs a disk and processes, which a browser does
 * not have, and a workspace on that disk.
 */
export type Need = 'trust' | 'machine';

/** What commands work with. */
export interface CommandContext {
  readonly extension: vscode.ExtensionContext;
  readonly server: Server;
  readonly ui: Ui;
}
