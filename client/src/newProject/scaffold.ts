import type * as Scaffold from '../../../server/src/scaffold/main.ts';

export type { Answers, AnswerValue, Change, LoadedTemplate, Prompt, Template, UpdatePlan, WritePlan } from '../../../server/src/scaffold/main.ts';
export type { Scaffold };

/** The scaffold is a bundle of its own: nobody who only checks data loads it. `path` is that of out/scaffold.js. */
export function loadScaffold(path: string): typeof Scaffold {
  return require(path);
}
