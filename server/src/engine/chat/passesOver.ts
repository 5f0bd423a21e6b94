import type { ChatShape } from '../../core/chat.ts';
import { familyOf } from '../registry.ts';

/** What these families say of columns is about values that are compared, grouped or computed with; prompts and answers are read. */
const OF_VALUES: ReadonlySet<string | undefined> = new Set(['types', 'values', 'missing']);

/** Which rules about columns have nothing to say of the columns of a shape. */
export function passesOver({ parts, companions }: ChatShape): (rule: string, column: number) => boolean {
  const columns = new Set([...parts.map(({ column }) => column), ...companions]);
  return (rule, column) => columns.has(column) && OF_VALUES.has(familyOf(rule));
}
