/**
 * How a project names its data: the path from the project's folder to the file, with `/`; an absolute path where the two have no root in
 * common (two Windows drives). Both are `file:` URIs.
 */
export function dataPath(folder: string, file: string): string {
  const from = segments(folder);
  const to = segments(file);
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && sameSegment(from, to, shared)) shared++;
  if (shared === 0 && (isDrive(from[0]) || isDrive(to[0]))) return to.join('/');
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function segments(uri: string): readonly string[] {
  return decodeURIComponent(uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')).split('/').filter(part => part !== '');
}

function sameSegment(from: readonly string[], to: readonly string[], i: number): boolean {
  return from[i] === to[i] || (isDrive(from[i]) && isDrive(to[i]) && from[i]?.toLowerCase() === to[i]?.toLowerCase());
}

const isDrive = (segment: string | undefined): boolean => segment !== undefined && /^[a-z]:$/i.test(segment);
