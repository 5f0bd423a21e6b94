import type { Rewriting } from '../../core/form.ts';
import { withoutRuns } from '../characters.ts';
import { redacted } from '../freeText/personalSpans.ts';
import { repaired } from '../mojibake.ts';
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
    case 'repaired': return repaired(text);
    case 'trimmed': return text.trim();
    case 'visible': return withoutRuns('bidi', withoutRuns('invisible', text));
    case 'plain-spaces': return withoutRuns('no-break-space', text, run => ' '.repeat(run.length));
    case 'narrow': return narrow(text);
    case 'usual-ideographs': return withoutRuns('lookalike-ideograph', text, run => run.normalize('NFKC'));
    case 'redacted': return redacted(text);
    case 'unguarded': return unguarded(text);
    default: return isoDate(text, how.slice('iso-date:'.length));
  }
}

/** Numbers with a unit or a currency are left alone: without it their column would say less. */
function bareNumber(text: string, decimal: 'point' | 'comma'): string | undefined {
  const number = readNumber(text);
  return number === undefined || number.unit !== '' ? undefined : plainNumber(number, decimal);
}

/** Full-width forms lie in the order of ASCII, from the exclamation mark to the tilde. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/gu, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** `="001"`, `'001` and a tab before digits keep Excel from reading a number; the digits are what is meant. */
export function unguarded(text: string): string {
  const [, formula] = /^="(.*)"$/su.exec(text) ?? [];
  if (formula !== undefined) return formula;
  return text.replace(/^(?:'(?=[\d+-])|\t+(?=\S))/u, '');
}
