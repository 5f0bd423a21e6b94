/**
 * The content of a cell as it was meant: compatibility forms folded (full-width digits and letters become plain ones), and without what people put
 * around long numbers to keep a spreadsheet from rounding them: a leading apostrophe or tab, `="..."`.
 */
export function plainForm(text: string): string {
  const folded = text.normalize('NFKC').trim();
  const formula = /^="(.*)"$/.exec(folded);
  return (formula?.[1] ?? folded.replace(/^['`’]/, '')).trim();
}
