import { isJsonObject } from '../util/json.ts';
import type { Json } from '../core/problem.ts';
import { type Configuration, DEFAULT_CONFIGURATION, readRules } from './configuration.ts';

/** The settings the workspace acts on, one set for every folder. */
export interface WorkspaceSettings {
  readonly run: 'open' | 'workspace' | 'off';
  readonly enable: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Threads that may scan one file; 0 follows the machine. */
  readonly maxWorkers: number;
  /** What colours the columns of a document: what they hold, their order, or nothing. */
  readonly colouring: Colouring;
  /** Whether the type of each column is written behind its name. */
  readonly typeHints: boolean;
  readonly configuration: Configuration;
}

const COLOURINGS = ['type', 'rainbow', 'off'] as const;
export type Colouring = (typeof COLOURINGS)[number];

export const DEFAULT_SETTINGS: WorkspaceSettings = {
  run: 'open', enable: true, include: [], exclude: [], maxWorkers: 0, colouring: 'type', typeHints: false, configuration: DEFAULT_CONFIGURATION,
};

/** Reads the section `lintel` of a client's configuration. What is ill-typed counts as left out and is named in `ignored`. */
export function readSettings(json: Json | undefined): { readonly settings: WorkspaceSettings; readonly ignored: readonly string[] } {
  if (!isJsonObject(json)) return { settings: DEFAULT_SETTINGS, ignored: [] };
  const { run, enable, include, exclude, maxWorkers, colouring, typeHints, rules } = json;
  const read = readRules(rules);
  const wrong = [
    ...(run === undefined || isRun(run) ? [] : ['run']),
    ...(enable === undefined || typeof enable === 'boolean' ? [] : ['enable']),
    ...(include === undefined || globs(include) ? [] : ['include']),
    ...(exclude === undefined || globs(exclude) ? [] : ['exclude']),
    ...(maxWorkers === undefined || isCount(maxWorkers) ? [] : ['maxWorkers']),
    ...(colouring === undefined || colouringOf(colouring) ? [] : ['colouring']),
    ...(typeHints === undefined || typeof typeHints === 'boolean' ? [] : ['typeHints']),
    ...read.ignored.map(id => `rules.${id}`),
  ];
  const settings: WorkspaceSettings = {
    run: isRun(run) ? run : DEFAULT_SETTINGS.run,
    enable: typeof enable === 'boolean' ? enable : DEFAULT_SETTINGS.enable,
    include: globs(include) ?? DEFAULT_SETTINGS.include,
    exclude: globs(exclude) ?? DEFAULT_SETTINGS.exclude,
    maxWorkers: isCount(maxWorkers) ? maxWorkers : DEFAULT_SETTINGS.maxWorkers,
    colouring: colouringOf(colouring) ?? DEFAULT_SETTINGS.colouring,
    typeHints: typeof typeHints === 'boolean' ? typeHints : DEFAULT_SETTINGS.typeHints,
    configuration: read.configuration,
  };
  return { settings, ignored: wrong };
}

const colouringOf = (value: Json | undefined): Colouring | undefined => COLOURINGS.find(each => each === value);

const isRun = (value: Json | undefined): value is WorkspaceSettings['run'] => value === 'open' || value === 'workspace' || value === 'off';

const isCount = (value: Json | undefined): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** A list of globs, also in the form `{ "glob": true }` that VS Code's own exclude settings have. */
function globs(value: Json | undefined): readonly string[] | undefined {
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value;
  if (isJsonObject(value)) return Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []));
  return undefined;
}
