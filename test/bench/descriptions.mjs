// Typing in big description documents, through the protocol as an editor speaks it: 2,000 fields, about 1 MB, in each standard. Time is what the client's
// clock says from sending `didChange` to having read the diagnostics of that version, and from asking for a completion to having its answer; beside it stands
// what the main thread of the server was at work meanwhile, where the system tells it, because a busy machine stretches the former.
//   node test/bench/descriptions.mjs [--fields 2000] [--keys 20] [--pause 400] [--only part-of-a-name]
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildServer, startClient } from './server.mjs';

const PROSE = 'Width of the leaf at its widest point, measured with a calliper by two people who did not see what the other wrote down; the mean of both is kept. '.repeat(2);

/** By file name: the text of a document with so many fields, and what the completion is asked for behind. */
const DOCUMENTS = {
  'datapackage.json': n => json({ name: 'leaves', resources: [{ name: 'leaves', path: 'leaves.csv', schema: { fields: list(n, i => ({ name: `width_${i}`, type: 'number', title: `Width ${i}`, description: PROSE, constraints: { required: true, minimum: 0 } })) } }] }),
  'datapackage.yaml': n => `name: leaves\nresources:\n- name: leaves\n  path: leaves.csv\n  schema:\n    fields:\n${list(n, i => `    - name: width_${i}\n      type: number\n      title: Width ${i}\n      description: ${PROSE}\n      constraints:\n        required: true\n        minimum: 0\n`).join('')}`,
  'leaves.csv-metadata.json': n => json({ '@context': 'http://www.w3.org/ns/csvw', url: 'leaves.csv', tableSchema: { columns: list(n, i => ({ name: `width_${i}`, titles: `Width ${i}`, 'dc:description': PROSE, datatype: { base: 'decimal', minimum: 0 } })) } }),
  'croissant.json': n => json({
    '@context': { '@language': 'en', '@vocab': 'https://schema.org/', sc: 'https://schema.org/', cr: 'http://mlcommons.org/croissant/', dct: 'http://purl.org/dc/terms/', conformsTo: 'dct:conformsTo', recordSet: 'cr:recordSet', field: 'cr:field', source: 'cr:source', extract: 'cr:extract', column: 'cr:column', fileObject: 'cr:fileObject', dataType: { '@id': 'cr:dataType', '@type': '@vocab' } },
    '@type': 'sc:Dataset', name: 'leaves', conformsTo: 'http://mlcommons.org/croissant/1.0', description: 'x', license: 'https://spdx.org/licenses/CC0-1.0', url: 'https://example.org/', datePublished: '2024-01-01', creator: { '@type': 'Person', name: 'x' }, version: '1.0.0', citeAs: 'x',
    distribution: [{ '@type': 'cr:FileObject', '@id': 'leaves.csv', name: 'leaves.csv', contentUrl: 'leaves.csv', encodingFormat: 'text/csv', sha256: 'a'.repeat(64) }],
    recordSet: [{ '@type': 'cr:RecordSet', '@id': 'r', name: 'r', field: list(n, i => ({ '@type': 'cr:Field', '@id': `r/width_${i}`, name: `width_${i}`, description: PROSE, dataType: 'sc:Float', source: { fileObject: { '@id': 'leaves.csv' }, extract: { column: `width_${i}` } } })) }],
  }),
  'leaves.odcs.yaml': n => `apiVersion: v3.1.0\nkind: DataContract\nid: leaves\nversion: 1.0.0\nstatus: active\nschema:\n- name: leaves\n  physicalType: table\n  properties:\n${list(n, i => `  - name: width_${i}\n    logicalType: number\n    physicalType: double\n    description: ${PROSE}\n    required: true\n    quality:\n    - type: library\n      metric: nullValues\n      mustBe: 0\n`).join('')}`,
  'datacontract.yaml': n => `dataContractSpecification: 1.2.1\nid: leaves\ninfo:\n  title: leaves\n  version: 1.0.0\nmodels:\n  leaves:\n    type: table\n    fields:\n${list(n, i => `      width_${i}:\n        type: double\n        description: ${PROSE}\n        required: true\n`).join('')}`,
  'leaves.schema.json': n => json({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: Object.fromEntries(list(n, i => [`width_${i}`, { type: 'number', title: `Width ${i}`, description: PROSE, minimum: 0 }])) }),
  'dataset_info.json': n => json(Object.fromEntries(list(n / 2, i => [`leaves_${i}`, { file_name: `leaves_${i}/${'x'.repeat(200)}/${'y'.repeat(200)}.jsonl`, formatting: 'sharegpt', columns: { messages: 'messages', system: 'system' }, tags: { role_tag: 'role', content_tag: 'content' } }]))),
  'dataset-metadata.json': n => json({ title: 'Leaves of the botanical garden', id: 'somebody/leaves', licenses: [{ name: 'CC0-1.0' }], resources: [{ path: 'leaves.csv', description: 'x', schema: { fields: list(n, i => ({ name: `width_${i}`, title: PROSE, type: 'number' })) } }] }),
  'README.md': n => `---\nlicense: cc0-1.0\ndataset_info:\n  features:\n${list(n, i => `  - name: width_${i}${'_'.repeat(350)}\n    dtype: float64\n`).join('')}---\n`,
};

