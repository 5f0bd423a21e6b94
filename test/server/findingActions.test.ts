// What quick fixes offer, for files that have no text to offer them at.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { CheckReport, OfferedFinding, Refused } from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';
import { write } from './harness/write.ts';

const CAPABLE = {
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } }, textDocument: { publishDiagnostics: { relatedInformation: true } },
};
const RAGGED = `id,mark\n${Array.from({ length: 300 }, (_, i) => `${i + 1},${i % 7}${i === 121 ? ',8' : ''}\n`).join('')}`;

for (const [title, kept] of [['in this file', 'lintel.config.yaml'], ['to the baseline', 'lintel.baseline.json']] as const) {
  test(`a finding in a packed file is linked to what can be done about it, and goes: ${title}`, async () => {
    const folder = makeFolder({ 'a.csv.gz': gzipSync(RAGGED) });
    const uri = folder.at('a.csv.gz');
    const commands = ['lintel.actOnFinding', 'lintel.previewRows'];
    const client = await TestClient.start(folder.uri, { capabilities: CAPABLE, initializationOptions: { clientCommands: true, commands } }, {
      'workspace/applyEdit': ({ edit }: { readonly edit: WorkspaceEdit }) => {
        write(edit);
        return { applied: true };
      },
    });
    assert.equal(await client.request('lintel/findingActions', { uri }), null, 'not checked yet');
    await client.request('lintel/checkFile', { uri });
    const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.length > 0);
    const links = diagnostics[0]?.relatedInformation ?? [];
    assert.deepEqual(links.map(({ message }) => message), ['Show row 122 in the preview', 'What can be done about it…']);
    const link = JSON.parse(decodeURIComponent(links[1]?.location.uri.split('?')[1] ?? ''));
    const offers = await client.request<readonly OfferedFinding[]>('lintel/findingActions', { uri, key: link.finding });
    const offered = offers.find(({ key }) => key === link.finding);
    assert.deepEqual([offered?.rule, offered?.row, offered?.hasText], ['ragged-row', 121, false]);
    const data = offered?.actions.find(action => action.title.endsWith(title))?.data;
    const done = await client.request<{ readonly changed: readonly string[] } | Refused>('lintel/actOnFinding', data ?? {});
    assert.ok('changed' in done && done.changed.includes(folder.at('lintel.config.yaml')), JSON.stringify(done));
    assert.match(readFileSync(`${folder.path}/${kept}`, 'utf8'), /ragged-row/);
    client.notify('workspace/didChangeWatchedFiles', { changes: done.changed.map(changed => ({ uri: changed, type: 2 })) });
    const report = await client.request<CheckReport>('lintel/checkFile', { uri });
    assert.equal(report.findings.error, 0);
    assert.ok('refused' in await client.request<object>('lintel/actOnFinding', data ?? {}), 'its findings are others by now');
    await client.stop();
  });
}
