import { name, say } from '../core/message.ts';
import { allDetectors, allRules, explained } from '../engine/registry.ts';
import { mostSimilar } from '../util/similar.ts';
import { translate } from '../words/render.ts';
import { loadManuals } from '../words/manualIn.ts';
import { readableManual } from '../report/manual.ts';
import { complain, print } from './output.ts';

/** Prints the manual of a rule or a detector. */
export async function explain(id: string, locale: string): Promise<number> {
  const plugin = explained(id);
  const manual = plugin && (await loadManuals())(plugin.id, locale);
  if (!plugin || manual === undefined) {
    const meant = mostSimilar(id, [...allRules, ...allDetectors].map(one => one.id));
    return complain([meant === undefined ? say`there is no rule ${name(id)}` : say`there is no rule ${name(id)}; did you mean ${name(meant)}?`], locale);
  }
  return print(readableManual(manual, translate(plugin.title, locale), locale));
}

/** Prints all rules, a line each. */
export async function listRules(locale: string): Promise<number> {
  const width = Math.max(...allRules.map(({ id }) => id.length));
  return print(allRules.map(({ id, severity, enabled, summary }) => (
    `${id.padEnd(width)}  ${translate(enabled ? severity : 'off', locale).padEnd(11)}  ${translate(summary, locale)}`)).join('\n'));
}
