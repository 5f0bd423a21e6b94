import type { Rewriting } from '../../core/form.ts';
import { isoDate } from './dates.ts';
import { isWholeDecimal, plainNumber, readNumber } from './numbers.ts';

/** What a fix makes of the text of one cell; `undefined` where the cell stays as it is. */
export function rewrite(text: string, how: Rewriting): string | undefined {
  const written = rewritten(text, how);
  return written === text ? undefined : written;
}

function rewritten(text: string, how: Rewriting): string | undefined {
  switch (how) {
    case 'plain-number': return bareNumber(text, 'point');
    case 'plain-number:comma': return bareNumber(text, 'comma');
    case 'whole-number': return isWholeDecimal(text) ? text.replace(/\.0*$/, '') : undefined;
    default: return isoDate(text, how.slice('iso-date:'.length));
  }
}

/** Numbers with a unit or a currency are left alone: without it their column would say less. */
function bareNumber(text: string, decimal: 'point' | 'comma'): string | undefined {
  const number = readNumber(text);
  return number === undefined || number.unit !== '' ? undefined : plainNumber(number, decimal);
}
