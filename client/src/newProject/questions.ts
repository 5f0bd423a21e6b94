import { BACK } from '../quickSteps.ts';
import type { Answered } from '../quickSteps.ts';
import type { Ui } from '../vscodeApi.ts';
import { ask } from './asking.ts';
import type { Drawing } from './drawing.ts';
import type { Answers, Prompt } from './scaffold.ts';

/** Steps before the questions (the place) and after them (the summary). */
const STEPS_AROUND = 2;

/** How many steps there are as far as the answers go. */
export const stepsOf = (drawing: Drawing, given: Answers): number => usualPrompts(drawing, given).length + STEPS_AROUND;

/** Asks the questions of the template one after the other; the advanced ones keep their defaults and can be changed in the summary. */
export async function askAll(ui: Ui, drawing: Drawing, title: string, before: Answers): Promise<Answered<Answers>> {
  let given = before;
  const asked: string[] = [];
  for (;;) {
    const next = usualPrompts(drawing, given).find(prompt => !asked.includes(prompt.question.id));
    if (!next) return given;
    const answer = await ask(ui, drawing, next, given, {
      title, step: STEPS_AROUND + asked.length, totalSteps: stepsOf(drawing, given), canGoBack: true,
    });
    if (answer === undefined) return undefined;
    if (answer !== BACK) {
      given = withAnswer(drawing, given, next, answer);
      asked.push(next.question.id);
    } else if (asked.pop() === undefined) {
      return BACK;
    }
  }
}

/** Asks one question again; other answers that no longer fit fall back to what is proposed. */
export async function askAgain(ui: Ui, drawing: Drawing, title: string, given: Answers, prompt: Prompt): Promise<Answered<Answers>> {
  const answer = await ask(ui, drawing, prompt, given, { title, canGoBack: true });
  return answer === BACK || answer === undefined ? answer : withAnswer(drawing, given, prompt, answer);
}

export const promptsOf = ({ scaffold, template, facts }: Drawing, given: Answers): readonly Prompt[] => scaffold.prompts(template, facts, given);

const usualPrompts = (drawing: Drawing, given: Answers): readonly Prompt[] => promptsOf(drawing, given).filter(prompt => !prompt.question.advanced);

function withAnswer(drawing: Drawing, given: Answers, { question }: Prompt, answer: Answers[string]): Answers {
  const { scaffold, template, facts } = drawing;
  let answers: Answers = { ...given, [question.id]: answer };
  for (const prompt of promptsOf(drawing, answers)) {
    if (!prompt.given || prompt.answer === undefined || prompt.question.id === question.id) continue;
    const unfit = scaffold.objection(prompt.question, prompt.answer, facts, scaffold.complete(template, facts, answers));
    if (unfit) answers = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== prompt.question.id));
  }
  return answers;
}
