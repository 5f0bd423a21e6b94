import * as vscode from 'vscode';
import type { DatasetEntry, RuleFindings } from '../../../../server/src/protocol/messages.ts';

/** Something the tree shows. `resourceUri` is the dataset it belongs to: commands from its menu act on that. */
export type Node = DatasetNode | DescriptionNode | RuleNode | NoteNode;

export class DatasetNode extends vscode.TreeItem {
  readonly children: readonly Node[];

  constructor({ uri, split, descriptionUri, findings }: DatasetEntry) {
    const resource = vscode.Uri.parse(uri);
    const children: readonly Node[] = [
      ...(descriptionUri === null ? [] : [new DescriptionNode(vscode.Uri.parse(descriptionUri))]),
      ...(findings ?? []).map(found => new RuleNode(resource, found)),
    ];
    super(resource, children.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
    this.children = children;
    this.id = uri;
    this.iconPath = vscode.ThemeIcon.File;
    this.contextValue = 'dataset';
    const state = stateOf(findings);
    this.description = [folderOf(resource), split, state].filter(part => part !== null && part !== '').join(' · ');
    this.tooltip = `${vscode.workspace.asRelativePath(resource)}: ${state}`;
    this.accessibilityInformation = { label: `${resource.path.slice(resource.path.lastIndexOf('/') + 1)}, ${this.description}` };
    this.command = open(resource);
  }
}

export class DescriptionNode extends vscode.TreeItem {
  readonly children: readonly Node[] = [];

  constructor(uri: vscode.Uri) {
    super(uri, vscode.TreeItemCollapsibleState.None);
    this.iconPath = new vscode.ThemeIcon('note');
    this.description = vscode.l10n.t('description');
    this.contextValue = 'description';
    this.command = open(uri);
  }
}

export class RuleNode extends vscode.TreeItem {
  readonly children: readonly Node[] = [];
  readonly rule: string;

  constructor(dataset: vscode.Uri, { rule, severity, title, count, range }: RuleFindings) {
    super(title, vscode.TreeItemCollapsibleState.None);
    this.rule = rule;
    this.iconPath = ICONS[severity];
    this.description = `${rule} · ${count}`;
    this.tooltip = `${title} (${rule})`;
    this.contextValue = 'rule';
    this.command = open(dataset, new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character));
  }
}

/** A sentence in the place of what is not listed. */
export class NoteNode extends vscode.TreeItem {
  readonly children: readonly Node[] = [];
}

const ICONS: Readonly<Record<RuleFindings['severity'], vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  information: new vscode.ThemeIcon('info'),
  hint: new vscode.ThemeIcon('lightbulb'),
};

function stateOf(findings: DatasetEntry['findings']): string {
  if (!findings) return vscode.l10n.t('not checked yet');
  const all = findings.reduce((sum, { count }) => sum + count, 0);
  return all === 0 ? vscode.l10n.t('nothing found') : all === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', all);
}

/** The folder a file lies in, below the workspace; empty at its top. */
function folderOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

const open = (uri: vscode.Uri, selection?: vscode.Range): vscode.Command => ({
  command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { preview: true, ...(selection && { selection }) }],
});
