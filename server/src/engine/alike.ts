import type { Finding } from '../core/finding.ts';

/** Whether two lists of findings look the same to whoever reads them: fixes, which an editor asks for by themselves, may differ. */
export const showAlike = (before: readonly Finding[], now: readonly Finding[]): boolean =>
  before === now || (before.length === now.length && before.every((finding, i) => finding === now[i] || isAlike(finding, now[i])));

function isAlike(before: Finding, now: Finding | undefined): boolean {
  return now !== undefined && isSame({ ...before, fix: undefined, alternatives: undefined }, { ...now, fix: undefined, alternatives: undefined });
}

/** Equal as plain data; an entry without a value is none. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [before, now] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...before.keys(), ...now.keys()])].every(key => isSame(before.get(key), now.get(key)));
}
