import type { RiskFacts, RiskWish } from '../../protocol/risk.ts';
import { type Answer, type Input, PATH, type Refused, type Tool, aboutFile } from '../tool.ts';

export const measureRisk: Tool = {
  name: 'lintel_measure_risk',
  title: 'Measure re-identification risk',
  description: 'Measures how easily people are found again in a data file: k-anonymity, uniqueness, prosecutor, journalist and marketer risk by the quasi-identifiers, l-diversity and t-closeness of '
    + 'the sensitive columns. Without quasi-identifiers it takes those that the annotation or the data suggests and says which. Use it before a dataset is shared. No value is shown.',
  parameters: {
    path: PATH,
    quasiIdentifiers: { type: 'strings', required: false, description: 'Names of columns that others may know of a person, such as age or postal code.' },
    sensitive: { type: 'strings', required: false, description: 'Names of columns that nobody should learn of a person, such as a diagnosis.' },
  },
  writes: false,
  run: (input, desk) => aboutFile(input, desk, async uri => {
    const suggested = await desk.ask('lintel/risk', { uri });
    if ('refused' in suggested) return suggested;
    const wish = wished(input, suggested);
    if ('refused' in wish) return wish;
    const facts = wish === suggested.wish ? suggested : await desk.ask('lintel/risk', { uri, wish });
    return 'refused' in facts ? facts : { file: desk.show(uri), ...told(facts) };
  }),
};

/** The suggestion with what the model names put in its place. */
function wished(input: Input, { columns, wish }: RiskFacts): RiskWish | Refused {
  const [quasi, sensitive] = [input.texts('quasiIdentifiers'), input.texts('sensitive')];
  if (quasi.length + sensitive.length === 0) return wish;
  const unknown = [...quasi, ...sensitive].find(wanted => !columns.some(({ name }) => name === wanted));
  if (unknown !== undefined) return { refused: `There is no column ${unknown}. Columns are ${columns.map(({ name }) => name).join(', ')}.` };
  const indexes = (names: readonly string[]): readonly number[] => columns.filter(({ name }) => names.includes(name)).map(({ index }) => index);
  const quasiIdentifiers = quasi.length > 0 ? indexes(quasi).map(column => ({ column })) : wish.quasiIdentifiers;
  const taken = new Set(quasiIdentifiers.map(({ column }) => column));
  return { ...wish, quasiIdentifiers, sensitive: (sensitive.length > 0 ? indexes(sensitive) : wish.sensitive).filter(column => !taken.has(column)) };
}

function told({ subject, nothing, columns, wish, measures, notes }: RiskFacts): Exclude<Answer, Refused> {
  const nameOf = (wanted: number): string => columns.find(({ index }) => index === wanted)?.name ?? '';
  return {
    subject: nothing ?? subject,
    quasiIdentifiers: wish.quasiIdentifiers.map(({ column }) => nameOf(column)),
    sensitive: wish.sensitive.map(nameOf),
    measures: measures.map(({ title, lines }) => ({
      title, lines: lines.map(line => ({ measure: line.title, value: line.value, meaning: line.meaning, ...(line.declared && { declared: line.declared.value, kept: line.declared.kept }) })),
    })),
    notes: [...notes],
  };
}
