import { say, type Message } from '../../core/message.ts';
import type { Document, YAMLError } from 'yaml';
import type { SyntaxProblem } from './tree.ts';

/** What the parser says against a document. */
export const composedProblems = ({ errors, warnings }: Pick<Document, 'errors' | 'warnings'>): readonly SyntaxProblem[] =>
  [...errors, ...warnings].map(({ code, pos }) => ({ start: pos[0], end: pos[1], message: yamlWords(code) }));

/** What a YAML error means to the person who wrote the document. */
export function yamlWords(code: YAMLError['code']): Message {
  switch (code) {
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW': return say`The indentation does not fit what is above, or a bracket is never closed`;
    case 'TAB_AS_INDENT': return say`YAML is indented with spaces, never with tabs`;
    case 'MISSING_CHAR': return say`A character is missing here: a colon, a quote, a comma or a space`;
    case 'BAD_SCALAR_START': return say`A plain value cannot start with this character; put the value in quotes`;
    case 'BAD_DQ_ESCAPE': return say`Double-quoted strings have no such escape; single quotes take it as it is`;
    case 'DUPLICATE_KEY': return say`This key occurs twice here; only the last one counts`;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS': return say`This cannot be a key: a key stands on one line and is short`;
    case 'NON_STRING_KEY': return say`Keys are plain text here, not lists or maps`;
    case 'MULTIPLE_DOCS': return say`A second document starts here; only the first one is read`;
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
    case 'RESOURCE_EXHAUSTION': return say`This anchor or alias cannot be read`;
    case 'BAD_DIRECTIVE':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE': return say`This tag or directive is not known and is passed over`;
    case 'IMPOSSIBLE':
    case 'UNEXPECTED_TOKEN': return say`This cannot be read as YAML here`;
  }
}
