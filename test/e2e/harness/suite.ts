// A test runner for inside an extension host. A web worker host has no `node:test`, so both kinds of host use this one.
// A suite is one file that calls `test` at its top and ends with `export { run } from '../harness/suite.ts';`.
import * as vscode from 'vscode';
import { ask } from './page.ts';

type Body = () => void | Promise<void>;
interface Test { readonly name: string; readonly body: Body; readonly timeout: number }

const tests: Test[] = [];

/** Registers a test. Tests run one after the other in the order of registration; `timeout` is in milliseconds. */
export function test(name: string, body: Body, timeout = 120_000): void {
  tests.push({ name, body, timeout });
}

/**
 * Waits until the condition answers with something truthy and returns that. A condition that throws is one that does not hold yet.
 * Fails with the description, and the last error if there was one, after `timeout` milliseconds.
 */
export async function until<T>(condition: () => T | PromiseLike<T>, description: string, timeout = 60_000): Promise<Truthy<T>> {
  const deadline = Date.now() + timeout;
  let last: unknown;
  for (let wait = 10; ; wait = Math.min(wait * 1.5, 500)) {
    try {
      const value = await condition();
      if (isTruthy(value)) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`waited ${timeout / 1000} s for ${description}${last === undefined ? '' : `; last: ${told(last)}`}`);
    await pause(wait);
  }
}

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/** VS Code calls this once the extension host is up. It throws when a test failed, which is how VS Code learns the outcome. */
export async function run(): Promise<void> {
  const limit = await ask('begin', tests.length);
  const retries = typeof limit === 'number' ? limit : 0;
  const failed: string[] = [];
  for (const each of tests) {
    if (!await passes(each, retries)) failed.push(each.name);
  }
  await ask('end');
  if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);
}

async function passes(each: Test, retries: number): Promise<boolean> {
  for (let attempt = 0; attempt <= retries; attempt++) {
    const start = Date.now();
    const error = await attemptOf(each);
    if (error === undefined) {
      await ask('passed', each.name, Date.now() - start, attempt);
      return true;
    }
    await ask('failed', each.name, Date.now() - start, attempt, error, problems());
  }
  return false;
}

/** What went wrong, in words, or undefined. */
async function attemptOf({ body, timeout }: Test): Promise<string | undefined> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`not done after ${timeout / 1000} s`)), timeout));
  try {
    await Promise.race([body(), late]);
    return undefined;
  } catch (error) {
    return told(error);
  }
}

function told(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}

/** The Problems list as plain data. */
function problems(): readonly object[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, list]) => list.map(({ range, severity, source, code, message }) => ({
    file: uri.toString(), range, severity: vscode.DiagnosticSeverity[severity], source, code: typeof code === 'object' ? code.value : code, message,
  })));
}

function isTruthy<T>(value: T): value is Truthy<T> {
  return Boolean(value);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
