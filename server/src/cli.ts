import { join } from 'node:path';
import { version as VERSION } from '../../package.json';
import { readArguments } from './cli/arguments.ts';
import { baseline } from './cli/baseline.ts';
import { bench } from './cli/bench.ts';
import { convert } from './cli/convert.ts';
import { deidentify } from './cli/deidentify.ts';
import { describe, seal } from './cli/describing.ts';
import { explainConfiguration } from './cli/config.ts';
import { epsilon } from './cli/epsilon.ts';
import { explain, listRules } from './cli/explain.ts';
import { diff } from './cli/diff.ts';
import { HELP } from './cli/help.ts';
import { measure } from './cli/measure.ts';
import { init } from './cli/init.ts';
import { privacyReport } from './cli/privacyReport.ts';
import { scan } from './cli/privacyScan.ts';
import { review } from './cli/review.ts';
import { profile } from './cli/profile.ts';
import { report } from './cli/report.ts';
import { check } from './cli/runCheck.ts';
import { newProject, updateProject } from './cli/scaffolding.ts';
import { COULD_NOT_RUN, OutputError, complain, log, print } from './cli/output.ts';
import { name, say } from './core/message.ts';
import { renderMessage } from './words/render.ts';

/** Runs one command line; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const invocation = readArguments(args, process.env);
  const { locale } = invocation;
  switch (invocation.command) {
    case 'check': return check(invocation, VERSION);
    case 'baseline': return baseline(invocation);
    case 'bench': return bench(invocation);
    case 'new': return newProject(invocation);
    case 'update': return updateProject(invocation);
    case 'config': return explainConfiguration(invocation);
    case 'init': return init(invocation);
    case 'describe': return describe(invocation);
    case 'seal': return seal(invocation);
    case 'convert': return convert(invocation);
    case 'explain': return explain(invocation.rule, locale);
    case 'rules': return listRules(locale);
    case 'server': return serve();
    case 'version': return print(VERSION);
    case 'help': return print(HELP.map(line => renderMessage(line, invocation)).join('\n'));
    case 'wrong': return complain([invocation.reason, say`${name('lintel help')} lists the commands`], locale);
    case 'profile': return profile(invocation);
    case 'report': return report(invocation, VERSION);
    case 'diff': return diff(invocation, VERSION);
    case 'measure': return measure(invocation);
    case 'privacy-scan': return scan(invocation);
    case 'privacy-review': return review(invocation);
    case 'deidentify': return deidentify(invocation, VERSION);
    case 'privacy-epsilon': return epsilon(invocation);
    case 'privacy-report': return privacyReport(invocation, VERSION);
  }
}

/** The server is a bundle of its own beside this one; it goes on after `main` has returned. */
function serve(): number {
  require(join(__dirname, 'server.js'));
  return 0;
}

void main(process.argv.slice(2)).then(code => {
  process.exitCode = code;
}, (cause: unknown) => {
  if (cause instanceof OutputError) {
    process.exitCode = complain([say`the report cannot be written: ${name(cause.message)}`], readArguments(process.argv.slice(2), process.env).locale);
    return;
  }
  log.error('lintel failed', cause instanceof Error ? cause : undefined);
  process.exitCode = COULD_NOT_RUN;
});
