import type { Message } from '../core/message.ts';
import { count, number, percent, say } from '../core/message.ts';
import { renderMessage } from '../words/render.ts';
import type { ColumnProfile, NumberProfile, TableProfile } from '../core/profile.ts';
import { chatLines } from './chatLines.ts';
import { CLASS_NAMES } from './profile.ts';

/** A profile for a terminal: a paragraph a column. */
export function writeProfileText({ path, rows, columns, chat }: TableProfile, locale: string): string {
  const words = (message: Message): string => renderMessage(message, { locale });
  const size = `${path}: ${words(say`${count(rows, 'row')}, ${count(columns.length, 'column')}`)}`;
  const head = [size, ...chatLines(chat).map(line => `  ${words(line)}`)].join('\n');
  return `${[head, ...columns.map(column => [column.name, ...linesOf(column).map(line => `  ${words(line)}`), ...chartOf(column)].join('\n'))].join('\n\n')}\n`;
}

/** What there is to say of a column, line by line. */
export function linesOf(column: ColumnProfile): readonly Message[] {
  const { type, declared, cells, missing, distinct, personal, numbers } = column;
  const found = type ? CLASS_NAMES[type] : say`no value present`;
  const { [type ?? 'text']: own = 0, integer = 0 } = column.classes;
  const main = type === 'float' ? own + integer : own;
  const present = cells - missing;
  return [
    main === present || !type ? say`Type: ${found}` : say`Type: ${found} in ${percent(main / present)} of the values`,
    ...(declared === undefined ? [] : [say`Declared as ${{ name: declared }}`]),
    say`Missing: ${number(missing)} of ${number(cells)} (${percent(cells === 0 ? 0 : missing / cells)})`,
    distinct.exact ? say`Distinct: ${number(distinct.count)}` : say`Distinct: about ${number(distinct.count)} (± ${percent(distinct.relativeError)})`,
    ...(personal ? [say`Looks like personal data, or is annotated as such; values are masked`] : []),
    ...(numbers ? numberLines(numbers) : []),
  ];
}

function numberLines({ min, max, mean, deviation, quantiles: q, relativeError }: NumberProfile): readonly Message[] {
  const quantiles = say`5%: ${number(q[5])}, 25%: ${number(q[25])}, 50%: ${number(q[50])}, 75%: ${number(q[75])}, 95%: ${number(q[95])}`;
  return [
    say`Range: ${number(min)} to ${number(max)}`,
    deviation === undefined ? say`Mean: ${number(mean)}` : say`Mean: ${number(mean)} ± ${number(deviation)}`,
    relativeError === 0 ? quantiles : say`${quantiles} (± ${percent(relativeError)})`,
  ];
}

const BLOCKS = ' ▁▂▃▄▅▆▇█';

/** A histogram in one line, and the most frequent values with their counts. */
function chartOf({ numbers, frequent }: ColumnProfile): readonly string[] {
  const highest = Math.max(1, ...numbers?.histogram ?? []);
  const bars = (numbers?.histogram ?? []).map(bar => BLOCKS[bar === 0 ? 0 : Math.max(1, Math.round((bar / highest) * (BLOCKS.length - 1)))] ?? ' ').join('');
  return [...(bars === '' ? [] : [`  ${bars}`]), ...frequent.values.map(({ value, count: times }) => `    ${String(times).padStart(9)}  ${value}`)];
}
