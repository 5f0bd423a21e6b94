import type { DocumentNode } from './tree.ts';

/** A value in quotes without escapes, or a plain one; `undefined` where it is neither, or not sure to be. */
export function simpleScalar(text: string, at: number, end: number): DocumentNode | undefined {
  const line = text.slice(at, end);
  const quoted = /^"([^"\\]*)" *$|^'([^']*)' *$/.exec(line);
  if (quoted) return { start: at, end: at + line.trimEnd().length, kind: 'scalar', value: quoted[1] ?? quoted[2] ?? '' };
  if (!/^(?:[\p{L}\d_.(/+$]|-[^ ])/u.test(line)) return undefined;
  const comment = line.indexOf(' #');
  const plain = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
  if (plain.includes(': ') || plain.endsWith(':')) return undefined;
  const value = plainValue(plain);
  return value === undefined ? undefined : { start: at, end: at + plain.length, kind: 'scalar', value };
}

/** The core schema of YAML 1.2; `undefined` for its rarer numbers. */
function plainValue(text: string): string | number | boolean | null | undefined {
  if (/^[-+.\d]/.test(text)) {
    if (/^[-+]?\d+$/.test(text)) return parseInt(text, 10);
    if (/^[-+]?(?:\.\d+|\d+\.\d*)(?:[eE][-+]?\d+)?$|^[-+]?\d+[eE][-+]?\d+$/.test(text)) return parseFloat(text);
    return /^(?:[-+]?\.(?:inf|nan)|0[xo][\da-f]+)$/i.test(text) ? undefined : text;
  }
  if (/^(?:null|true|false)$/i.test(text)) return /^(?:null|Null|NULL)$/.test(text) ? null : /^(?:true|True|TRUE)$/.test(text) ? true : /^(?:false|False|FALSE)$/.test(text) ? false : text;
  return text;
}
