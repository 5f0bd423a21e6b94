import type { Json } from '../../core/problem.ts';

/** Cells longer than this are not parsed as JSON. */
const LONGEST = 1_000_000;

/** The content of a cell as JSON, where it is an object or a list; `undefined` where it is neither or does not parse. */
export function jsonCell(text: string): Json | undefined {
  if (!looksLikeJson(text) || text.length > LONGEST) return undefined;
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/** Whether a cell begins as an object or a list of JSON does. */
export const looksLikeJson = (text: string): boolean => /^\s*(?:\{\s*["}]|\[\s*(?:["\]{[\d-]|true|false|null))/.test(text);

/** How many items a cell that is a list has; `undefined` where it is none. */
export function listLength(text: string): number | undefined {
  const parsed = jsonCell(text);
  return Array.isArray(parsed) ? parsed.length : undefined;
}
