import { modeOf } from '../config/configuration.ts';
import { count, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Provenance } from '../core/reading.ts';
import type { Need, Rule } from '../core/rule.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { allRules } from '../engine/registry.ts';
import { chatLines } from '../report/chatLines.ts';
import { renderMessage } from '../words/render.ts';
import type { Surroundings } from './surroundings.ts';

/** What a check of a file read, how it was told to, and which rules it served. */
export async function planOf({ uri, format, bytes, found, checked: { reading, table, findings } }: Snapshot, surroundings: Surroundings, locale: string): Promise<readonly string[]> {
  const { configuration, loaded } = await surroundings.configurations.for(uri);
  const words = (message: Message): string => renderMessage(message, { locale });
  const on = allRules.filter(rule => modeOf(configuration, rule).enabled && (!rule.heavy || modeOf(configuration, rule).named));
  const needs = [...new Set(on.flatMap(rule => rule.needs.map(needName)))].sort();
  const asking = on.filter(rule => rule.asks);
  return [
    `${surroundings.show(uri)}: ${format.id}, ${words(say`${count(bytes, 'byte')}`)}`,
    ...(loaded ? [words(say`  configured by ${name(surroundings.show(loaded.uri))}`)] : []),
    ...(found ? [words(say`  described by ${name(surroundings.show(found.described.uri))}`)] : []),
    ...(reading ? [`  ${reading.encoding}, ${Object.entries(reading.provenance).map(([part, by]) => `${part}: ${words(BY[by])}`).join(', ')}`] : []),
    ...(table ? [words(say`  pass 1 summarises ${count(table.columns.length, 'column')} of ${count(table.records, 'row')} for ${count(on.length, 'rule')}`)] : []),
    ...chatLines(table?.chat).map(line => `  ${words(line)}`),
    ...needs.map(need => `    ${need}: ${idsOf(on.filter(rule => rule.needs.some(one => needName(one) === need)))}`),
    words(say`  pass 2 finds the cells of ${count(findings.length, 'finding')}`),
    ...(asking.length > 0 ? [`${words(say`  pass 3 judges what needs an exact count first`)}: ${idsOf(asking)}`] : []),
  ];
}

/** What decided about a part of the reading. */
const BY: Readonly<Record<Provenance, Message>> = { description: say`as described`, configuration: say`as configured`, detection: say`as detected` };

const idsOf = (rules: readonly Rule[]): string => rules.map(({ id }) => id).join(', ');
const needName = (need: Need): string => (typeof need === 'string' ? need : Object.entries(need).map(([key, value]) => `${key} ${String(value)}`).join());
