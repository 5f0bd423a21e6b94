/**
 * The path of a link as seen from the document, or a URL where it leads to the network. `@base` counts; where that is itself a URL it stands for the folder
 * of the document, so that what was published can be checked where it was made.
 */
export function resolveLink(link: string, base: string | undefined): string {
  const published = base !== undefined && isUrl(base) ? base.slice(0, base.lastIndexOf('/') + 1) : undefined;
  if (published !== undefined && normalUrl(link).startsWith(normalUrl(published))) return local(normalUrl(link).slice(normalUrl(published).length));
  if (isUrl(link) || /^[a-z][a-z0-9+.-]+:/i.test(link)) return link;
  if (link.startsWith('/') || link.startsWith('\\')) return link;
  return local(climb(published === undefined && base !== undefined ? base.slice(0, base.lastIndexOf('/') + 1) + link : link));
}

const isUrl = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(text);

/** One spelling of an address: default ports, dots and the case of hosts make no difference (RFC 3986, section 6). */
function normalUrl(text: string): string {
  try {
    return isUrl(text) ? new URL(text).href : text;
  } catch {
    return text;
  }
}

/** `a/../b.csv` is `b.csv`; what climbs out of the folder keeps its dots. */
function climb(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** A path of files: without what follows `?` or `#`, and with escapes read. */
function local(path: string): string {
  const plain = path.replace(/[?#].*$/s, '').replace(/^\.\//, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
