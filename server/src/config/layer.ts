import type { MlDescription } from '../core/description.ts';
import type { Declared } from '../core/format.ts';
import type { NodePath } from '../core/place.ts';
import type { Json } from '../core/problem.ts';
import { isJsonList, isJsonObject } from '../util/json.ts';
import { wildcard } from '../util/wildcard.ts';
import { type ColumnConfiguration, type QuoteValues, type Rules, readRules } from './configuration.ts';
import type { Preset } from './schema.ts';

/** What is said together, in one place: by a preset, at the top of a document, or in one of its overrides. */
export interface Layer {
  readonly origin: Origin;
  /** Whether it is about a file; all files where it is left out. */
  matchesFile?(uri: string): boolean;
  readonly rules: Rules;
  readonly columns: readonly ColumnConfiguration[];
  readonly read: Declared;
  readonly ml: Omit<MlDescription, 'node'>;
  readonly quoteValues: QuoteValues | undefined;
  readonly profiles?: readonly string[];
  readonly standard?: 'none';
}

/** Where something was said. */
export type Origin =
  | { readonly kind: 'preset'; readonly preset: Preset }
  /** `path`: of the block in its document; `line`: of a node below the block, from 0. */
  | { readonly kind: 'document'; readonly uri: string; readonly path: NodePath; line(path: NodePath): number }
  /** Settings of the editor, or the options of a command line. */
  | { readonly kind: 'settings' };

/** Reads a block of a document: the document itself or an override. What is ill-formed counts as not said; the check of the document reports it. */
export function readLayer(json: Json | undefined, origin: Origin): Layer {
  const block = isJsonObject(json) ? json : {};
  const privacy = block['privacy'];
  const { quoteValues, profiles } = isJsonObject(privacy) ? privacy : {};
  return {
    origin,
    rules: readRules(block['rules']).configuration.rules,
    columns: readColumns(block['columns']),
    read: readDeclared(block['read']),
    ml: readMl(block['ml']),
    quoteValues: quoteValues === 'never' || quoteValues === 'unless-personal' ? quoteValues : undefined,
    ...listed('profiles', profiles),
    ...(block['standard'] === 'none' && { standard: 'none' }),
  };
}

function readColumns(json: Json | undefined): readonly ColumnConfiguration[] {
  if (!isJsonObject(json)) return [];
  return Object.entries(json).map(([pattern, own]) => ({
    pattern, matches: wildcard(pattern), rules: readRules(isJsonObject(own) ? own['rules'] : undefined).configuration.rules,
  }));
}

function readDeclared(json: Json | undefined): Declared {
  if (!isJsonObject(json)) return {};
  const { delimiter, quote, escape, header, encoding, nullTokens, sheet } = json;
  const tokens = textsOf(nullTokens);
  return {
    ...(typeof delimiter === 'string' && delimiter !== '' && { delimiter }),
    ...(typeof quote === 'string' && { quote }),
    ...(typeof escape === 'string' && escape !== '' && { escape }),
    ...(typeof header === 'boolean' && { header }),
    ...((typeof sheet === 'number' || (typeof sheet === 'string' && sheet !== '')) && { sheet }),
    ...(typeof encoding === 'string' && encoding !== '' && { encoding }),
    ...(tokens && { nullTokens: tokens }),
  };
}

function readMl(json: Json | undefined): Omit<MlDescription, 'node'> {
  if (!isJsonObject(json)) return {};
  const { task, target, features, ignore, group, time } = json;
  return {
    ...((task === 'classification' || task === 'regression') && { task }),
    ...(typeof target === 'string' && { target }),
    ...listed('features', features), ...listed('ignore', ignore),
    ...(typeof group === 'string' && { group }),
    ...(typeof time === 'string' && { time }),
  };
}

function listed<K extends string>(key: K, json: Json | undefined): { readonly [P in K]?: readonly string[] };
function listed(key: string, json: Json | undefined): { readonly [key: string]: readonly string[] } {
  const texts = textsOf(json);
  return texts ? { [key]: texts } : {};
}

/** A text or a list of texts as a list; `undefined` for anything else. */
export function textsOf(json: Json | undefined): readonly string[] | undefined {
  if (typeof json === 'string') return [json];
  if (!isJsonList(json)) return undefined;
  const texts = json.flatMap(item => (typeof item === 'string' ? [item] : []));
  return texts.length === json.length ? texts : undefined;
}
