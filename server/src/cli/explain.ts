import { name, say } from '../core/message.ts';
import { allRules, ruleOf } from '../engine/registry.ts';
import { mostSimilar } from '../util/similar.ts';
import { translate } from '../words/render.ts';
import { manualIn } from '../words/manualIn.ts';
import { readableManual } from '../report/manual.ts';
import { complain, print } from './output.ts';

/** Prints the manual of a rule. */
export async function explain(id: string, locale: string): Promise<number> {
  const rule = ruleOf(id);
  const manual = rule && manualIn(rule.id, locale);
  if (!rule || manual === undefined) {
    const meant = mostSimilar(id, allRules.map(one => one.id));
    return complain([meant === undefined ? say`there is no rule ${name(id)}` : say`there is no rule ${name(id)}; did you mean ${name(meant)}?`], locale);
  }
  return print(readableManual(manual, translate(rule.summary, locale), locale));
}

/** Prints all rules, a line each. */
export async function listRules(locale: string): Promise<number> {
  const width = Math.max(...allRules.map(({ id }) => id.length));
  return print(allRules.map(({ id, severity, enabled, summary }) => (
    `${id.padEnd(width)}  ${translate(enabled ? severity : 'off', locale).padEnd(11)}  ${translate(summary, locale)}`)).join('\n'));
}
