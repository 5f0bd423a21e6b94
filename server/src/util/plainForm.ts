/**
 * The content of a cell as it was meant: compatibility forms folded (full-width digits and letters become plain ones), and without what people put
 * around long numbers to keep a spreadsheet from rounding them: a leading apostrophe or tab, `="..."`.
 */
export function plainForm(text: string): string {
  if (PLAIN.test(text)) return text;
  const folded = text.normalize('NFKC').trim();
  const formula = /^="(.*)"$/.exec(folded);
  return (formula?.[1] ?? folded.replace(/^['`’]/, '')).trim();
}

/** What hardly any cell is not: ASCII that begins with a letter, a digit or a sign and ends in no space. Nothing would change. */
const PLAIN = /^[\w(+.-](?:[\x20-\x7e]*[\x21-\x7e])?$/;
