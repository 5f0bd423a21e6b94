import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { descriptionsAt, spotAt } from '../../config/assist.ts';
import type { Schema } from '../../config/schema.ts';
import { allRules, ruleOf } from '../../engine/registry.ts';
import { isYaml } from '../../metadata/document/document.ts';
import { fileNameOf } from '../../util/uri.ts';
import { ruleWords, schemaWords } from './configurationWords.ts';
import type { Session } from './session.ts';

/** What a key or a value of a configuration or a plan in YAML means. JSON has its schema from the editor. */
export function hoverWritten(session: Session, uri: string, schema: Schema, position: Position): Hover | null {
  const text = isYaml(fileNameOf(uri)) ? session.workspace.documents.get(uri)?.text : undefined;
  if (!text) return null;
  const at = text.positionAt(text.offsetAt(position, session.client.encoding));
  const lines = text.toString().split(/\r\n?|\n/);
  const spot = spotAt(lines, at.line, at.character);
  const line = lines[at.line] ?? '';
  const word = spot && line.slice(spot.from, spot.to).replace(/:$/, '');
  if (!spot || !word) return null;
  const rule = ruleOf(word);
  const told = rule ? [ruleWords(session, rule)] : descriptionsAt(schema, spot, word).map(description => wordsOf(session, description));
  if (told.length === 0) return null;
  const back = (character: number): Position => text.positionAt(text.offsetAt({ line: at.line, character }), session.client.encoding);
  return { contents: { kind: MarkupKind.PlainText, value: told.join('\n\n') }, range: { start: back(spot.from), end: back(spot.to) } };
}

/** The description of a rule's switch begins with the rule's summary. */
function wordsOf(session: Session, description: string): string {
  const rule = allRules.find(({ summary }) => description.startsWith(`${summary}. `));
  return rule ? ruleWords(session, rule) : schemaWords(session, description);
}
