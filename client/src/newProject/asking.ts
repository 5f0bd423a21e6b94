import * as vscode from 'vscode';
import { BACK } from '../quickSteps.ts';
import type { Answered, Step } from '../quickSteps.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Drawing } from './drawing.ts';
import type { Answers, AnswerValue, Prompt } from './scaffold.ts';

/** Asks one question of the template, with the answer so far or the dataset's proposal filled in. */
export async function ask(ui: Ui, drawing: Drawing, prompt: Prompt, given: Answers, step: Step): Promise<Answered<AnswerValue>> {
  switch (prompt.question.type) {
    case 'string': case 'integer': case 'number': return askLine(ui, drawing, prompt, given, step);
    case 'boolean': return askYesOrNo(ui, prompt, step);
    case 'choice': return first(await askOne(ui, prompt, step, prompt.choices.map(({ value, label }) => ({ label, value }))));
    case 'column': return first(await askOne(ui, prompt, step, columnItems(prompt)));
    case 'columns': return askColumns(ui, prompt, step);
  }
}

/** How an answer reads in the summary. */
export function wordsOf({ question, answer, choices }: Prompt): string {
  if (answer === undefined) return vscode.l10n.t('not answered yet');
  if (typeof answer === 'boolean') return answer ? vscode.l10n.t('Yes') : vscode.l10n.t('No');
  if (typeof answer === 'object') return answer.join(', ');
  return question.type === 'choice' ? choices.find(choice => choice.value === answer)?.label ?? String(answer) : String(answer);
}

function askLine(ui: Ui, { scaffold, template, facts, words }: Drawing, { question, answer }: Prompt, given: Answers, step: Step) {
  const parse = (text: string) => scaffold.parseAnswer(question, text);
  const objection = (text: string) => {
    const parsed = parse(text);
    if (scaffold.isRefused(parsed)) return parsed.reasons[0] && words(parsed.reasons[0].message);
    const reason = scaffold.objection(question, parsed.value, facts, scaffold.complete(template, facts, given));
    return reason && words(reason);
  };
  return ui.askText({ ...step, prompt: question.help ? `${question.ask}. ${question.help}` : question.ask, value: String(answer ?? ''), objection })
    .then(text => {
      if (text === BACK || text === undefined) return text;
      const parsed = parse(text);
      return scaffold.isRefused(parsed) ? undefined : parsed.value;
    });
}

async function askYesOrNo(ui: Ui, prompt: Prompt, step: Step): Promise<Answered<boolean>> {
  const picked = await askOne(ui, prompt, step, [
    { label: vscode.l10n.t('Yes'), value: 'true' },
    { label: vscode.l10n.t('No'), value: 'false' },
  ]);
  const value = first(picked);
  return value === BACK || value === undefined ? value : value === 'true';
}

async function askColumns(ui: Ui, prompt: Prompt, step: Step): Promise<Answered<readonly string[]>> {
  const wanted = new Set(typeof prompt.answer === 'object' ? prompt.answer : []);
  const picked = await ui.askPick({
    ...step, items: columnItems(prompt), chosen: item => wanted.has(item.value), placeholder: placeholderOf(prompt), many: true,
  });
  return picked === BACK || picked === undefined ? picked : picked.map(item => item.value);
}

interface Item extends vscode.QuickPickItem {
  readonly value: string;
}

const askOne = (ui: Ui, prompt: Prompt, step: Step, items: readonly Item[]): Promise<Answered<readonly Item[]>> =>
  ui.askPick({ ...step, items, chosen: item => item.value === String(prompt.answer), placeholder: placeholderOf(prompt) });

const placeholderOf = ({ question }: Prompt): string => (question.help ? `${question.ask} (${question.help})` : question.ask);

const first = (picked: Answered<readonly Item[]>): Answered<string> => (picked === BACK || picked === undefined ? picked : picked[0]?.value);

function columnItems({ columns }: Prompt): readonly Item[] {
  const kinds = { number: vscode.l10n.t('number'), category: vscode.l10n.t('category'), text: vscode.l10n.t('text'), other: vscode.l10n.t('other') };
  return columns.map(({ name, kind }) => ({ label: name, description: kinds[kind], value: name }));
}
