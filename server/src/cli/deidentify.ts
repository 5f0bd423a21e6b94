import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Files } from '../core/host.ts';
import { name, say, type Message } from '../core/message.ts';
import { deidentify as run, type Deidentification, type Failure, isFailure, type DeidentifySetup } from '../engine/deidentify/deidentify.ts';
import { isWrongPlan, planOf, readPlan } from '../engine/deidentify/readPlan.ts';
import type { Plan } from '../engine/deidentify/plan.ts';
import { createNodeHost } from '../host/node/host.ts';
import { writeDeidentified, writeDeidentifiedJson } from '../report/deidentified.ts';
import { readText } from '../util/readFile.ts';
import { fileNameOf, folderOf } from '../util/uri.ts';
import { checkSnapshot } from './check.ts';
import { complain, log, tell, write } from './output.ts';
import type { DeidentifyInvocation } from './privacyArguments.ts';
import { Progress } from './progress.ts';
import { failureOf, unreadable, unwritable } from './refusals.ts';
import { createSurroundings, type Surroundings, uriOf, withoutRules } from './surroundings.ts';

/** `lintel privacy deidentify`: a copy without what points at persons, its description and a record of what was done. Shows no value as it is. */
export async function deidentify(invocation: DeidentifyInvocation & { readonly locale: string }, version: string): Promise<number> {
  const { locale, format, paths: [path = ''], out, force } = invocation;
  const surroundings = createSurroundings({ ...withoutRules(invocation), paths: [path, ...(out === undefined ? [] : [out])] }, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const at = (one: string | undefined): string | undefined => (one === undefined ? undefined : uriOf(resolve(one)));
  const [planUri, mapping, target] = [at(invocation.plan), at(invocation.mapping), at(out)];
  const files = filesFor(surroundings, [planUri, mapping, target]);
  const plan = await planFor(invocation, planUri, files);
  if (plan && 'template' in plan) return complain([plan], locale);
  const added = invocation.kAnonymity === undefined ? undefined : planOf({ kAnonymity: invocation.kAnonymity });
  if (added && isWrongPlan(added)) return complain([added.wrong], locale);
  const progress = new Progress(process.stderr);
  const wish: Deidentification = { uri: uriOf(resolve(path)), plan, kAnonymity: added?.kAnonymity, planUri, target, mapping, over: force };
  const outcome = await run(wish, setupOf(surroundings, files, version, progress, target === undefined));
  progress.end();
  if (isFailure(outcome)) return complain([wordsOf(outcome, path, surroundings)], locale);
  await write(format === 'json' ? writeDeidentifiedJson(outcome, path) : writeDeidentified(outcome, path, locale));
  for (const one of outcome.written) tell(say`${name(surroundings.show(one))} is written`, locale);
  return 0;
}

/** Naming a file is consent to read and write it and what belongs beside it. */
function filesFor({ roots }: Surroundings, named: readonly (string | undefined)[]): Files {
  const folders = named.flatMap(uri => (uri === undefined ? [] : [folderOf(uri)]));
  return createNodeHost(log, { roots: () => [...roots, ...folders], consented: () => false, mayWrite: () => true }).files;
}

function setupOf(surroundings: Surroundings, files: Files, version: string, progress: Progress, isDry: boolean): DeidentifySetup {
  return {
    files, version,
    now: () => new Date(),
    check: (uri, afterwards) => checkSnapshot(uri, { afterwards, begin: shown => progress.begin(shown) }, surroundings),
    descriptionOf: async uri => (await surroundings.descriptions.find(uri, surroundings.host.files, surroundings.roots))?.described.uri,
    key: ref => {
      const text = process.env[ref];
      if (text !== undefined && text !== '') return new TextEncoder().encode(text);
      // Nothing is written by a dry run, so any key shows what would come of it.
      return isDry ? randomBytes(32) : undefined;
    },
  };
}

const LIMIT = 16 * 1024 * 1024;

/** The plan of a file; `undefined` where none is named. */
async function planFor({ plan: path }: DeidentifyInvocation, uri: string | undefined, files: Files): Promise<Plan | Message | undefined> {
  if (path === undefined || uri === undefined) return undefined;
  const text = await readText(files, uri, LIMIT);
  if (typeof text !== 'string') return unreadable(path, text);
  const plan = readPlan(text, fileNameOf(uri));
  return 'wrong' in plan ? say`${name(`${path}:${plan.range.start.line + 1}:${plan.range.start.character + 1}`)}: ${plan.wrong}` : plan;
}

function wordsOf(failure: Failure, path: string, { show }: Surroundings): Message {
  if (failure === 'cancelled') return failureOf(path, { refused: 'unreadable' });
  if ('wrong' in failure) return say`${name(path)}: ${failure.wrong}`;
  return show(failure.uri) === path || failure.refused === 'no-format' ? failureOf(path, failure) : unwritable(show(failure.uri), failure);
}
