import ts from 'typescript';
import type { SourceFile } from './sources.ts';
import { placeOf, visit } from './sources.ts';

/** An English text of the code that a person may see. */
export interface Text {
  readonly text: string;
  readonly place: string;
}

/** The templates of all messages (`say`) of a file, with `{0}`, `{1}`, ... where the parts go, as they are at run time. */
export function templatesIn(source: SourceFile): readonly Text[] {
  const found: Text[] = [];
  visit(source.tree, node => {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText(source.tree) !== 'say') return;
    found.push({ text: templateOf(node.template), place: placeOf(source, node) });
  });
  return found;
}

function templateOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce((text, { literal }, i) => `${text}{${i}}${literal.text}`, template.head.text);
}

/** The places a template has for parts: `{0}`, `{1}`, ..., sorted. */
export const holesOf = (template: string): readonly string[] => (template.match(/\{\d+\}/g) ?? []).sort();
