import * as vscode from 'vscode';
import type { Server } from '../languageClient.ts';
import { RuleNode } from '../views/datasets/nodes.ts';
import type { Command, CommandContext } from './command.ts';

/** Documents of this scheme are manuals: `lintel-rule:/<id>.md`. */
const SCHEME = 'lintel-rule';
const isRuleId = (text: unknown): text is string => typeof text === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Shows the manual of a rule. Argument: its id; else the user picks one. Links `<editor>://lintel.lintel/rule/<id>` lead here too. */
const explainRule: Command = {
  id: 'lintel.explainRule',
  prepare: context => vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async uri => await manualOf(context.server, uri.path.slice(1).replace(/\.md$/, '')) ?? '',
    }),
    vscode.window.registerUriHandler({ handleUri: uri => openLink(context, uri) }),
  ),
  async run(context, argument) {
    const rule = isRuleId(argument) ? argument : argument instanceof RuleNode ? argument.rule : await pickRule(context);
    if (rule === undefined) return;
    if (await manualOf(context.server, rule) === undefined) return void await context.ui.warn(vscode.l10n.t('There is no rule {0}.', rule));
    await context.ui.execute('markdown.showPreview', vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` }));
  },
};

export default explainRule;

async function manualOf(server: Server, rule: string): Promise<string | undefined> {
  return (await server.request('lintel/explainRule', { rule }))?.markdown;
}

async function pickRule({ server, ui }: CommandContext): Promise<string | undefined> {
  const entries = server.request('lintel/rules', null);
  const items = entries.then(rules => rules.map(({ rule, summary, enabled }) => ({
    label: rule, detail: summary, ...(enabled ? {} : { description: vscode.l10n.t('off') }),
  })));
  return (await ui.pick(items, { title: vscode.l10n.t('Explain Rule'), placeHolder: vscode.l10n.t('Choose a rule'), matchOnDetail: true }))?.label;
}

/** A link may come from anywhere, so it opens a manual and nothing else. */
async function openLink(context: CommandContext, uri: vscode.Uri): Promise<void> {
  const [, kind, rule] = uri.path.split('/');
  if (kind === 'rule' && isRuleId(rule)) await context.ui.execute('lintel.explainRule', rule);
}
