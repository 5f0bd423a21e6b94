import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import { spotAt, suggestionsAt } from '../../config/assist.ts';
import type { Schema } from '../../config/schema.ts';
import { allRules, ruleOf } from '../../engine/registry.ts';
import { isYaml } from '../../metadata/document/document.ts';
import { fileNameOf } from '../../util/uri.ts';
import { ruleWords, schemaWords } from './configurationWords.ts';
import type { Session } from './session.ts';

/** Keys, rules, options, presets and techniques while a configuration or a plan is written in YAML. JSON has its schema from the editor. */
export function completeWritten(session: Session, uri: string, schema: Schema, position: Position): CompletionItem[] | null {
  const text = isYaml(fileNameOf(uri)) ? session.workspace.documents.get(uri)?.text : undefined;
  if (!text) return null;
  const at = text.positionAt(text.offsetAt(position, session.client.encoding));
  const lines = text.toString().split(/\r\n?|\n/);
  const spot = spotAt(lines, at.line, at.character);
  if (!spot) return null;
  const back = (character: number): Position => text.positionAt(text.offsetAt({ line: at.line, character }), session.client.encoding);
  const range = { start: back(spot.from), end: back(spot.to) };
  const isKeyed = /^\s*:/.test((lines[at.line] ?? '').slice(spot.to));
  return suggestionsAt(schema, spot, allRules).map((suggestion, i): CompletionItem => ({
    label: suggestion.text,
    kind: spot.at === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
    textEdit: { range, newText: isKeyed ? suggestion.text : suggestion.insert },
    sortText: String(i).padStart(4, '0'),
    documentation: wordsOf(session, suggestion.text, suggestion.description),
  }));
}

/** The schema speaks of rules in English alone; the rules know better. */
function wordsOf(session: Session, text: string, description: string): string {
  const rule = ruleOf(text);
  return rule && description.startsWith(rule.summary) ? ruleWords(session, rule) : schemaWords(session, description);
}
