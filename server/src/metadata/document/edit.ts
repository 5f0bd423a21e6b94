import type { TextRange } from '../../core/place.ts';
import { isYaml, yamlIn } from './document.ts';
import { editJson } from './jsonEdit.ts';
import { Lines } from './lines.ts';
import type { NodeChange } from './nodeChange.ts';
import { editYaml } from './yamlEdit.ts';

export type { NodeChange } from './nodeChange.ts';

/** A replacement of one range of a text document. */
export interface NodeEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * The smallest edits of a JSON or YAML text that make a change; formatting, comments, order and line ends stay. No edits where the change
 * cannot be made: the parent does not exist or is of another kind, the key is taken, or the place is shared through an alias.
 */
export function editNode(text: string, fileName: string, change: NodeChange): readonly NodeEdit[] {
  const lines = new Lines(text);
  const edits = isYaml(fileName) ? editYaml(yamlIn(text, fileName), change) : editJson(text, change);
  return edits.map(({ offset, length, content }) => ({ range: lines.range({ start: offset, end: offset + length }), newText: content }));
}

/** The text after edits that do not overlap. */
export function applyNodeEdits(text: string, edits: readonly NodeEdit[]): string {
  const lines = new Lines(text);
  const ordered = edits.map(({ range, newText }) => ({ from: lines.offset(range.start), to: lines.offset(range.end), newText })).sort((a, b) => b.from - a.from);
  return ordered.reduce((result, { from, to, newText }) => result.slice(0, from) + newText + result.slice(to), text);
}
