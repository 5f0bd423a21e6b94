/**
 * The YAML between two lines of three dashes at the head of a Markdown text, with blanks in place of what is before it, so that offsets are those of the
 * whole text; what follows it is cut off. `undefined` where the text does not begin with such a line. A block that is never closed is read up to its first empty line.
 */
export function frontMatterOf(text: string): FrontMatter | undefined {
  const opening = /^\uFEFF?\s*?---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const closing = /^---[ \t]*$/m.exec(text.slice(opening.length));
  const length = closing?.index ?? /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(opening.length))?.index;
  const end = length === undefined ? text.length : opening.length + length;
  return { yaml: opening.replace(/[^\r\n]/g, ' ') + text.slice(opening.length, end), closed: closing !== null };
}

export interface FrontMatter {
  readonly yaml: string;
  /** False where no second line of dashes ends it. */
  readonly closed: boolean;
}

export const isMarkdown = (fileName: string): boolean => /\.(?:md|markdown)$/i.test(fileName);
