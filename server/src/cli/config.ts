import { resolve } from 'node:path';
import type { Origin } from '../config/layer.ts';
import type { Effective, SourcedValue } from '../config/effective.ts';
import type { Json } from '../core/problem.ts';
import { count, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { renderMessage } from '../words/render.ts';
import { log, print, complain } from './output.ts';
import { type Surroundings, createSurroundings, uriOf } from './surroundings.ts';

/** Says what holds for a file and where each part of it comes from. */
export async function explainConfiguration({ path, format, locale }: { readonly path: string; readonly format: 'text' | 'json'; readonly locale: string }): Promise<number> {
  const surroundings = createSurroundings({ paths: [path], rules: {}, maxWorkers: 0 }, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const uri = uriOf(resolve(path));
  const effective = await surroundings.configurations.for(uri);
  const found = await surroundings.descriptions.find(uri, surroundings.host.files, surroundings.roots);
  const description = found && surroundings.show(found.described.uri);
  if (format === 'json') return print(JSON.stringify(jsonOf(effective, description, surroundings), null, 2));
  const words = (message: Message): string => renderMessage(message, { locale });
  return print(textOf(path, effective, description, surroundings, words).join('\n'));
}

function jsonOf({ configuration, loaded, sources }: Effective, description: string | undefined, surroundings: Surroundings): Json {
  return {
    configuration: loaded ? surroundings.show(loaded.uri) : null,
    description: description ?? null,
    values: sources.map(source => ({ key: source.key, value: source.value, from: whereOf(source, surroundings) })),
    suppressions: (configuration.suppressions ?? []).map(({ rule, reason, until = null }) => ({ rule, reason, until })),
    baseline: loaded?.baseline ? surroundings.show(loaded.baseline.uri) : null,
  };
}

function textOf(
  path: string, { configuration, loaded, sources }: Effective, description: string | undefined, surroundings: Surroundings, words: (message: Message) => string,
): readonly string[] {
  const { suppressions = [], baseline } = configuration;
  const width = Math.max(0, ...sources.map(({ key }) => key.length));
  return [
    words(loaded ? say`${name(path)} is governed by ${name(surroundings.show(loaded.uri))}` : say`No configuration governs ${name(path)}; every rule is as it is by itself`),
    ...(description === undefined ? [] : [words(say`${name(description)} describes it; where both say how it is read, the description wins`)]),
    ...sources.map(source => `  ${source.key.padEnd(width)}  ${JSON.stringify(source.value)}  ${whereOf(source, surroundings)}`),
    ...suppressions.map(({ rule, reason }) => words(say`  findings of ${name(rule)} are left out: ${name(reason)}`)),
    ...(baseline ? [words(say`  the baseline knows findings of ${count(Object.keys(baseline).length, 'rule')} in it`)] : []),
  ];
}

function whereOf({ origin, path }: SourcedValue, { show }: Surroundings): string {
  return origin.kind === 'document' ? `${show(origin.uri)}:${origin.line(path) + 1}` : nameOf(origin);
}

const nameOf = (origin: Exclude<Origin, { readonly kind: 'document' }>): string => (origin.kind === 'preset' ? origin.preset : '--rule');
