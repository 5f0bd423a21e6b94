import { readFileSync, readdirSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** One TypeScript file of the tree, parsed. Paths are relative to the root of the repository, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** An import or re-export. `to` is a path of the tree for relative ones, a package or Node module otherwise. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly relative: boolean;
  readonly typeOnly: boolean;
}

/** All files below `root` with one of these endings, generated ones left out. */
export function filesBelow(root: string, endings: readonly string[]): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(name => `${root}/${name.replaceAll('\\', '/')}`)
    .filter(path => endings.some(ending => path.endsWith(ending)) && !/\.generated\.|\/node_modules\//.test(path) && statSync(path).isFile())
    .sort();
}

export function readSources(root: string): readonly SourceFile[] {
  return filesBelow(root, ['.ts']).map(path => {
    const text = readFileSync(path, 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
  });
}

/** Every static and dynamic import of a file. */
export function importsOf({ path, tree }: SourceFile): readonly Import[] {
  const imports: Import[] = [];
  const add = (to: ts.Expression | undefined, typeOnly: boolean): void => {
    if (!to || !ts.isStringLiteral(to)) return;
    const relative = to.text.startsWith('.');
    imports.push({ from: path, to: relative ? posix.join(posix.dirname(path), to.text) : to.text, relative, typeOnly });
  };
  visit(tree, node => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
  });
  return imports;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  const named = importClause.namedBindings;
  return importClause.isTypeOnly || (!importClause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every(element => element.isTypeOnly));
}

/** Calls `look` for a node and everything below it. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, child => visit(child, look));
}

/** `path:line` of a node, for messages that an editor can jump to. */
export const placeOf = ({ path, tree }: SourceFile, node: ts.Node): string => `${path}:${lineOf(tree, node.getStart(tree))}`;

export const lineOf = (tree: ts.SourceFile, position: number): number => tree.getLineAndCharacterOfPosition(position).line + 1;
