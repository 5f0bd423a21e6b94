import * as vscode from 'vscode';

/** The user wants to see the question before this one. */
export const BACK = Symbol('back');
/** An answer, the wish to go back, or nothing where the whole thing was called off. */
export type Answered<T> = T | typeof BACK | undefined;

/** What every step of a series of questions shows. */
export interface Step {
  readonly title: string;
  /** From 1; left out where a question stands alone. */
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack: boolean;
}

export interface PickStep<T extends vscode.QuickPickItem> extends Step {
  readonly items: readonly T[];
  /** Chosen before: in front for a single choice, ticked for many. */
  readonly chosen: (item: T) => boolean;
  readonly placeholder: string;
  readonly many?: boolean;
}

export interface TextStep extends Step {
  readonly prompt: string;
  readonly value: string;
  /** Why the text is no answer, in a sentence; `undefined` where it is one. */
  readonly objection: (text: string) => string | undefined;
}

/** One question of a series with a list of answers; several may be ticked with `many`, at least one must. */
export function askPick<T extends vscode.QuickPickItem>(step: PickStep<T>): Promise<Answered<readonly T[]>> {
  const input = frame(vscode.window.createQuickPick<T>(), step);
  input.items = step.items;
  input.canSelectMany = step.many ?? false;
  input.placeholder = step.placeholder;
  input.matchOnDescription = true;
  const chosen = step.items.filter(step.chosen);
  if (step.many) input.selectedItems = chosen;
  else if (chosen.length > 0) input.activeItems = chosen;
  return settle(input, accept => input.onDidAccept(() => input.selectedItems.length > 0 && accept(input.selectedItems)));
}

/** One question of a series that is answered with a line of text. */
export function askText(step: TextStep): Promise<Answered<string>> {
  const input = frame(vscode.window.createInputBox(), step);
  input.prompt = step.prompt;
  input.value = step.value;
  const judge = () => { input.validationMessage = step.objection(input.value); };
  return settle(input, accept => vscode.Disposable.from(
    input.onDidChangeValue(judge),
    input.onDidAccept(() => {
      judge();
      if (!input.validationMessage) accept(input.value);
    }),
  ));
}

type Input = vscode.QuickInput & Pick<vscode.QuickPick<vscode.QuickPickItem>, 'buttons' | 'onDidTriggerButton'>;

/** Stays open when another window is looked at: answers are not lost to a glance at the data. */
function frame<I extends Input>(input: I, { title, step, totalSteps, canGoBack }: Step): I {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  input.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return input;
}

/** Shows the input and resolves with what ends it first. */
async function settle<T>(input: Input, listen: (accept: (value: T) => void) => vscode.Disposable): Promise<Answered<T>> {
  const { promise, resolve } = deferred<Answered<T>>();
  const listeners = vscode.Disposable.from(
    listen(resolve),
    input.onDidTriggerButton(button => button === vscode.QuickInputButtons.Back && resolve(BACK)),
    input.onDidHide(() => resolve(undefined)),
  );
  input.show();
  try {
    return await promise;
  } finally {
    listeners.dispose();
    input.dispose();
  }
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>(settled => { resolve = settled; });
  return { promise, resolve };
}
