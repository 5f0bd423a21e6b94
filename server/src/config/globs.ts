import picomatch from 'picomatch';
import { pathBelow } from '../util/uri.ts';

/** Whether one of some globs means a file at or below a folder. A glob without a slash means files of this name wherever they are. */
export function globs(folder: string, patterns: readonly string[]): (uri: string) => boolean {
  const matches = picomatch(patterns.map(pattern => (pattern.includes('/') ? pattern.replace(/^\.\//, '') : `**/${pattern}`)), { dot: true });
  return uri => {
    const path = pathBelow(folder, uri);
    return path !== undefined && matches(path);
  };
}

/** True for a pattern that means exactly the file it spells. */
export const isLiteral = (pattern: string): boolean => pattern.includes('/') && picomatch.scan(pattern).isGlob === false;
