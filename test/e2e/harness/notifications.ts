// What VS Code tells the user. Toasts come and go (and stay away from a window without focus), the list keeps them.
import * as vscode from 'vscode';
import { page } from './page.ts';
import { until } from './suite.ts';

/** Opens the list and waits for a notification with the text in it. Returns all there are. */
export async function notified(text: string): Promise<readonly string[]> {
  return until(async () => {
    await vscode.commands.executeCommand('notifications.showList');
    const all = await page.text('.notifications-center .notification-list-item');
    return all.some(each => each.includes(text)) ? all : undefined;
  }, `a notification with “${text}”`);
}

/** Presses a button of a notification in the list. */
export const answer = (button: string): Promise<unknown> => page.click(`.notifications-center .notification-list-item .monaco-button >> text=${button}`);

export const forget = (): Thenable<unknown> => vscode.commands.executeCommand('notifications.clearAll');
