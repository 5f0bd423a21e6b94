import { present, type Column } from '../../../core/column.ts';
import { count, name, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule, type SplitPair } from '../../../core/rule.ts';
import { roleAsTarget } from '../../../core/target.ts';
import { alignNames } from '../../../util/alignment.ts';

export default defineRule({
  id: 'split-schema-mismatch',
  scope: 'split',
  summary: 'Two parts of a dataset differ in their columns or types',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts'],
  options: {
    least: { default: 20, description: 'Cells both columns must have before their types are compared.' },
  },

  *check(pair) {
    if (pair.known === 'column') return;
    const severity = pair.known === 'description' ? 'error' : 'warning';
    for (const problem of [...compareNames(pair), ...compareTypes(pair, pair.options.least)]) yield { severity, ...problem };
  },
});

function* compareNames({ reference, current, role, relation }: SplitPair): Iterable<Problem> {
  if (!reference.reading.hasHeader || !current.reading.hasHeader) return;
  const { missing, extra, renamed } = alignNames(reference.columns.map(column => column.name), current.columns.map(column => column.name));
  for (const [expected, actual] of renamed) {
    const [there, here] = [reference.columns[expected], current.columns[actual]];
    if (!there || !here) continue;
    yield {
      place: { at: 'header', column: actual },
      message: say`The column ${here} is called ${there} in ${name(reference.name)}`,
      fix: { title: say`Rename to ${there}`, safety: 'unsafe', change: { do: 'rename-header', to: there.name } },
      related: [related(there, reference.name)],
    };
  }
  for (const there of missing.flatMap(i => reference.columns[i] ?? [])) {
    // Test data is often published without what is to be predicted.
    const withheld = role === 'test' && relation === 'evaluation' && (roleAsTarget(there, current.ml ?? reference.ml) !== undefined || missing.length === 1);
    if (withheld) continue;
    yield { place: { at: 'file' }, message: say`The column ${there} of ${name(reference.name)} is not here`, related: [related(there, reference.name)] };
  }
  for (const here of extra.flatMap(i => current.columns[i] ?? [])) {
    yield { place: { at: 'header', column: here.index }, message: say`${name(reference.name)} has no column ${here}` };
  }
}

function* compareTypes({ reference, current, shared, relation }: SplitPair, least: number): Iterable<Problem> {
  for (const { current: here, reference: there } of shared) {
    const [own, expected] = [kindOf(here), kindOf(there)];
    const [stored, storedThere] = [current.reading.types?.[here.index], reference.reading.types?.[there.index]];
    if (relation === 'shard' && present(there) === 0 && there.summary.cells > 0 && present(here) > 0) {
      yield {
        place: { at: 'header', column: here.index },
        message: say`${here} has ${count(present(here), 'value')} here and none in ${name(reference.name)}; loaders that take types from the first file fail on it`,
        related: [related(there, reference.name)],
      };
    } else if (stored !== undefined && storedThere !== undefined && stored !== storedThere) {
      yield {
        place: { at: 'header', column: here.index },
        message: say`${here} is stored as another type than in ${name(reference.name)}: ${name(stored)} here, ${name(storedThere)} there`,
        related: [related(there, reference.name)],
      };
    } else if (own && expected && own !== expected && Math.min(present(here), present(there)) >= least) {
      yield {
        place: { at: 'header', column: here.index },
        message: say`${here} holds ${KINDS[own]} here and ${KINDS[expected]} in ${name(reference.name)}`,
        related: [related(there, reference.name)],
      };
    }
  }
}

const related = (there: Column, table: string): NonNullable<Problem['related']>[number] =>
  ({ place: { at: 'header', column: there.index }, table, message: say`The column it is compared with` });

type Kind = 'numbers' | 'dates' | 'words';
const KINDS: Readonly<Record<Kind, Message>> = { numbers: say`numbers`, dates: say`dates`, words: say`texts` };
/** Share of cells that settles what a column holds. */
const MOST = 0.95;

/** What nearly all cells are. Truth values and codes with leading zeros pass for either side, since small parts show them as numbers. */
function kindOf({ summary: { classes } }: Column): Kind | undefined {
  const n = Object.values(classes).reduce((sum, some) => sum + some, 0);
  if (classes.integer + classes.float > MOST * n) return 'numbers';
  if (classes.date + classes.datetime > MOST * n) return 'dates';
  return classes.text > MOST * n ? 'words' : undefined;
}
