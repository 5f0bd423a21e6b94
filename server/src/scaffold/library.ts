import { isRefusal } from '../core/host.ts';
import type { Files } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { filesBelow, join, readText } from './files.ts';
import { isRefused, refuse } from './outcome.ts';
import type { Outcome, Reason } from './outcome.ts';
import { loadParts } from './parts.ts';
import type { Part } from './parts.ts';
import { readTemplate } from './readTemplate.ts';
import type { LoadedTemplate } from './render.ts';
import type { Template } from './template.ts';

/** The templates below a folder (a URI), sorted by id, and why some could not be read. */
export interface Library {
  readonly templates: readonly Template[];
  readonly reasons: readonly Reason[];
}

/** Reads the questions of every template below `root`, in the reader's language; their files are read by `loadTemplate`. */
export async function listTemplates(files: Files, root: string, locale: string): Promise<Library> {
  const names = await files.list(root);
  if (isRefusal(names)) return { templates: [], ...refuse(root, say`The templates cannot be read: ${name(names.refused)}`) };
  const ids = names.filter(entry => entry.endsWith('/') && !entry.startsWith('.')).map(entry => entry.slice(0, -1)).sort();
  const read = await Promise.all(ids.map(id => describe(files, root, id, locale)));
  return {
    templates: read.flatMap(outcome => (isRefused(outcome) ? [] : [outcome.value.template])),
    reasons: read.flatMap(outcome => outcome.reasons ?? []),
  };
}

/** One template with the texts of all its files; a file of its own stands in for one of a part. */
export async function loadTemplate(files: Files, root: string, id: string, locale: string): Promise<Outcome<LoadedTemplate>> {
  const described = await describe(files, root, id, locale);
  if (isRefused(described)) return described;
  const { template, parts } = described.value;
  const texts = new Map<string, string>();
  for (const folder of [...parts.map(part => part.folder), join(root, id)]) {
    const read = await textsBelow(files, id, join(folder, 'files'));
    if (isRefused(read)) return read;
    for (const [path, text] of read.value) texts.set(path, text);
  }
  return { value: { template, files: texts } };
}

async function textsBelow(files: Files, id: string, folder: string): Promise<Outcome<ReadonlyMap<string, string>>> {
  const paths = await filesBelow(files, folder);
  if (isRefusal(paths) && paths.refused === 'missing') return { value: new Map() };
  if (isRefusal(paths)) return refuse(id, say`The files of the template cannot be read: ${name(paths.refused)}`);
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = await readText(files, join(folder, path));
    if (typeof text !== 'string') return refuse(`${id}/${path}`, say`The file cannot be read: ${name(text.refused)}`);
    texts.set(path, text);
  }
  return { value: texts };
}

interface Described {
  readonly template: Template;
  readonly parts: readonly Part[];
}

async function describe(files: Files, root: string, id: string, locale: string): Promise<Outcome<Described>> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return refuse(id, say`${name(id)} is no slug: letters, digits and hyphens`);
  const folder = join(root, id);
  const json = await readText(files, join(folder, 'template.json'));
  if (typeof json !== 'string') return refuse(id, say`The template cannot be read: ${name(json.refused)}`);
  const parts = await loadParts(files, root, id, json);
  if (isRefused(parts)) return parts;
  const texts = Object.assign({}, ...await Promise.all([...parts.value.map(part => part.folder), folder].map(each => translations(files, each, locale))));
  const template = readTemplate(id, json, english => texts[english] ?? english, parts.value);
  if (isRefused(template)) return { reasons: template.reasons.map(reason => ({ ...reason, where: `${id}: ${reason.where}` })) };
  return { value: { template: template.value, parts: parts.value } };
}

/** `<locale>.json` beside the template; a missing file or text leaves the English one. */
async function translations(files: Files, folder: string, locale: string): Promise<Readonly<Record<string, string>>> {
  if (locale === 'en' || !/^[a-z-]+$/i.test(locale)) return {};
  const text = await readText(files, join(folder, `${locale.toLowerCase()}.json`));
  if (typeof text !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}
