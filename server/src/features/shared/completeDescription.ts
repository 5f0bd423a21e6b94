import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind, type Position } from 'vscode-languageserver';
import type { NodePath } from '../../core/place.ts';
import type { GuideProperty } from '../../core/standard.ts';
import { cursorAt } from '../../metadata/document/cursor.ts';
import { isYaml, readDocument, yamlIn } from '../../metadata/document/document.ts';
import { nodeAt, type Cursor } from '../../metadata/document/tree.ts';
import { namesFor, offersFor, type Offer } from './descriptionNames.ts';
import { type OpenDescription, openDescription } from './openDescription.ts';
import { type Session, rangesFor, words } from './session.ts';

/** What may be written at a place of a description. */
export async function completeDescription(session: Session, uri: string, position: Position): Promise<CompletionItem[] | null> {
  const open = await openDescription(session, uri);
  if (!open?.guide) return null;
  const offset = open.offsetAt(position);
  if (offset > yamlIn(open.text, open.fileName).length) return null;
  const cursor = cursorAt(open.text, open.fileName, offset);
  const items = [
    ...(cursor.at === 'value' ? [] : await properties(session, open, cursor)),
    ...(cursor.at === 'key' ? [] : await values(session, open, cursor)),
  ];
  const toRange = await rangesFor(session, uri);
  const range = toRange(open.lines.range(cursor));
  return items.map(({ text, ...item }) => ({ ...item, textEdit: { range, newText: text } }));
}

type Item = CompletionItem & { readonly text: string };

/** Editors that complete by schemas have the properties already. */
const isLeftToSchema = ({ client }: Session, { fileName, guide, value }: OpenDescription, path: NodePath): boolean =>
  guide?.hasSchema === true && guide.isBeyondSchema?.(path, fileName, value) !== true && client.options.schemas?.includes(isYaml(fileName) ? 'yaml' : 'json') === true;

async function properties(session: Session, open: OpenDescription, cursor: Cursor): Promise<readonly Item[]> {
  const { root } = readDocument(open.text, open.fileName);
  const node = nodeAt(root, cursor.path);
  // The key that is being written is no reason not to offer it.
  const others = node?.kind === 'object' ? node.properties.filter(({ keySpan }) => keySpan.end < cursor.start || keySpan.start > cursor.end) : [];
  const taken = new Set(others.map(({ key }) => key));
  const chosen = open.guide?.keys?.(cursor.path, open.fileName, open.value);
  const offered = chosen === undefined ? [] : (await offersFor(session, open, cursor.path, chosen)).map(({ value }): GuideProperty => ({ name: value, type: 'object', words: undefined }));
  const known = [...isLeftToSchema(session, open, cursor.path) ? [] : open.guide?.properties(cursor.path, open.fileName, open.value) ?? [], ...offered];
  return known.filter(({ name }) => !taken.has(name)).map((property, i): Item => ({
    label: property.name,
    kind: CompletionItemKind.Property,
    sortText: String(i).padStart(3, '0'),
    filterText: isYaml(open.fileName) ? property.name : JSON.stringify(property.name),
    insertTextFormat: session.client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    text: isYaml(open.fileName) ? yamlProperty(property, cursor, session.client.snippets) : jsonProperty(property, cursor, session.client.snippets),
    ...(property.words && { documentation: { kind: MarkupKind.PlainText, value: words(session, property.words) } }),
  }));
}

function jsonProperty({ name, type }: GuideProperty, { hasValue, needsComma }: Cursor, snippets: boolean): string {
  const key = JSON.stringify(name).replaceAll('$', snippets ? '\\$' : '$');
  if (hasValue) return key;
  const inner = snippets ? '$1' : '';
  const value = { text: `"${inner}"`, list: `[${inner}]`, object: snippets ? '{ $1 }' : '{}', number: inner || '0', truth: inner || 'true', any: inner || '""' }[type];
  return `${key}: ${value}${needsComma ? ',' : ''}`;
}

function yamlProperty({ name, type }: GuideProperty, { hasValue }: Cursor, snippets: boolean): string {
  const key = name.startsWith('$') && snippets ? `\\${name}` : name;
  if (hasValue) return key;
  return `${key}:${type === 'object' ? '\n  ' : type === 'list' ? '\n  - ' : ' '}`;
}

async function values(session: Session, open: OpenDescription, cursor: Cursor): Promise<readonly Item[]> {
  const known = isLeftToSchema(session, open, cursor.path) ? [] : open.guide?.values(cursor.path, open.fileName, open.value) ?? [];
  const fixed = known.map((value): Offer => ({ value, kind: CompletionItemKind.EnumMember, raw: value === 'true' || value === 'false' }));
  const offers = [...fixed, ...await namesFor(session, open, cursor.path)];
  return offers.map(({ value, kind, detail, raw }, i): Item => {
    const text = written(value, open, raw === true);
    return { label: value, kind, sortText: String(i).padStart(3, '0'), filterText: text, text, ...(detail !== undefined && { detail: words(session, detail) }) };
  });
}

/** As JSON has it, or in YAML plain where that reads as the same text. */
function written(value: string, { fileName }: OpenDescription, raw: boolean): string {
  if (raw) return value;
  const isPlain = isYaml(fileName) && /^[\p{L}_][\p{L}\p{N} _./-]*$/u.test(value) && !/^(?:true|false|yes|no|on|off|null|~)$/i.test(value) && value.trim() === value;
  return isPlain ? value : JSON.stringify(value);
}
