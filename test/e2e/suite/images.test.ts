// A folder of images, as a person checks it: findings on the files, pictures to look at.
import * as vscode from 'vscode';
import { ok } from '../harness/check.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const folder = (): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), 'photos');

test('a folder of images is checked, and its findings are on the files', async () => {
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(folder(), 'cat/1.jpg'), vscode.Uri.joinPath(folder(), 'cat/1 é.jpg'));
  await vscode.commands.executeCommand('lintel.checkImageFolder', folder());
  const codesAt = (name: string): readonly unknown[] => vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder(), name)).map(({ code }) => (typeof code === 'object' ? code.value : code));
  await until(() => codesAt('dog/empty.jpg').includes('unreadable-image'), 'the empty file', 60_000);
  await until(() => codesAt('cat/1 é.jpg').includes('personal-image-metadata'), 'the place a picture was taken at');
  await until(() => codesAt('dog/1.png').includes('conflicting-image-class'), 'the picture of two classes');
});

test('the profile shows pictures of what was found and of each class', async () => {
  await until(async () => (await page.text('h3')).some(text => /cat.: 4 images/.test(text)), 'the classes', 60_000);
  ok((await page.text('h3')).some(text => /personal-image-metadata/.test(text)), 'pictures of a rule');
  await until(async () => (await page.text('.stamp img')).length >= 9, 'pictures that could be shown');
  await page.screenshot('images');
});

for (const [theme, name] of [['Default Light Modern', 'light'], ['Default High Contrast', 'contrast'], ['Default Dark Modern', 'dark']] as const) {
  test(`the pictures follow the theme ${theme}`, async () => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    const wanted = { light: '.vscode-light', contrast: '.vscode-high-contrast', dark: '.vscode-dark' }[name];
    await until(async () => (await page.text(`body${wanted} h1`)).length > 0, 'the theme in the page');
    await page.screenshot(`images-${name}`);
  });
}

test('a picture opens its file', async () => {
  await page.click('.stamp[title="cat/2.png"]');
  await until(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label === '2.png'), 'the picture in the editor');
});

export { run } from '../harness/suite.ts';
