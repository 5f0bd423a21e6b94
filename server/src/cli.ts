import { version as VERSION } from '../../package.json';
import { readArguments } from './cli/arguments.ts';
import { HELP } from './cli/help.ts';
import { COULD_NOT_RUN, OutputError, complain, log, print } from './cli/output.ts';
import { name, say } from './core/message.ts';
import { renderMessage } from './words/render.ts';

/** Runs one command line; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const invocation = readArguments(args, process.env);
  switch (invocation.command) {
    case 'server': return serve();
    case 'mcp': return serveAssistants(invocation);
    case 'version': return print(VERSION);
    case 'help': return print(HELP.map(line => renderMessage(line, invocation)).join('\n'));
    case 'wrong': return complain([invocation.reason, say`${name('lintel help')} lists the commands`], invocation.locale);
    // The engine is loaded for a command that needs it.
    default: return (await import('./cli/commands.ts')).run(invocation, VERSION);
  }
}

/** Goes on until its input ends. */
async function serveAssistants({ folder, locale }: { readonly folder: string; readonly locale: string }): Promise<number> {
  const { serveMcp } = await import('./mcp/serve.ts');
  try {
    await serveMcp({ folder, locale, version: VERSION, log });
    return 0;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    return complain([say`${name(folder)} is no folder that can be opened`], locale);
  }
}

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EACCES');

/** The server goes on after `main` has returned. */
function serve(): number {
  void import('./main.ts');
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
