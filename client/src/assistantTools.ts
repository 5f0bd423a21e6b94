import * as vscode from 'vscode';
import type { Desk, Tool } from '../../server/src/assistant/tool.ts';
import { runTool, tools } from '../../server/src/assistant/tools.ts';
import type { Server } from './languageClient.ts';

/** Lets assistants in the editor check, profile, explain, describe and measure datasets of the workspace. */
export const offerTools = (server: Server): vscode.Disposable => vscode.Disposable.from(...tools.map(tool => vscode.lm.registerTool<object>(tool.name, {
  prepareInvocation: ({ input }) => ({ invocationMessage: messageFor(tool, input), ...(tool.writes && { confirmationMessages: confirmation(input) }) }),
  invoke: async ({ input }, token) => {
    if (tool.writes && !vscode.workspace.isTrusted) throw new Error('This workspace is not trusted, nothing is written in it.');
    const answer = await runTool(tool, input, deskOf(server, token));
    if ('refused' in answer) throw new Error(String(answer.refused));
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
  },
})));

function deskOf(server: Server, token: vscode.CancellationToken): Desk {
  return {
    ask: (method, params) => server.request(method, params, token),
    locate,
    show: uri => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    write,
  };
}

/** Paths from an assistant may come from a text it has read: only files of the workspace are opened for it. */
async function locate(path: string): ReturnType<Desk['locate']> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const candidates = isAbsolute(path) ? [vscode.Uri.file(path)] : folders.map(({ uri }) => vscode.Uri.joinPath(uri, path));
  const inside = candidates.filter(uri => vscode.workspace.getWorkspaceFolder(uri));
  const there = await Promise.all(inside.map(uri => vscode.workspace.fs.stat(uri).then(() => true, () => false)));
  const found = inside.find((_, i) => there[i]) ?? inside[0];
  return found ? { uri: found.toString() } : { refused: `${path} lies outside of the workspace.` };
}

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[a-z]:[\\/]/i.test(path) || path.startsWith('\\\\');

/** Through the document, so that it can be undone; never over a file that came into being meanwhile. */
async function write(target: string, text: string): ReturnType<Desk['write']> {
  const uri = vscode.Uri.parse(target);
  const edit = new vscode.WorkspaceEdit();
  const document = await vscode.workspace.openTextDocument(uri).then(opened => opened, () => undefined);
  if (document) edit.replace(uri, document.validateRange(new vscode.Range(0, 0, document.lineCount, 0)), text);
  else edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  const written = await vscode.workspace.applyEdit(edit) && (await document?.save() ?? true);
  return written ? undefined : { refused: `${vscode.workspace.asRelativePath(uri)} cannot be written.` };
}

/** What is done, in words for the person who watches. */
function messageFor({ name }: Tool, input: object): string {
  const about = subjectOf(input);
  switch (name) {
    case 'lintel_profile_column': return vscode.l10n.t('Profiling {0}', about);
    case 'lintel_explain_finding': return vscode.l10n.t('Reading the manual of {0}', about);
    case 'lintel_describe_dataset': return vscode.l10n.t('Describing {0}', about);
    case 'lintel_write_description': return vscode.l10n.t('Writing the description of {0}', about);
    case 'lintel_measure_risk': return vscode.l10n.t('Measuring the re-identification risk of {0}', about);
    default: return vscode.l10n.t('Checking {0}', about);
  }
}

function confirmation(input: object): vscode.LanguageModelToolConfirmationMessages {
  return {
    title: vscode.l10n.t('Write Description'),
    message: vscode.l10n.t('Lintel will write a description of {0}: into the document that names the data, or into a new datapackage.json beside it.', subjectOf(input)),
  };
}

/** The file or rule that the tool is about. */
function subjectOf(input: object): string {
  const given = new Map<string, unknown>(Object.entries(input));
  return String(given.get('path') ?? given.get('rule') ?? '');
}
