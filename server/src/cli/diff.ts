import { resolve } from 'node:path';
import { isRefusal } from '../core/host.ts';
import { allRules } from '../engine/registry.ts';
import { fileNameOf } from '../util/uri.ts';
import { reaches } from '../report/report.ts';
import type { Report } from '../report/report.ts';
import { writerOf } from '../report/writers.ts';
import { isJsonObject } from '../util/json.ts';
import type { DiffInvocation } from './arguments.ts';
import { checkSnapshot } from './check.ts';
import { complain, log, write } from './output.ts';
import { failureOf, unreadable } from './refusals.ts';
import { createSurroundings, uriOf } from './surroundings.ts';

/** Rules about two tables that say nothing of two versions of one: a newer version holds the rows of the older one. */
const MEANT_FOR_SPLITS = ['split-overlap', 'near-overlap', 'group-leakage', 'temporal-leakage', 'small-split'];

/** `lintel diff`: what is different in the newer version of a dataset, by the rules that compare tables. */
export async function diff(invocation: DiffInvocation & { readonly locale: string }, version: string): Promise<number> {
  const { locale, paths, format, failOn } = invocation;
  const [older, newer] = paths.map(path => uriOf(resolve(path)));
  const off = Object.fromEntries(MEANT_FOR_SPLITS.filter(id => allRules.some(rule => rule.id === id)).map(id => [id, 'off']));
  const rules = isJsonObject(invocation.rules) ? { ...off, ...invocation.rules } : off;
  const surroundings = createSurroundings({ ...invocation, rules }, log, {
    planFor: uri => (uri === newer && older !== undefined ? [{ name: fileNameOf(older), uris: [older], relation: 'evaluation', role: 'validation', known: 'description' }] : []),
  });
  if ('length' in surroundings) return complain(surroundings, locale);
  for (const { uri, path } of surroundings.named) {
    const facts = await surroundings.host.files.stat(uri);
    if (isRefusal(facts) || facts.kind !== 'file') return complain([unreadable(path, isRefusal(facts) ? facts : { refused: 'not-a-file' })], locale);
  }
  if (newer === undefined) return complain([], locale);
  const snapshot = await checkSnapshot(newer, { heavy: invocation.heavy }, surroundings);
  if (!snapshot || 'refused' in snapshot) return complain([failureOf(surroundings.show(newer), snapshot ?? { refused: 'unreadable' })], locale);
  const comparing = new Set(allRules.filter(({ scope }) => scope === 'split').map(({ id }) => id));
  const { checked: { findings, notices }, masks } = snapshot;
  const file = { uri: newer, path: surroundings.show(newer), findings: findings.filter(({ rule }) => comparing.has(rule)), notices, masks };
  const report: Report = { locale, version, files: [file] };
  const writeReport = await writerOf(format, allRules);
  await write(writeReport(report));
  return failOn !== 'never' && reaches(report, failOn) ? 1 : 0;
}
