import { say } from '../core/message.ts';
import { displayWidth } from '../words/displayWidth.ts';
import { headingIn, verdictIn } from '../words/manualIn.ts';
import { renderMessage } from '../words/render.ts';

/**
 * A manual for a terminal: its title is the rule's summary, fences become indented blocks without the words that are meant for tests, and the headings
 * that every manual has are translated. The table of a detector's manual becomes lines, in which what it says of each text is translated.
 */
export function readableManual(manual: string, summary: string, locale: string): string {
  const lines = manual.trimEnd().split('\n');
  let fence = '';
  const shown = lines.flatMap((line, i): readonly string[] => {
    const [, marks = '', language = '', words = ''] = /^(`{3,})(\w*)(.*)$/.exec(line) ?? [];
    if (fence !== '') {
      if (line.trimEnd() === fence) fence = '';
      return fence === '' ? [] : [`    ${line}`];
    }
    if (marks !== '') {
      fence = marks;
      return headOf(language, words, locale);
    }
    if (line.startsWith('|')) return lineOf(line, locale);
    if (i === 0 && line.startsWith('# ')) return [line.slice(2), '', summary];
    return [line.startsWith('## ') ? headingOf(line.slice(3), locale) : line];
  });
  return shown.join('\n').replace(/\n{3,}/g, '\n\n');
}

/** Why a rule matters: what stands between the title of its manual and the first heading. */
export const whyOf = (manual: string): string => /^# .*\n\n([^]*?)\n\n## /.exec(manual)?.[1] ?? '';

/** What an example shows: a file, by name where it has one, before or after the fix. */
function headOf(language: string, words: string, locale: string): readonly string[] {
  const file = /file=(\S+)/.exec(words)?.[1];
  const after = / fixed\b/.test(words) ? renderMessage(say`After the fix:`, { locale }) : undefined;
  const named = [after, file].filter(one => one !== undefined).join(' ');
  return named === '' || language === '' ? [] : [`  ${named}`];
}

/** A row of a detector's table; its head and the rule below are left out. */
function lineOf(row: string, locale: string): readonly string[] {
  const told = verdictIn(row, locale);
  return told ? [`    ${told.text}${' '.repeat(Math.max(2, VERDICTS - displayWidth(told.text)))}${told.verdict}`] : [];
}

/** Column in which verdicts begin, where the text leaves room. */
const VERDICTS = 32;

const headingOf = (heading: string, locale: string): string => headingIn(heading, locale).toUpperCase();
