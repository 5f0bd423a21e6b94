/**
 * The scaffold as one lazily loaded bundle, for the command line and the editor. In the usual order: `listTemplates`, `loadTemplate`,
 * `factsOf`, `prompts` again and again as answers come, `check`, `render`, `planWrite` for the preview, `carryOut`; and later `readRecord`,
 * `planUpdate` for the preview, `carryOutUpdate`.
 */
export { listTemplates, loadTemplate } from './library.ts';
export type { Library } from './library.ts';
export { factsOf } from './facts.ts';
export type { DatasetColumn, DatasetFacts } from './facts.ts';
export { dataPath } from './dataPath.ts';
export { folderName } from './identifiers.ts';
export { isFor, suitable } from './suits.ts';
export { complete, parseAnswer, prompts } from './questions.ts';
export type { Prompt } from './questions.ts';
export { check, objection } from './check.ts';
export { render } from './render.ts';
export { ANSWERS_FILE, BASE_FILE, readRecord } from './record.ts';
export type { Made } from './record.ts';
export { carryOutUpdate, planUpdate } from './update.ts';
export type { Change, ChangeState, UpdatePlan } from './update.ts';
export type { LoadedTemplate } from './render.ts';
export { carryOut, planWrite } from './plan.ts';
export type { PlannedFile, ProjectFiles, WritePlan, Written } from './plan.ts';
export { isRefused } from './outcome.ts';
export type { Outcome, Reason } from './outcome.ts';
export type { Answers, AnswerValue, Choice, Question, Suit, Template } from './template.ts';
export { languageOf, renderMessage } from '../words/render.ts';
