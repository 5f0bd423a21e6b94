import type { Complaint } from '../core/standard.ts';
import { isRefusal } from '../core/host.ts';
import type { Files } from '../core/host.ts';
import { name, say, type Message } from '../core/message.ts';
import type { NodePath, TextRange } from '../core/place.ts';
import type { Json } from '../core/problem.ts';
import { readDocument, type TextDocument } from '../metadata/document/document.ts';
import { isJsonList, isJsonObject } from '../util/json.ts';
import { readText } from '../util/readFile.ts';
import { fileNameOf, folderOf, resolveFrom } from '../util/uri.ts';
import { mostSimilar } from '../util/similar.ts';
import { wildcard } from '../util/wildcard.ts';
import { type BaselineFile, readBaseline } from './baseline.ts';
import { complaintsOf } from './complaints.ts';
import { globs } from './globs.ts';
import { type Layer, readLayer, textsOf } from './layer.ts';
import { PRESETS, type Preset, type RuleFacts, type Schema, configurationSchema } from './schema.ts';
import type { WordList } from '../util/text/wordLists.ts';
import { loadWords } from './words.ts';
import type { Suppression } from './suppressions.ts';

/** A configuration document with all it extends, read as far as it can be. */
export interface LoadedConfiguration {
  readonly uri: string;
  /** In the order in which later ones win. */
  readonly layers: readonly Layer[];
  readonly suppressions: readonly Suppression[];
  readonly exclude: readonly string[];
  /** Folders of images that are datasets: URIs with `/` at their ends. */
  readonly images: readonly string[];
  /** Corpora of plain text: paths and globs, seen from the folder of this document. */
  readonly text: readonly string[];
  /** Files with texts for evaluation: globs, seen from the folder of this document. */
  readonly evaluation: readonly string[];
  readonly words: readonly WordList[];
  readonly baseline: LoadedBaseline | undefined;
  /** What is wrong with this document itself, not with those it extends. */
  readonly complaints: readonly Complaint[];
  locate(path: NodePath, part: 'key' | 'value'): TextRange;
  /** Every file it was read from, whether it is there or not. */
  readonly sources: readonly string[];
}

export interface LoadedBaseline {
  readonly uri: string;
  readonly files: BaselineFile;
}

const LARGEST = 4 * 1024 * 1024;
const LARGEST_BASELINE = 64 * 1024 * 1024;
/** Documents that may extend one another. */
const DEEPEST = 8;

/** Reads the configuration at a URI; `undefined` where it cannot be read. */
export async function loadConfiguration(files: Files, uri: string, rules: readonly RuleFacts[], above: readonly string[] = []): Promise<LoadedConfiguration | undefined> {
  const text = await readText(files, uri, LARGEST);
  if (typeof text !== 'string') return undefined;
  const document = readDocument(text, fileNameOf(uri));
  const json = isJsonObject(document.value) ? document.value : {};
  const bases = await loadBases(files, json['extends'], uri, rules, above);
  const baseline = await loadBaseline(files, json['baseline'], uri);
  const words = await loadWords(files, json['words'], uri);
  const inherited = bases.flatMap(({ base }) => base ?? []);
  return {
    uri,
    layers: [...bases.flatMap(({ layers }) => layers), ...layersOf(json, uri, document)],
    suppressions: [...inherited.flatMap(base => base.suppressions), ...readSuppressions(json['suppressions'], uri)],
    exclude: textsOf(json['exclude']) ?? [],
    images: (textsOf(json['images']) ?? []).flatMap(path => resolveFrom(folderOf(uri), path) ?? []).map(folder => `${folder.replace(/\/$/, '')}/`),
    text: textsOf(json['text']) ?? [],
    evaluation: textsOf(json['evaluation']) ?? [],
    words: words.lists,
    baseline: 'files' in baseline ? { uri: baseline.uri, files: baseline.files } : inherited.flatMap(base => base.baseline ?? []).at(-1),
    complaints: [
      ...ownComplaints(document, configurationSchema(rules)), ...unknownRules(json['suppressions'], rules),
      ...bases.flatMap(({ complaint }) => complaint ?? []), ...words.complaints, ...('complaint' in baseline ? [baseline.complaint] : []),
    ],
    locate: (path, part) => document.locate(path, part),
    sources: [uri, ...bases.flatMap(({ uri: from, base }) => base?.sources ?? from), ...('uri' in baseline ? [baseline.uri] : []), ...words.sources],
  };
}

function ownComplaints({ problems, value }: TextDocument, schema: Schema): readonly Complaint[] {
  const syntax = problems.map(({ range, message }): Complaint => ({ kind: 'syntax', path: [], part: 'value', range, message }));
  // A document of comments alone says nothing, which is well.
  return value === undefined || value === null ? syntax : [...syntax, ...complaintsOf(value, schema)];
}

