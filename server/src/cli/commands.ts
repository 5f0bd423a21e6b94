import type { Invocation } from './arguments.ts';
import { baseline } from './baseline.ts';
import { bench } from './bench.ts';
import { explainConfiguration } from './config.ts';
import { convert } from './convert.ts';
import { deidentify } from './deidentify.ts';
import { describe, seal } from './describing.ts';
import { diff } from './diff.ts';
import { epsilon } from './epsilon.ts';
import { explain, listRules } from './explain.ts';
import { init } from './init.ts';
import { measure } from './measure.ts';
import { privacyReport } from './privacyReport.ts';
import { scan } from './privacyScan.ts';
import { profile } from './profile.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { check } from './runCheck.ts';
import { newProject, updateProject } from './scaffolding.ts';

/** What needs the engine; how a command is asked for is told without it. */
export type Command = Exclude<Invocation, { readonly command: 'server' | 'mcp' | 'version' | 'help' | 'wrong' }>;

/** Runs one command; returns the exit code. */
export function run(invocation: Command, version: string): Promise<number> {
  switch (invocation.command) {
    case 'check': return check(invocation, version);
    case 'baseline': return baseline(invocation);
    case 'bench': return bench(invocation);
    case 'new': return newProject(invocation);
    case 'update': return updateProject(invocation);
    case 'config': return explainConfiguration(invocation);
    case 'init': return init(invocation);
    case 'describe': return describe(invocation);
    case 'seal': return seal(invocation);
    case 'convert': return convert(invocation);
    case 'explain': return explain(invocation.rule, invocation.locale);
    case 'rules': return listRules(invocation.locale);
    case 'profile': return profile(invocation);
    case 'report': return report(invocation, version);
    case 'diff': return diff(invocation, version);
    case 'measure': return measure(invocation);
    case 'privacy-scan': return scan(invocation);
    case 'privacy-review': return review(invocation);
    case 'deidentify': return deidentify(invocation, version);
    case 'privacy-epsilon': return epsilon(invocation);
    case 'privacy-report': return privacyReport(invocation, version);
  }
}
