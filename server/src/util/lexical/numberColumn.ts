import type { Column, NamedValue } from '../../core/column.ts';
import { plainNumber, readNumber } from './numbers.ts';
import type { WrittenNumber } from './numbers.ts';
import { leastShare, MAJORITY, remembered, weightIn } from './share.ts';

/** A column most of whose values are numbers in some notation, as far as the texts at hand tell. */
export interface NumberColumn {
  /** The decimal character: a comma only where some value leaves no other reading and none has a decimal point. */
  readonly decimal: 'point' | 'comma';
  /** Values with a decimal comma stand beside values with a decimal point. */
  readonly mixed: boolean;
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
  return written.length === 0 ? undefined : { decimal, mixed: commas > 0 && points > 0, written };
});

const mayBeNumber = ({ class: kind, text }: NamedValue): boolean =>
  kind === 'integer' || kind === 'float' || (kind === 'text' && readNumber(text) !== undefined);
