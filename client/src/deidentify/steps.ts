import * as vscode from 'vscode';
import type { ColumnTreatment, DeidentifyFacts, DeidentifyOffer, OfferedColumn } from '../../../server/src/protocol/deidentify.ts';
import { BACK, type Answered } from '../quickSteps.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Wishes } from './plan.ts';

type Treatment = ColumnTreatment & { readonly label: string };
interface ColumnItem extends vscode.QuickPickItem { readonly column?: OfferedColumn }
interface TreatmentItem extends vscode.QuickPickItem { readonly treatment: Treatment }

const TOTAL = 3;

/** What becomes of each column: a list to go on from, in which every column can be changed. `undefined` where it was called off. */
export async function askTreatments(ui: Ui, { columns }: DeidentifyOffer, given: Wishes['treatments'], title: string): Promise<Wishes['treatments'] | undefined> {
  const treatments = new Map(given);
  let last: OfferedColumn | undefined;
  for (;;) {
    const chosen: Answered<readonly ColumnItem[]> = await ui.askPick<ColumnItem>({
      title, step: 1, totalSteps: TOTAL, canGoBack: false, items: itemsOf(columns, treatments), chosen: item => item.column === last,
      placeholder: vscode.l10n.t('Choose a column to change what is done to it, or go on'),
    });
    if (!chosen || chosen === BACK) return undefined;
    last = chosen[0]?.column;
    if (!last) return treatments;
    const treatment = await askTreatment(ui, last, treatments.get(last.name), title);
    if (treatment && treatment !== BACK) treatments.set(last.name, treatment);
  }
}

function itemsOf(columns: readonly OfferedColumn[], treatments: Wishes['treatments']): readonly ColumnItem[] {
  const changed = [...treatments.values()].filter(({ use }) => use !== 'keep').length;
  const goOn = { label: `$(arrow-right) ${vscode.l10n.t('Go on')}`, description: vscode.l10n.t('{0} of {1} columns are changed', changed, columns.length) };
  return [goOn, ...columns.map(column => {
    const { use = 'keep', label = '' } = treatments.get(column.name) ?? {};
    return { label: `$(${use === 'keep' ? 'circle-outline' : 'shield'}) ${column.name}`, description: label, detail: column.suggested.reason, column };
  })];
}

async function askTreatment(ui: Ui, { name, suggested, choices }: OfferedColumn, now: Treatment | undefined, title: string): Promise<Answered<Treatment>> {
  const same = (one: ColumnTreatment, other: ColumnTreatment | undefined): boolean => one.use === other?.use && JSON.stringify(one.parameters) === JSON.stringify(other.parameters);
  const all = choices.some(choice => same(choice, suggested)) ? choices : [suggested, ...choices];
  const items = all.map((treatment): TreatmentItem => ({ label: treatment.label, ...(same(treatment, suggested) && { description: vscode.l10n.t('suggested') }), treatment }));
  const chosen = await ui.askPick<TreatmentItem>({
    title: `${title}: ${name}`, canGoBack: true, items, chosen: item => same(item.treatment, now), placeholder: suggested.reason,
  });
  return !chosen || chosen === BACK ? chosen : chosen[0]?.treatment;
}

/** Whether people are to be alike in groups, and in which columns. */
export async function askClasses(ui: Ui, offer: DeidentifyOffer, wishes: Wishes, title: string): Promise<Answered<Pick<Wishes, 'k' | 'quasiIdentifiers'>>> {
  const frame = { title, step: 2, totalSteps: TOTAL, canGoBack: true };
  for (;;) {
    const size = await ui.askPick({
      ...frame, items: SIZES.map(sizeItem), chosen: ({ k }) => k === wishes.k,
      placeholder: vscode.l10n.t('Should people be alike in what others may know of them?'),
    });
    if (!size || size === BACK) return size;
    const { k = 0 } = size[0] ?? {};
    if (k === 0) return { k, quasiIdentifiers: [] };
    const before = wishes.quasiIdentifiers.length > 0 ? wishes.quasiIdentifiers : offer.quasiIdentifiers;
    const chosen = await ui.askPick({
      ...frame, items: classItems(offer, wishes), chosen: ({ label }) => before.includes(label), many: true,
      placeholder: vscode.l10n.t('Columns that others may know of a person'),
    });
    if (chosen !== BACK) return chosen && { k, quasiIdentifiers: chosen.map(({ label }) => label) };
  }
}

const SIZES = [0, 2, 3, 5, 10, 20];

const sizeItem = (k: number): vscode.QuickPickItem & { readonly k: number } => ({
  label: k === 0 ? vscode.l10n.t('No groups') : vscode.l10n.t('At least {0} people alike', k), k,
  description: k === 0 ? vscode.l10n.t('each row stays as its columns are') : vscode.l10n.t('k-anonymity with k = {0}', k),
});

/** What is left out or changed at random cannot be generalised. */
const classItems = ({ columns }: DeidentifyOffer, { treatments }: Wishes): readonly vscode.QuickPickItem[] => columns
  .filter(({ name }) => !['drop', 'noise', 'permute', 'microaggregate'].includes(treatments.get(name)?.use ?? ''))
  .map(({ name, suggested }) => ({ label: name, detail: suggested.reason }));

interface PreviewItem extends vscode.QuickPickItem { readonly write: boolean }

/** What would come of it, column by column; true where it is to be written. */
export async function showPreview(ui: Ui, facts: DeidentifyFacts, title: string): Promise<Answered<boolean>> {
  const { rows, columns, notes } = facts;
  const items: readonly PreviewItem[] = [
    {
      label: `$(save-as) ${vscode.l10n.t('Write Copy…')}`, write: true,
      description: vscode.l10n.t('{0} of {1} rows', rows.written.toLocaleString(), rows.read.toLocaleString()),
    },
    ...columns.map(column => ({ label: `$(shield) ${column.name}`, description: column.label, write: false, detail: outcomeOf(column) })),
    ...notes.map(note => ({ label: `$(info) ${note}`, write: false })),
  ];
  for (;;) {
    const chosen = await ui.askPick({
      title, step: TOTAL, totalSteps: TOTAL, canGoBack: true, items, chosen: item => item.write,
      placeholder: vscode.l10n.t('Nothing is written yet: this is what would be done'),
    });
    if (!chosen || chosen === BACK) return chosen;
    if (chosen[0]?.write) return true;
  }
}

function outcomeOf({ changed, emptied, example }: DeidentifyFacts['columns'][number]): string {
  const emptiedToo = emptied > 0 ? [vscode.l10n.t('{0} of them emptied', emptied.toLocaleString())] : [];
  return [vscode.l10n.t('{0} cells changed', changed.toLocaleString()), ...emptiedToo, ...(example === '' ? [] : [example])].join(' · ');
}
