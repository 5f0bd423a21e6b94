import type { Rewrite } from '../core/characters.ts';
import { withoutRuns } from './characters.ts';

/** The content of a cell as a fix would write it. */
export function rewrite(as: Rewrite, text: string): string {
  switch (as) {
    case 'trimmed': return text.trim();
    case 'visible': return withoutRuns('bidi', withoutRuns('invisible', text));
    case 'plain-spaces': return withoutRuns('no-break-space', text, run => ' '.repeat(run.length));
    case 'narrow': return text.replace(/[\uff01-\uff5e]/gu, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
    case 'usual-ideographs': return withoutRuns('lookalike-ideograph', text, run => run.normalize('NFKC'));
    case 'unguarded': return unguarded(text);
  }
}

/** `="001"`, `'001` and a tab before digits keep Excel from reading a number; the digits are what is meant. */
export function unguarded(text: string): string {
  const [, formula] = /^="(.*)"$/su.exec(text) ?? [];
  if (formula !== undefined) return formula;
  return text.replace(/^(?:'(?=[\d+-])|\t+(?=\S))/u, '');
}
