// Runs in the extension host: opens the table, tells how long our code kept the host from everything else, and lets the other side type.
import { Session } from 'node:inspector/promises';
import * as vscode from 'vscode';
import { fileOf } from '../../e2e/harness/documents.ts';
import { ask } from '../../e2e/harness/page.ts';
import { until } from '../../e2e/harness/suite.ts';
import { type Blocks, blocksIn } from './blocks.ts';

/** A line on the first screen. */
const LINE = 12;

export async function run(): Promise<void> {
  try {
    await measure();
  } finally {
    await ask('end');
  }
}

async function measure(): Promise<void> {
  const uri = fileOf('table.csv');
  // Starting is not opening: what an extension does once is not counted.
  await vscode.extensions.getExtension('lintel.lintel')?.activate();
  const shown = await profiled(async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    await until(() => vscode.languages.getDiagnostics(uri).length > 0, 'findings of the table', 120_000);
    return editor;
  });
  await ask('opened', shown.blocks);
  const end = shown.result.document.lineAt(LINE).range.end;
  shown.result.selection = new vscode.Selection(end, end);
  const answers = answersFor(uri);
  await ask('type', end.line);
  await ask('answered', answers.stop());
  if (shown.result.document.languageId !== 'plaintext') await ask('sent', (await profiled(() => openedDirty(shown.result))).blocks);
}

/** Milliseconds from each change that the extension host hears of to the next change of diagnostics that it passes on. */
function answersFor(uri: vscode.Uri): { readonly stop: () => readonly number[] } {
  const times: number[] = [];
  let changed: number | undefined;
  const changes = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.toString() === uri.toString() && contentChanges.length > 0) changed = performance.now();
  });
  const diagnostics = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (changed !== undefined && uris.some(one => one.toString() === uri.toString())) times.push(performance.now() - changed);
    changed = undefined;
  });
  return { stop: () => (changes.dispose(), diagnostics.dispose(), times) };
}

/** Opens a document anew for whoever follows it, while it is not what the file holds: a change of its language closes and opens it. */
async function openedDirty(editor: vscode.TextEditor): Promise<void> {
  await editor.edit(edit => edit.insert(new vscode.Position(1, 0), '0'));
  const { languageId } = editor.document;
  await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
  const opened = new Promise<void>(resolve => vscode.workspace.onDidOpenTextDocument(() => setTimeout(resolve, 500)));
  await vscode.languages.setTextDocumentLanguage(editor.document, languageId);
  await opened;
}

async function profiled<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly blocks: Blocks }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  const result = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return { result, blocks: blocksIn(profile, /\/out\/client\.js$/) };
}
