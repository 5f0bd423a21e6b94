import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { version as VERSION } from '../../package.json';
import { readArguments } from './cli/arguments.ts';
import type { CheckInvocation } from './cli/arguments.ts';
import { runCheck } from './cli/check.ts';
import { HELP } from './cli/help.ts';
import type { Log } from './core/host.ts';
import { name, say } from './core/message.ts';
import { createDescriptions } from './engine/descriptions.ts';
import { allRules, ruleOf } from './engine/registry.ts';
import { createNodeHost } from './host/node/host.ts';
import { createKernel } from './kernel/kernel.ts';
import { writeJson } from './report/json.ts';
import { reaches } from './report/report.ts';
import type { Report, Writer } from './report/report.ts';
import { sarifWriter } from './report/sarif.ts';
import { writeText } from './report/text.ts';
import { manuals } from './words/manuals.generated.ts';
import { renderMessage, translate } from './words/render.ts';

const COULD_NOT_RUN = 2;

/** Logs go to standard error, so that reports can be piped. */
const log: Log = {
  info: () => undefined,
  warn: text => void process.stderr.write(`${text}\n`),
  error: (text, cause) => void process.stderr.write(`${text}${cause?.stack ? `\n${cause.stack}` : ''}\n`),
};

/** Runs one command line; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const invocation = readArguments(args, process.env);
  switch (invocation.command) {
    case 'check': return check(invocation);
    case 'explain': return explain(invocation.rule, invocation.locale);
    case 'server': return serve();
    case 'version': return print(VERSION, 0);
    case 'help': return print(HELP.map(line => renderMessage(line, invocation)).join('\n'), 0);
    case 'wrong': return complain([renderMessage(invocation.reason, invocation), renderMessage(say`${name('lintel help')} lists the commands`, invocation)]);
  }
}

async function check(invocation: CheckInvocation): Promise<number> {
  const named = invocation.paths.map(path => ({ path, uri: pathToFileURL(resolve(path)).href }));
  const roots = [pathToFileURL(process.cwd()).href, ...named.map(({ uri }) => uri)];
  const host = createNodeHost(log, { roots: () => roots, consented: uri => named.some(one => one.uri === uri), mayWrite: () => false }, () => invocation.maxWorkers);
  const show = (uri: string): string => relative(process.cwd(), fileURLToPath(uri)).replaceAll('\\', '/') || uri;
  const kernel = createKernel();
  const run = await runCheck(invocation, named, { host, kernel: () => Promise.resolve(kernel), descriptions: createDescriptions(), roots, show });
  const report: Report = { locale: invocation.locale, version: VERSION, files: run.files };
  const writers: Readonly<Record<CheckInvocation['format'], Writer>> = { text: writeText, json: writeJson, sarif: sarifWriter(allRules) };
  if (run.files.length > 0) await write(process.stdout, writers[invocation.format](report));
  if (run.failures.length > 0) return complain(run.failures.map(failure => renderMessage(failure, invocation)));
  return invocation.failOn !== 'never' && reaches(report, invocation.failOn) ? 1 : 0;
}

/** The server is a bundle of its own beside this one; it goes on after `main` has returned. */
function serve(): number {
  require(join(__dirname, 'server.js'));
  return 0;
}

function explain(id: string, locale: string): number {
  const rule = ruleOf(id);
  const manual = rule && manuals[rule.id];
  if (!rule || manual === undefined) return complain([renderMessage(say`there is no rule ${name(id)}`, { locale })]);
  return print(`${translate(rule.summary, locale)}\n\n${manual}`, 0);
}

function print(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

function complain(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return COULD_NOT_RUN;
}

/** Waits until a pipe has taken everything: exiting earlier would cut the report. */
const write = (stream: NodeJS.WriteStream, text: string): Promise<void> => new Promise(done => stream.write(text, () => done()));

void main(process.argv.slice(2)).then(code => {
  process.exitCode = code;
}, (cause: unknown) => {
  log.error('lintel failed', cause instanceof Error ? cause : undefined);
  process.exitCode = COULD_NOT_RUN;
});
