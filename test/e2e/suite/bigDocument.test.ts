// A document so big that its text is not sent to the server, which reads the file: findings come all the same, and follow what is typed.
import * as vscode from 'vscode';
import { ok } from '../harness/check.ts';
import { fileOf, findings, ruleOf, show } from '../harness/documents.ts';
import { test, until } from '../harness/suite.ts';

const ROWS = 150_000;
const SHORT = 120_000;

function bigTable(): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, i) => (i === SHORT ? `${i},short` : `${i},customer ${i % 97} of 数据,${(i * 7) % 1000}.5`));
  return new TextEncoder().encode(`id,name,amount\n${rows.join('\n')}\n`);
}

const raggedAt = (uri: vscode.Uri, line: number): vscode.Diagnostic | undefined =>
  findings(uri).find(each => ruleOf(each) === 'ragged-row' && each.range.start.line === line);

test('a document of several megabytes is checked as its file is, and as it is changed', async () => {
  await vscode.workspace.fs.writeFile(fileOf('big.csv'), bigTable());
  const { document } = await show('big.csv');
  ok(document.getText().length > 4 * 1024 * 1024, 'a text that is not sent');
  await until(() => raggedAt(document.uri, SHORT + 1), 'the short row');
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(1000, 0), 'one,too,many,cells\n');
  ok(await vscode.workspace.applyEdit(edit), 'the edit to be made');
  await until(() => raggedAt(document.uri, 1000) && raggedAt(document.uri, SHORT + 2), 'the new row, and the short one where it is now');
  await vscode.commands.executeCommand('undo');
  await until(() => !raggedAt(document.uri, 1000) && raggedAt(document.uri, SHORT + 1), 'the findings of before');
  await document.save();
});

export { run } from '../harness/suite.ts';
