import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';

/** A text of the client as it stands in a call of `vscode.l10n.t`. */
export interface ClientText {
  readonly text: string;
  /** File and line. */
  readonly where: string;
}

/** Every text the client shows, and the calls whose text is not a literal and so cannot be translated. */
export function clientTexts(root = 'client/src'): { readonly texts: readonly ClientText[]; readonly computed: readonly string[] } {
  const texts: ClientText[] = [];
  const computed: string[] = [];
  for (const file of sourcesBelow(root)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const call of callsIn(source)) {
      const where = `${file}:${source.getLineAndCharacterOfPosition(call.getStart()).line + 1}`;
      const [text] = call.arguments;
      if (text && ts.isStringLiteralLike(text)) texts.push({ text: text.text, where });
      else computed.push(where);
    }
  }
  return { texts, computed };
}

const sourcesBelow = (root: string): readonly string[] => readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(path => `${root}/${path.replaceAll('\\', '/')}`).filter(path => path.endsWith('.ts') && !path.endsWith('.generated.ts')).sort();

function callsIn(node: ts.Node): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isCallExpression(child) && /(^|\.)l10n\.t$/.test(child.expression.getText())) found.push(child);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

/** A JSON file of texts by key. */
export function textsIn(path: string): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${path} is no object`);
  return new Map(Object.entries(parsed).map(([key, text]) => [key, String(text)]));
}
