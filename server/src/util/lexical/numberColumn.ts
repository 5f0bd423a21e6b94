import type { Column, NamedValue } from '../../core/column.ts';
import { plainNumber, readNumber } from './numbers.ts';
import type { WrittenNumber } from './numbers.ts';
import { leastShare, MAJORITY, remembered, weightIn } from './share.ts';

/** A column most of whose values are numbers in some notation, as far as the texts at hand tell. */
export interface NumberColumn {
  /** The decimal character: a comma only where some value leaves no other reading and none has a decimal point. */
  readonly decimal: 'point' | 'comma';
  /** Some value leaves no doubt about its decimal character. */
  readonly isSure: boolean;
  /** Values with a decimal comma stand beside values with a decimal point. */
  readonly mixed: boolean;
  /** Some commas can only stand between thousands. */
  readonly grouped: boolean;
  /** Numbers that a loader takes for text. */
  readonly written: readonly WrittenValue[];
}

export interface WrittenValue {
  readonly value: NamedValue;
  readonly number: WrittenNumber;
}

const FIRST_LOOK = 12;

/** `undefined` where the column is not one of numbers, or its numbers are all plain. */
export const numberColumn = remembered((column: Column): NumberColumn | undefined => {
  const firstLook = column.values.slice(0, FIRST_LOOK);
  if (column.summary.classes.text === 0 || 2 * firstLook.filter(mayBeNumber).length < firstLook.length) return undefined;
  if (leastShare(column, mayBeNumber) < MAJORITY) return undefined;
  const numbers = column.values.flatMap((value): readonly WrittenValue[] => {
    const number = readNumber(value.text);
    return number ? [{ value, number }] : [];
  });
  const weight = weightIn(column);
  const votes = (decimal: WrittenNumber['decimal']): number => numbers.reduce((sum, one) => sum + (one.number.decimal === decimal ? weight(one.value) : 0), 0);
  const [commas, points] = [votes('comma'), votes('point')];
  const decimal = commas > points ? 'comma' : 'point';
  const written = numbers.filter(({ value, number }) => value.class === 'text' && plainNumber(number, decimal) !== undefined);
  return written.length === 0 ? undefined : {
    decimal, isSure: commas + points > 0, mixed: commas > 0 && points > 0, written,
    grouped: numbers.some(({ number }) => number.grouped && number.decimal === 'point' && number.body.includes(',')),
  };
});

const mayBeNumber = ({ class: kind, text }: NamedValue): boolean =>
  kind === 'integer' || kind === 'float' || (kind === 'text' && readNumber(text) !== undefined);

/** Among decimals `1,234` may be one as well as a thousand and more; among whole numbers, or beside `1,234,567`, it is no decimal. */
export const isDoubtful = (column: Column): boolean => column.summary.classes.float > 0 && numberColumn(column)?.grouped !== true;
