import type { ColumnFactsInFull } from '../../protocol/messages.ts';
import { PATH, type Tool, aboutFile } from '../tool.ts';

/** Names that a refusal lists. */
const NAMED = 50;

export const profileColumn: Tool = {
  name: 'lintel_profile_column',
  title: 'Profile column',
  description: 'Says what a column of a data file holds, from all of its rows: type, missing and different values, quantiles, most frequent values, formats and findings. Without a column it '
    + 'gives the name and type of every column. Use it to decide on cleaning, encoding and scaling instead of reading the file. Values of personal columns are masked.',
  parameters: {
    path: PATH,
    column: { type: 'string', required: false, description: 'Name of the column, as in the header.' },
  },
  writes: false,
  run: (input, desk) => aboutFile(input, desk, async uri => {
    const profile = await desk.ask('lintel/profile', { uri });
    if ('refused' in profile) return profile;
    const wanted = input.text('column');
    const whole = { file: desk.show(uri), subject: profile.subject, notices: [...profile.notices] };
    if (wanted === undefined) return { ...whole, columns: profile.columns.map(({ name, typeText }) => ({ name, type: typeText })) };
    const column = profile.columns.find(({ name }) => name === wanted);
    if (!column) return { refused: `There is no column ${wanted}. Columns are ${profile.columns.slice(0, NAMED).map(({ name }) => name).join(', ')}.` };
    return { ...whole, column: factsOf(column) };
  }),
};

const factsOf = ({ name, typeText, lines, findings }: ColumnFactsInFull) => ({
  name, type: typeText, facts: [...lines],
  findings: findings.map(({ rule, severity, message, count }) => ({ rule, severity, message, count })),
});
