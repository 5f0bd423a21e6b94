import { resolve } from 'node:path';
import type { Finding } from '../core/finding.ts';
import type { Message } from '../core/message.ts';
import type { DataCheckSetup, Snapshot } from '../engine/dataCheck.ts';
import { masksOf } from '../engine/mask.ts';
import { allRules } from '../engine/registry.ts';
import { limitFindings, reaches } from '../report/report.ts';
import type { Excerpt, Report } from '../report/report.ts';
import { writerOf } from '../report/writers.ts';
import type { CheckInvocation } from './arguments.ts';
import { changedFiles } from './changed.ts';
import { runCheck } from './check.ts';
import { excerptsOf } from './excerpts.ts';
import { mend } from './fix.ts';
import { complain, log, tell, write } from './output.ts';
import { planOf } from './plan.ts';
import { Progress } from './progress.ts';
import { readStdin, withBytes } from './stdin.ts';
import { type Surroundings, createSurroundings, uriOf } from './surroundings.ts';

/** `lintel check`: exit code 0 without findings at or above the threshold, 1 with them, 2 where something could not be checked. */
export async function check(invocation: CheckInvocation & { readonly locale: string }, version: string): Promise<number> {
  const { locale, fix } = invocation;
  const surroundings = await surroundingsFor(invocation);
  if ('length' in surroundings) return complain(surroundings, locale);
  const only = invocation.changed === undefined ? undefined : await changedFiles(invocation.changed);
  if (only && 'template' in only) return complain([only], locale);
  const mended = fix ? await mend(invocation, fix, only, surroundings) : { done: [], failures: [] };
  mended.done.forEach(message => tell(message, locale));
  if (fix?.dryRun) return mended.failures.length > 0 ? complain(mended.failures, locale) : 0;
  const code = await checkAndWrite(invocation, version, only, surroundings);
  return mended.failures.length > 0 ? complain(mended.failures, locale) : code;
}

async function surroundingsFor(invocation: CheckInvocation): Promise<Surroundings | readonly Message[]> {
  const { stdin, fix } = invocation;
  if (stdin === undefined) return createSurroundings(invocation, log, { writes: fix !== undefined && !fix.dryRun });
  const surroundings = createSurroundings({ ...invocation, paths: [stdin] }, log, { overlay: withBytes, bytes: await readStdin(), at: uriOf(resolve(stdin)) });
  return surroundings;
}

async function checkAndWrite(invocation: CheckInvocation, version: string, only: ReadonlySet<string> | undefined, surroundings: Surroundings): Promise<number> {
  const { locale, format, failOn, exclude, heavy, maxFindings } = invocation;
  const terminal = format === 'text' && isTerminal(invocation.color);
  const progress = new Progress(process.stderr);
  const excerpts = new Map<Finding, Excerpt>();
  const snapshots: Snapshot[] = [];
  const { files, failures } = await runCheck({
    exclude, heavy, only, begin: path => progress.begin(path),
    ...(terminal && { afterwards: excerptsInto(excerpts, surroundings) }),
    each: snapshot => {
      if (invocation.explainPlan) snapshots.push(snapshot);
      return terminal ? { excerpts } : {};
    },
  }, surroundings);
  progress.end();
  for (const snapshot of snapshots) process.stderr.write(`${(await planOf(snapshot, surroundings, locale)).join('\n')}\n`);
  const report: Report = { locale, version, files, terminal };
  const writeReport = await writerOf(format, allRules);
  if (files.length > 0 || only) await write(writeReport(limitFindings(report, maxFindings)));
  if (failures.length > 0) return complain(failures, locale);
  return failOn !== 'never' && reaches(report, failOn) ? 1 : 0;
}

function excerptsInto(excerpts: Map<Finding, Excerpt>, { configurations }: Surroundings): NonNullable<DataCheckSetup['afterwards']> {
  return async (checked, context, uri) => {
    const { configuration } = await configurations.for(uri);
    for (const [finding, excerpt] of await excerptsOf(checked, masksOf(checked.table, configuration.quoteValues), context)) excerpts.set(finding, excerpt);
  };
}

function isTerminal(color: CheckInvocation['color']): boolean {
  if (color !== 'auto') return color === 'always';
  return process.stdout.isTTY && !process.env['NO_COLOR'];
}
