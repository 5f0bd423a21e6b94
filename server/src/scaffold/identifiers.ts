/**
 * One valid and distinct JavaScript identifier a name, in camel case; letters of every script are kept. `Beak Length (mm)` gives
 * `beakLengthMm`, `收入（元）` gives `收入元`, `1962` gives `_1962`, `class` gives `class_`, a second `a b` gives `aB2`.
 */
export function identifiers(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const base = identifier(name);
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}${/\d$/.test(base) ? '_' : ''}${n}`;
    taken.add(id);
    return id;
  });
}

/** The identifier of one name; different names may share it. */
export function identifier(name: string): string {
  const words = name.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const camel = words.map((word, i) => (i === 0 ? lowerFirst(word) : upperFirst(word))).join('').replace(/[^\p{ID_Continue}]/gu, '');
  if (camel === '') return 'column';
  if (!/^\p{ID_Start}/u.test(camel)) return `_${camel}`;
  return RESERVED.has(camel) ? `${camel}_` : camel;
}

/** A name that npm accepts: lower-case ASCII words joined by hyphens; `fallback` where nothing is left of it. */
export function packageName(name: string, fallback: string): string {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const joined = words.join('-').slice(0, 100).replace(/-$/, '');
  return joined === '' || NOT_FOR_NPM.has(joined) ? fallback : joined;
}

/** Names Windows keeps for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The name of a folder for a project: without what some file system does not take. */
export function folderName(project: string): string {
  const name = project.trim().replace(/[\\/:*?"<>|%#\s\p{Cc}]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 80);
  return name === '' || DEVICES.test(name) ? `project-${name}`.replace(/-$/, '') : name;
}

function lowerFirst(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  const rest = word.length > 1 && word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1);
  return word.charAt(0).toUpperCase() + rest;
}

/** Names of modules that Node brings along, which npm refuses or which would hide them. */
const NOT_FOR_NPM = new Set(['node-modules', 'test', 'fs', 'path', 'http', 'util', 'stream', 'events', 'os', 'url', 'crypto']);

/** Reserved words of ECMAScript (strict mode), and names that mean something on every object. */
const RESERVED = new Set([
  'arguments', 'async', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do',
  'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally', 'for', 'function', 'if', 'implements', 'import', 'in',
  'instanceof', 'interface', 'let', 'new', 'null', 'package', 'private', 'protected', 'public', 'return', 'static', 'super',
  'switch', 'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var', 'void', 'while', 'with', 'yield', 'constructor',
  'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'NaN', 'Infinity',
]);
