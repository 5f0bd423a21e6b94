import * as vscode from 'vscode';
import type { AnnotatableColumn, AnnotationFacts, AnnotationTerm } from '../../../server/src/protocol/risk.ts';
import { chooseDataset } from '../chooseDataset.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Command, CommandContext } from './command.ts';

/** Says what is personal about a column, in the description of its dataset. Arguments: the dataset's URI, the index of the column; both are asked for otherwise. */
const annotateColumn: Command = {
  id: 'lintel.annotateColumn',
  needs: ['trust'],
  async run(context, argument, index) {
    const { server, ui } = context;
    const title = vscode.l10n.t('Annotate Column');
    const uri = await chooseDataset(ui, argument, title);
    if (!uri) return;
    const facts = await server.request('lintel/annotation', { uri: uri.toString() });
    if ('refused' in facts) return void await ui.warn(facts.refused);
    if (!facts.described) return describeFirst(context, uri);
    const column = facts.columns.find(one => one.index === index) ?? await chooseColumn(ui, facts, title);
    const annotation = column && await ask(ui, facts, column, `${title}: ${column.name}`);
    if (!column || !annotation) return;
    const answer = await server.request('lintel/annotate', { uri: uri.toString(), column: column.index, ...annotation });
    if ('refused' in answer) return void await ui.warn(answer.refused);
    ui.mention(vscode.l10n.t('{0} is annotated; save the description to keep it', column.name));
    await ui.open(vscode.Uri.parse(answer.changed));
  },
};

export default annotateColumn;

/** An annotation stands in a description, so there must be one. */
async function describeFirst({ ui }: CommandContext, uri: vscode.Uri): Promise<void> {
  const describe = vscode.l10n.t('Describe Dataset');
  const answer = await ui.tell(vscode.l10n.t('No Data Package describes this dataset yet, so there is no place for an annotation.'), describe);
  if (answer === describe) await ui.execute('lintel.describeDataset', uri);
}

async function chooseColumn(ui: Ui, { columns }: AnnotationFacts, title: string): Promise<AnnotatableColumn | undefined> {
  const items = columns.map(column => ({ label: column.name, description: column.annotated ? column.category ?? '' : column.holds, column }));
  return (await ui.pick(items, { title, placeHolder: vscode.l10n.t('Choose a column'), matchOnDescription: true }))?.column;
}

interface Annotation {
  readonly category: string;
  readonly role: string;
  readonly special: readonly string[];
}

/** Category, role and legal class; what is suggested comes first. */
async function ask(ui: Ui, { categories, roles, specials }: AnnotationFacts, { category, role }: AnnotatableColumn, title: string): Promise<Annotation | undefined> {
  const chosen = await chooseTerm(ui, categories, category, title, vscode.l10n.t('Category of personal data'));
  const part = chosen && await chooseTerm(ui, roles, role, title, vscode.l10n.t('What the column does for telling who a row is about'));
  if (!chosen || !part) return undefined;
  const none: AnnotationTerm = { id: '', meaning: vscode.l10n.t('No special class') };
  const special = await chooseTerm(ui, [none, ...specials], chosen.special ?? '', title, vscode.l10n.t('Special class of a law'));
  return special && { category: chosen.id, role: part.id, special: special.id === '' ? [] : [special.id] };
}

async function chooseTerm(ui: Ui, terms: readonly AnnotationTerm[], first: string | null, title: string, placeHolder: string): Promise<AnnotationTerm | undefined> {
  const ordered = [...terms.filter(({ id }) => id === first), ...terms.filter(({ id }) => id !== first)];
  const items = ordered.map(term => ({ label: term.id === '' ? term.meaning : term.id, ...(term.id !== '' && { detail: term.meaning }), term }));
  return (await ui.pick(items, { title, placeHolder, matchOnDetail: true }))?.term;
}
