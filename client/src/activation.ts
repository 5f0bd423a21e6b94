import * as vscode from 'vscode';
import { offerTools } from './assistantTools.ts';
import { commands } from './commands/registry.generated.ts';
import type { Command, CommandContext, Need } from './commands/command.ts';
import { showColumn } from './columnStatus.ts';
import { showDialect } from './dialectStatus.ts';
import { isVirtualWorkspace } from './documents.ts';
import { connectServer } from './languageClient.ts';
import type { ExtensionHost } from './languageClient.ts';
import { collectReports } from './reports.ts';
import { showStatus } from './statusItem.ts';
import { showDatasets } from './views/datasets/view.ts';
import { ui } from './vscodeApi.ts';

/** What other extensions get to see. */
export interface Activated {
  /** How long activation kept the extension host waiting. */
  readonly milliseconds: number;
}

/** Registers everything and starts the server without waiting for it. The same for every host. */
export function activateIn(host: ExtensionHost, extension: vscode.ExtensionContext): Activated {
  const begun = performance.now();
  const server = connectServer(host, ui, commands.map(({ id }) => id), extension.storageUri);
  const reports = collectReports(server);
  const context: CommandContext = { extension, server, ui };
  extension.subscriptions.push(
    server,
    reports,
    showStatus(server, reports),
    showDialect(server, reports),
    showColumn(server),
    offerTools(server),
    showDatasets(server),
    ...commands.flatMap(command => [register(command, context, host), ...prepared(command, context)]),
    // What is refused without trust is decided when the server starts.
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
  );
  // The walkthrough is offered from now on: an installation by itself opens nothing.
  void vscode.commands.executeCommand('setContext', 'lintel.active', true);
  server.start();
  return { milliseconds: performance.now() - begun };
}

const prepared = (command: Command, context: CommandContext) => (command.prepare ? [command.prepare(context)] : []);

function register(command: Command, context: CommandContext, host: ExtensionHost): vscode.Disposable {
  return vscode.commands.registerCommand(command.id, async (...args: readonly unknown[]) => {
    const reason = whyNot(command.needs ?? [], host);
    if (reason !== undefined) return void context.ui.warn(reason);
    try {
      await command.run(context, ...args);
    } catch (error) {
      await failed(error, context);
    }
  });
}

/** The first need that is not met, in a sentence. */
function whyNot(needs: readonly Need[], host: ExtensionHost): string | undefined {
  if (needs.includes('trust') && !vscode.workspace.isTrusted) {
    return vscode.l10n.t('This workspace is not trusted: Lintel checks its data but writes and runs nothing in it.');
  }
  if (needs.includes('machine') && host.kind === 'browser') {
    return vscode.l10n.t('A browser can neither write these files nor run them. Open the folder in VS Code on a machine.');
  }
  if (needs.includes('machine') && isVirtualWorkspace()) {
    return vscode.l10n.t('This folder is not on a disk, and Lintel writes and runs nothing elsewhere. Open a copy of it on a machine.');
  }
  return undefined;
}

/** An unforeseen failure: the log gets all of it, the user one sentence. */
async function failed(error: unknown, { server, ui: screen }: CommandContext): Promise<void> {
  if (error instanceof vscode.CancellationError) return;
  server.log.error(error instanceof Error ? error : String(error));
  const showLog = vscode.l10n.t('Show Log');
  const choice = await screen.warn(vscode.l10n.t('That did not work; the reason is in the log.'), showLog);
  if (choice === showLog) server.log.show();
}
