import { say } from '../core/message.ts';
import type { Message } from '../core/message.ts';

/** The page of `lintel help`, a line each. */
export const HELP: readonly Message[] = [
  say`Lintel checks datasets before a model is trained on them.`,
  say``,
  say`  lintel check [paths]        check files and folders (the current folder by default)`,
  say`  lintel explain <rule>       show the manual of a rule`,
  say`  lintel server --stdio       serve an editor over the Language Server Protocol`,
  say``,
  say`Options of check:`,
  say`  --format text|json|sarif    how findings are written (text)`,
  say`  --fail-on <severity>        exit with 1 from this severity on: error, warning, information, hint, never (error)`,
  say`  --rule <id>=<severity|off>  change or switch off a rule; may be repeated`,
  say`  --exclude <glob>            leave out files; may be repeated`,
  say`  --max-workers <n>           threads that may scan one file (0: as many as the machine has processors)`,
  say`  --lang <tag>                language of messages: en, zh-cn`,
  say``,
  say`Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the check could not run.`,
];
