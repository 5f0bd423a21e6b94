import { name, say } from '../core/message.ts';
import { languageOf, renderMessage, translate } from './render.ts';

/** The manual of a rule or detector in a language, in English where there is no other; `undefined` where there is none. */
export type ManualIn = (id: string, locale: string) => string | undefined;

/** All manuals. They are much text that few runs ask for, so that they are loaded when somebody does. */
export async function loadManuals(): Promise<ManualIn> {
  const { manuals, proseIn } = await import('./manuals.generated.ts');
  return (id, locale) => {
    const manual = manuals[id];
    const prose = proseIn[languageOf(locale)]?.[id];
    return manual !== undefined && prose !== undefined ? withProse(manual, prose) : manual;
  };
}

/** A manual as Markdown, with what all manuals have in common translated too: headings, and the words of a detector's table. */
export const translatedManual = (manual: string, locale: string): string => manual
  .replace(/^## (.+)$/gm, (_, heading: string) => `## ${headingIn(heading, locale)}`)
  .replace(/^\| text \| verdict \|$/gm, () => `| ${renderMessage(say`text`, { locale })} | ${renderMessage(say`verdict`, { locale })} |`)
  .replace(/^\| `.+$/gm, row => {
    const told = verdictIn(row, locale);
    return told ? `| \`${told.text}\` | ${told.verdict} |` : row;
  });

/** A row of a detector's table in a language: a text and what the detector makes of it. */
export function verdictIn(row: string, locale: string): { readonly text: string; readonly verdict: string } | undefined {
  const [, text, shown] = /^\| `(.*)` \| (?:not found|found, shown as (`.*`)) \|$/.exec(row) ?? [];
  if (text === undefined) return undefined;
  return { text, verdict: shown === undefined ? renderMessage(NOT_FOUND, { locale }) : translate(FOUND.template, locale).replace('{0}', () => shown) };
}

const NOT_FOUND = say`not found`;
/** What is shown has been masked by the detector and stands as it is, in the marks of its manual. */
const FOUND = say`found, shown as ${name('')}`;

/** A heading that every manual has, in a language; any other as it is. */
export function headingIn(heading: string, locale: string): string {
  const known = HEADINGS.find(({ template }) => template === heading);
  return known ? renderMessage(known, { locale }) : heading;
}

const HEADINGS = [say`Reported`, say`Not reported`, say`When to turn it off`, say`Sources`];

/** Where an example of the manual goes into the prose of another language; what is left of a section's examples follows its prose. */
export const EXAMPLE = '{{example}}';

/**
 * A manual whose prose is that of another language. Sections go by their English headings, which are translated where the manual is shown; a section that
 * the prose does not have, such as the sources, stays as it is.
 */
export function withProse(manual: string, prose: string): string {
  const translated = new Map(sectionsOf(prose).map(section => [section.heading, section.text]));
  return `${sectionsOf(manual).map(({ heading, text }) => {
    const own = translated.get(heading);
    return own === undefined ? text : withExamples(own, examplesOf(text));
  }).join('\n\n')}\n`;
}

/** A document that was written anew in another language, with the examples of this one, in their order, where it has places for them. */
export const withExamplesOf = (manual: string, document: string): string => (
  document.includes(EXAMPLE) ? `${withExamples(document, examplesOf(manual))}\n` : document);

interface Section {
  /** Empty for what stands above the first heading. */
  readonly heading: string;
  /** With its heading, without blank lines around. */
  readonly text: string;
}

function sectionsOf(manual: string): readonly Section[] {
  return manual.trim().split(/\n(?=## )/).map(text => ({ heading: /^## (.+)/.exec(text)?.[1] ?? '', text: text.trim() }));
}

/** Fenced blocks, and the table of a detector; those with nothing between them are one example. */
function examplesOf(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^(`{3,})[^\n]*\n[^]*?^\1$|^\| text \| verdict \|$(?:\n\|.*\|)*/gm)];
  return blocks.reduce<readonly string[]>((examples, block, i) => {
    const before = blocks[i - 1];
    const adjacent = before !== undefined && text.slice(before.index + before[0].length, block.index).trim() === '';
    return adjacent ? [...examples.slice(0, -1), `${examples.at(-1) ?? ''}\n\n${block[0]}`] : [...examples, block[0]];
  }, []);
}

function withExamples(prose: string, examples: readonly string[]): string {
  const pieces = prose.split(EXAMPLE);
  const placed = pieces.map((piece, i) => piece.trim() + (i < pieces.length - 1 ? `\n\n${examples[i] ?? ''}` : ''));
  return [...placed, ...examples.slice(pieces.length - 1)].filter(part => part !== '').join('\n\n');
}
