import * as vscode from 'vscode';
import type { CommandContext } from '../commands/command.ts';
import type { LoadedTemplate, Scaffold, Template } from './scaffold.ts';
import { vscodeFiles } from './vscodeFiles.ts';

/** A template and the folder of templates it lies in. */
export interface Placed {
  readonly template: Template;
  readonly root: string;
}

/** Templates of the folders that the settings name, then ours; one with the id of ours stands in for it. Broken ones are logged. */
export async function allTemplates({ extension, server }: CommandContext, scaffold: typeof Scaffold): Promise<readonly Placed[]> {
  const roots = [...ownRoots(), vscode.Uri.joinPath(extension.extensionUri, 'templates')].map(root => root.toString());
  const found = new Map<string, Placed>();
  for (const root of roots) {
    const { templates, reasons } = await scaffold.listTemplates(vscodeFiles, root, scaffold.languageOf(vscode.env.language));
    for (const { where, message } of reasons) server.log.error(`${where}: ${scaffold.renderMessage(message, { locale: 'en' })}`);
    for (const template of templates) if (!found.has(template.id)) found.set(template.id, { template, root });
  }
  return [...found.values()];
}

/** Reads a template with its files; says why where it cannot be. */
export async function loadPlaced({ ui }: CommandContext, scaffold: typeof Scaffold, { template, root }: Placed): Promise<LoadedTemplate | undefined> {
  const locale = scaffold.languageOf(vscode.env.language);
  const loaded = await scaffold.loadTemplate(vscodeFiles, root, template.id, locale);
  if (!scaffold.isRefused(loaded)) return loaded.value;
  await ui.warn(loaded.reasons.map(({ message }) => scaffold.renderMessage(message, { locale })).join(' '));
  return undefined;
}

/** Relative folders are those of the workspace. */
function ownRoots(): readonly vscode.Uri[] {
  const folders = vscode.workspace.getConfiguration('lintel').get<readonly unknown[]>('templates') ?? [];
  const base = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folders.filter(folder => typeof folder === 'string' && folder !== '').flatMap(folder => {
    const path = String(folder);
    if (/^(\/|\\\\|[a-z]:[\\/])/i.test(path)) return [vscode.Uri.file(path)];
    return base ? [vscode.Uri.joinPath(base, path)] : [];
  });
}
