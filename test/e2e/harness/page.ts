// What a test in the extension host can ask of the screen. The other end is bridge.mjs beside the page.
import * as vscode from 'vscode';

/** Does what a person does, and reads what a person reads. Selectors are playwright's; webviews are searched too. */
export const page = {
  /** Presses keys one after the other, in playwright's words: 'F1', 'Control+Shift+M'. */
  press: (...keys: readonly string[]): Promise<unknown> => ask('press', ...keys),
  /** Types text where the focus is. */
  type: (text: string): Promise<unknown> => ask('type', text),
  /** Clicks the first visible match, once there is one. */
  click: (selector: string): Promise<unknown> => ask('click', selector),
  /** Moves the pointer over the first visible match, once there is one. */
  hover: (selector: string): Promise<unknown> => ask('hover', selector),
  /** Chooses a command in the palette by its title. */
  command: (title: string): Promise<unknown> => ask('command', title),
  /** Writes test-results/<suite>/<name>.png. */
  screenshot: (name: string): Promise<unknown> => ask('screenshot', name),
  /** Texts of all visible matches, in the order of the page. */
  text: async (selector: string): Promise<readonly string[]> => strings(await ask('text', selector)),
  /** Offences against WCAG 2.2 A and AA in the webview that holds a visible match. */
  violations: async (selector: string): Promise<readonly string[]> => strings(await ask('violations', selector)),
  /** Texts of the notifications so far, from their list: VS Code's test driver keeps them from popping up. */
  notifications: async (): Promise<readonly string[]> => strings(await ask('notifications')),
};

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Sends a verb with its arguments and returns the answer; rejects with the other side's words. */
export async function ask(verb: string, ...words: readonly unknown[]): Promise<unknown> {
  const bridge = vscode.workspace.getConfiguration('e2e').get<string>('bridge');
  if (bridge === undefined) throw new Error('the setting e2e.bridge is missing: start tests with test/e2e/harness/run.mjs');
  const response = await fetch(`${bridge}/${verb}`, { method: 'POST', body: JSON.stringify(words) });
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null) throw new Error(`no answer to ${verb}`);
  if ('error' in answer) throw new Error(`${verb}: ${String(answer.error)}`);
  return 'value' in answer ? answer.value : undefined;
}
