import { allRules } from '../engine/registry.ts';
import { reaches } from '../report/report.ts';
import type { Report } from '../report/report.ts';
import { writerOf } from '../report/writers.ts';
import type { CheckInvocation } from './arguments.ts';
import { runCheck } from './check.ts';
import { complain, log, write } from './output.ts';
import { createSurroundings } from './surroundings.ts';

/** `lintel check`: exit code 0 without findings at or above the threshold, 1 with them, 2 where something could not be checked. */
export async function check(invocation: CheckInvocation & { readonly locale: string }, version: string): Promise<number> {
  const { locale, format, failOn, exclude, heavy } = invocation;
  const surroundings = createSurroundings(invocation, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const { files, failures } = await runCheck({ exclude, heavy }, surroundings);
  const report: Report = { locale, version, files };
  if (files.length > 0) await write(writerOf(format, allRules)(report));
  if (failures.length > 0) return complain(failures, locale);
  return failOn !== 'never' && reaches(report, failOn) ? 1 : 0;
}