/** Suppressions of rules that do not exist, or no longer by this name. */
function unknownRules(json: Json | undefined, rules: readonly RuleFacts[]): readonly Complaint[] {
  const known = new Set(rules.flatMap(({ id, formerly }) => [id, ...formerly]));
  return (isJsonList(json) ? json : []).flatMap((item, i): readonly Complaint[] => {
    const rule = isJsonObject(item) ? item['rule'] : undefined;
    if (typeof rule !== 'string' || known.has(rule)) return [];
    const meant = mostSimilar(rule, known);
    const message = meant === undefined ? say`There is no rule called ${name(rule)}` : say`There is no rule called ${name(rule)}; did you mean ${name(meant)}?`;
    return [{ kind: 'reference', path: ['suppressions', i, 'rule'], part: 'value', message }];
  });
}

function layersOf(json: { readonly [key: string]: Json }, uri: string, document: TextDocument): readonly Layer[] {
  const at = (path: NodePath) => ({ kind: 'document' as const, uri, path, line: (below: NodePath) => document.locate([...path, ...below], 'key').start.line });
  const { overrides } = json;
  const own = isJsonList(overrides) ? overrides : [];
  return [readLayer(json, at([])), ...own.flatMap((override, i) => {
    const files = isJsonObject(override) ? textsOf(override['files']) : undefined;
    return files && files.length > 0 ? [{ ...readLayer(override, at(['overrides', i])), matchesFile: globs(folderOf(uri), files) }] : [];
  })];
}

interface Base {
  readonly layers: readonly Layer[];
  readonly uri: readonly string[];
  readonly base?: LoadedConfiguration;
  readonly complaint?: Complaint;
}

async function loadBases(files: Files, json: Json | undefined, uri: string, rules: readonly RuleFacts[], above: readonly string[]): Promise<readonly Base[]> {
  const names = textsOf(json) ?? [];
  const bases: Base[] = [];
  for (const [i, one] of names.entries()) {
    const path: NodePath = typeof json === 'string' ? ['extends'] : ['extends', i];
    bases.push(isPreset(one) ? { layers: [presetLayer(one, rules)], uri: [] } : await loadBase(files, one, path, uri, rules, above));
  }
  return bases;
}

const isPreset = (text: string): text is Preset => Object.hasOwn(PRESETS, text);

function presetLayer(preset: Preset, rules: readonly RuleFacts[]): Layer {
  const all = Object.fromEntries(rules.map(({ id }) => [id, 'on']));
  return readLayer({ rules: preset === 'lintel:all' ? all : {}, privacy: preset === 'lintel:ci' ? { quoteValues: 'never' } : {} }, { kind: 'preset', preset });
}

async function loadBase(files: Files, written: string, path: NodePath, uri: string, rules: readonly RuleFacts[], above: readonly string[]): Promise<Base> {
  const refuse = (message: Message, from: readonly string[]): Base => ({ layers: [], uri: from, complaint: { kind: 'reference', path, part: 'value', message } });
  if (written.startsWith('lintel:')) return refuse(say`There is no preset called ${name(written)}; there are ${name(Object.keys(PRESETS).join(', '))}`, []);
  const target = resolveFrom(folderOf(uri), written);
  if (target === undefined) return refuse(say`${name(written)} is no path from here: it has to be relative, with “/”`, []);
  if ([...above, uri].includes(target) || above.length >= DEEPEST) return refuse(say`${name(written)} extends this file in turn`, [target]);
  const base = await loadConfiguration(files, target, rules, [...above, uri]);
  return base ? { layers: base.layers, uri: [target], base } : refuse(say`${name(written)} cannot be read from here`, [target]);
}

async function loadBaseline(files: Files, json: Json | undefined, uri: string): Promise<LoadedBaseline | { readonly complaint: Complaint; readonly uri: string } | object> {
  if (typeof json !== 'string' || json === '') return {};
  const target = resolveFrom(folderOf(uri), json);
  const refuse = (message: Message): { readonly complaint: Complaint; readonly uri: string } => (
    { complaint: { kind: 'reference', path: ['baseline'], part: 'value', message }, uri: target ?? uri });
  if (target === undefined) return refuse(say`${name(json)} is no path from here: it has to be relative, with “/”`);
  const text = await readText(files, target, LARGEST_BASELINE);
  if (isRefusal(typeof text === 'string' ? undefined : text)) return refuse(say`There is no baseline ${name(json)} yet; ${name('lintel baseline')} writes it`);
  const read = typeof text === 'string' ? readBaseline(text) : undefined;
  return read ? { uri: target, files: read } : refuse(say`${name(json)} is not a baseline as Lintel writes them`);
}

function readSuppressions(json: Json | undefined, uri: string): readonly Suppression[] {
  if (!isJsonList(json)) return [];
  return json.flatMap((item, i) => {
    if (!isJsonObject(item) || typeof item['rule'] !== 'string' || typeof item['reason'] !== 'string') return [];
    const { until, rule, reason } = item;
    const files = textsOf(item['files']) ?? [];
    return [{
      uri, path: ['suppressions', i], rule, reason, files,
      matchesFile: files.length === 0 ? () => true : globs(folderOf(uri), files),
      columns: (textsOf(item['columns']) ?? []).map(wildcard),
      until: typeof until === 'string' ? until : undefined,
    }];
  });
}
