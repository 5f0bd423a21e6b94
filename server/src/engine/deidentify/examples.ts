import type { Snapshot } from '../dataCheck.ts';
import type { Prepared } from './prepare.ts';
import type { Run } from './run.ts';
import type { Example } from './tally.ts';

/** Whatever is taken out of a column is not shown, as it was, in the telling of it. */
const HIDDEN = '•••';

/** By column, what became of its first cells: values before as far as they may be seen, values after where no value of the table can be in them. */
export function maskedExamples({ columns, plan }: Prepared, run: Run, { masks, configuration }: Pick<Snapshot, 'masks' | 'configuration'>): readonly (readonly Example[])[] {
  if (configuration.quoteValues === 'never') return columns.map(() => []);
  return columns.map(({ column, change }, i) => {
    const mask = masks(column.index) ?? firstOnly;
    // Ranges and sets end in values of the table, and what is dealt out anew is one.
    const isGeneralised = plan.kAnonymity?.quasiIdentifiers.includes(column.name) === true;
    const holdsValues = isGeneralised ? plan.kAnonymity?.algorithm === 'mondrian' : change?.consistent === false;
    return (run.columns[i]?.examples ?? []).map(({ before, after }) => ({ before: mask(before), after: holdsValues ? HIDDEN : after }));
  });
}

const firstOnly = (text: string): string => `${[...text][0] ?? ''}${HIDDEN}`;