const list = (n, of) => Array.from({ length: n }, (_, i) => of(i));
const json = value => JSON.stringify(value, null, 2);

/** Milliseconds by the clock that half of all keystrokes and completions may take at most. */
const GOALS = { diagnostics: 300, completion: 50 };

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const { values } = parseArgs({ options: { fields: { type: 'string', default: '2000' }, keys: { type: 'string', default: '20' }, pause: { type: 'string', default: '400' }, only: { type: 'string', default: '' } } });
  await descriptionTable(Number(values.fields), Number(values.keys), Number(values.pause), values.only);
}

/** Prints the table: one line a standard. `pause`: milliseconds between keystrokes; `only`: part of the names of the documents that are wanted. */
export async function descriptionTable(fields, keys, pause, only = '') {
  const server = await buildServer();
  const rows = [];
  for (const [name, make] of Object.entries(DOCUMENTS)) if (name.includes(only)) rows.push(await measure(server, name, make(fields), keys, pause));
  console.log(`\ntyping in a description of ${fields} fields, milliseconds by the client's clock (in brackets: at work in the server), Node ${process.version}; goals: diagnostics ${GOALS.diagnostics}, completion ${GOALS.completion}\n`);
  console.log('| document | KB | first diagnostics | diagnostics after a keystroke p50 | p95 | most | first completion | completion p50 | p95 | within the goals |');
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

async function measure(server, name, text, keys, pause) {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-descriptions-'));
  const uri = pathToFileURL(join(folder, name)).href;
  const client = await startClient(server);
  const lines = text.split('\n');
  let version = 1;
  const shown = () => client.until(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri && params.version === version, 5000);
  const timed = async work => {
    const [began, worked] = [performance.now(), workOf(client.pid)];
    const answer = await work();
    return answer === undefined ? [NaN, NaN] : [performance.now() - began, workOf(client.pid) - worked];
  };
  const opened = await timed(() => {
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: name.endsWith('.json') ? 'json' : 'yaml', version, text } });
    return shown();
  });
  const edits = [];
  const completions = [];
  for (let key = 0; key < keys; key++) {
    const line = placeOf(lines, key >> 1);
    const character = lines[line].length - 20;
    version += 1;
    const end = key % 2 === 0 ? character : character + 1;
    edits.push(await timed(() => {
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start: { line, character }, end: { line, character: end } }, text: key % 2 === 0 ? 'x' : '' }] });
      return shown();
    }));
    completions.push(await timed(() => client.request('textDocument/completion', { textDocument: { uri }, position: { line, character } })));
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  client.stop();
  rmSync(folder, { recursive: true });
  const both = (times, share) => times.length === 0 ? 'none' : [0, 1].map(side => at(times, share, side).toFixed(0)).join(' (').concat(')');
  const asked = completions.slice(1);
  const isGood = at(edits, 0.5, 0) < GOALS.diagnostics && at(asked, 0.5, 0) < GOALS.completion;
  return [name, (Buffer.byteLength(text) / 1000).toFixed(0), both([opened], 0), both(edits, 0.5), both(edits, 0.95), both(edits, 1), both(completions.slice(0, 1), 0), both(asked, 0.5), both(asked, 0.95), isGood ? 'yes' : 'no'];
}

/** The value that a share of all is below, by the clock or at work; NaN where nothing came. */
function at(times, share, side) {
  const seen = times.map(time => time[side]).filter(time => !Number.isNaN(time)).sort((a, b) => a - b);
  return seen[Math.min(seen.length - 1, Math.floor(seen.length * share))] ?? NaN;
}

/** Milliseconds a process's main thread has been at work. */
function workOf(pid) {
  const path = `/proc/${pid}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : NaN;
}

/** A line of prose, or a long name, somewhere in the document. */
function placeOf(lines, step) {
  let line = (step * 7919 + 500) % lines.length;
  while (lines[line].length < 100) line = (line + 1) % lines.length;
  return line;
}
