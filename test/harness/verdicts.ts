/** One row of a detector's table: a cell and what the detector makes of it. */
export interface Verdict {
  readonly text: string;
  readonly verdict: string;
  /** Line of the README, from 1. */
  readonly line: number;
}

const ROW = /^\| `(.+)` \| (.+) \|$/;

/** The verdict table of a detector's README: rows of a text and a verdict, the text as code. */
export function readVerdicts(readme: string): readonly Verdict[] {
  return readme.split('\n').flatMap((row, i) => {
    const [, text = '', verdict = ''] = ROW.exec(row) ?? [];
    return text === '' ? [] : [{ text, verdict, line: i + 1 }];
  });
}
