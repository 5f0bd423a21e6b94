// Typing in big open documents, through the protocol as an editor speaks it: the server is a child process, and time is what the client's clock says from
// sending `didChange` to having read the diagnostics of that version. So pipes, JSON and the client's own work are in it.
//   node test/bench/keystrokes.mjs [--rows 15000,150000] [--keys 200] [--pause 120] [--streamed 200000]
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tableOf } from './data.mjs';
import { buildServer, startClient } from './server.mjs';
import { TABLES } from './tables.mjs';

/** Columns whose cells are typed into: numbers, text, a category. */
const COLUMNS = [7, 2, 14];
/** Keystrokes so slow that each meets the check of the one before it, and milliseconds between them. */
const INTERRUPTING = 20;
const INTERRUPTION = 450;

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '15000,150000' }, keys: { type: 'string', default: '200' }, pause: { type: 'string', default: '120' }, streamed: { type: 'string', default: '200000' } } });
  await keystrokeTable(values.rows.split(',').map(Number), Number(values.keys), Number(values.pause));
  await streamedTable(Number(values.streamed));
}

/** Prints the table: one line a size. `pause`: milliseconds between keystrokes. */
export async function keystrokeTable(sizes, keys, pause) {
  const server = await buildServer();
  const measured = [];
  for (const size of sizes) measured.push(await measure(server, resolve(tableOf(size)), keys, pause));
  console.log(`\ntyping in an open document, milliseconds by the client's clock, ${keys} keystrokes ${pause} ms apart, Node ${process.version}\n`);
  printTable(['document', 'opened without text: send blocks', 'all findings', 'opened with text: send blocks', 'all findings', 'keystroke p50', 'p95', 'p99', 'most', 'nothing new to show', 'settled after', 'quote at the top: longest silence', 'settled after', 'stop'], measured.map(({ outside }) => outside));
  console.log('\nthe same in the server: from `didChange` read to diagnostics written, and work between two turns of others while all is checked again; processor time of all its threads\n');
  printTable(['document', 'keystroke, processor p50', 'p99', 'clock p50', 'p99', `${INTERRUPTING} keystrokes that interrupt a check, processor p50`, 'most', 'turns of a check, processor p50', 'p99', 'most'], measured.map(({ inside }) => inside));
}

function printTable(heads, rows) {
  console.log(`| ${heads.join(' | ')} |\n|---|${'---:|'.repeat(heads.length - 1)}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** Prints how soon a file that is not open shows what is wrong at its start, and how soon a check of it stops. */
export async function streamedTable(rows) {
  const path = resolve(TABLES.dirty.make(rows));
  const uri = pathToFileURL(path).href;
  const client = await startClient(await buildServer());
  await client.request('lintel/checkFile', { uri: pathToFileURL(resolve(tableOf(1000))).href });
  const began = performance.now();
  const first = client.until(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri && params.diagnostics.length > 0).then(() => performance.now() - began);
  const busy = client.request('lintel/checkFile', { uri });
  const early = await first;
  const report = await busy;
  const all = performance.now() - began;
  const again = client.request('lintel/checkFile', { uri });
  await sleep(all / 3);
  const asked = performance.now();
  await client.request('lintel/stop', null);
  await again;
  const stop = performance.now() - asked;
  client.stop();
  console.log(`\na file that is not open, ${(statSync(path).size / 1e6).toFixed(0)} MB, ${report.rows} rows, milliseconds\n`);
  console.log('| first findings of its start | all findings | stop |\n|---:|---:|---:|');
  console.log(`| ${early.toFixed(0)} | ${all.toFixed(0)} | ${stop.toFixed(0)} |`);
}

async function measure(server, path, keys, pause) {
  const uri = pathToFileURL(path).href;
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  const other = await startClient(server);
  const unsent = await open(other, uri, '', { lines: lines.length, units: text.length, lineEnd: '\n' });
  other.stop();
  const client = await startClient(server, true);
  const { blocked, shown } = await open(client, uri, text);
  const editor = { client, uri, version: 1 };
  await client.taken();
  const typed = await type(editor, lines, keys, pause);
  const { keystrokes } = await client.taken();
  const settled = await settle(editor, change(lines, 1000, 0, ''));
  const { turns } = await client.taken();
  await type(editor, lines, INTERRUPTING, INTERRUPTION);
  const { keystrokes: interrupting } = await client.taken();
  const quote = await quoteAtTheTop(editor);
  const stop = await stopped(editor);
  client.stop();
  const seen = typed.filter(time => time !== undefined);
  const size = `${(Buffer.byteLength(text) / 1e6).toFixed(0)} MB`;
  const [cpu, clock] = [keystrokes.map(one => one.cpu), keystrokes.map(one => one.clock)];
  const [late, turn] = [interrupting.map(one => one.cpu), turns.map(one => one.cpu)];
  return {
    outside: [size, unsent.blocked.toFixed(0), unsent.shown.toFixed(0), blocked.toFixed(0), shown.toFixed(0), at(seen, 0.5), at(seen, 0.95), at(seen, 0.99), at(seen, 1), typed.length - seen.length, settled.toFixed(0), quote.silence.toFixed(0), quote.settled.toFixed(0), stop.toFixed(0)],
    inside: [size, at(cpu, 0.5), at(cpu, 0.99), at(clock, 0.5), at(clock, 0.99), at(late, 0.5), at(late, 1), at(turn, 0.5), at(turn, 0.99), at(turn, 1)],
  };
}

/** A quantile of some times; empty where there is none. */
function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.length === 0 ? '' : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
}

/** Opens a document, without its text where it is told by what the server knows that the file holds it. */
async function open(client, uri, text, unsent) {
  const began = performance.now();
  if (unsent) client.notify('lintel/unsentText', { uri, version: 1, ...unsent });
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'csv', version: 1, text } });
  const blocked = performance.now() - began;
  await checked(client);
  return { blocked, shown: performance.now() - began };
}

/** Times to the diagnostics of each version. Letters and delimiters are typed into cells all over the document, each is taken back by the next keystroke. */
async function type(editor, lines, keys, pause) {
  const times = [];
  for (let i = 0; i < keys; i++) {
    const line = 1 + ((i >> 1) * 7919) % (lines.length - 2);
    const character = startOf(lines[line], COLUMNS[(i >> 1) % COLUMNS.length]);
    const letter = (i >> 1) % 2 === 0 ? 'x' : ',';
    const began = performance.now();
    const version = send(editor, i % 2 === 0 ? { line, from: character, to: character, text: letter } : { line, from: character, to: character + 1, text: '' });
    const seen = editor.client.until(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.version === version, pause).then(message => message && performance.now() - began);
    times.push(await seen);
    await sleep(Math.max(0, pause - (performance.now() - began)));
  }
  return times;
}

/** Milliseconds from one edit to the end of all checks that follow from it. */
async function settle(editor, edit) {
  const began = performance.now();
  send(editor, edit);
  await checked(editor.client);
  return performance.now() - began;
}

/** The end of the next check of a document. */
function checked(client) {
  return client.until(({ method, params }) => method === 'lintel/status' && params.checked !== undefined);
}

/** What a quote at the start of the first record does: how long the server says nothing, asked every few milliseconds, and when all is checked. */
async function quoteAtTheTop(editor) {
  let silence = 0;
  let over = false;
  const asking = (async () => {
    while (!over) {
      const asked = performance.now();
      await editor.client.request('lintel/rules', null);
      silence = Math.max(silence, performance.now() - asked);
      await sleep(5);
    }
  })();
  const settled = await settle(editor, { line: 1, from: 0, to: 0, text: '"' });
  over = true;
  await asking;
  await settle(editor, { line: 1, from: 0, to: 1, text: '' });
  return { silence, settled };
}

/** Milliseconds from asking for all work to stop until the server says that it rests. */
async function stopped(editor) {
  const busy = editor.client.until(({ method, params }) => method === 'lintel/status' && params.busy > 0);
  editor.client.notify('textDocument/didSave', { textDocument: { uri: editor.uri } });
  await busy;
  await sleep(30);
  const resting = editor.client.until(({ method, params }) => method === 'lintel/status' && params.busy === 0);
  const began = performance.now();
  await editor.client.request('lintel/stop', null);
  await resting;
  return performance.now() - began;
}

function send(editor, { line, from, to, text }) {
  const version = ++editor.version;
  const range = { start: { line, character: from }, end: { line, character: to } };
  editor.client.notify('textDocument/didChange', { textDocument: { uri: editor.uri, version }, contentChanges: [{ range, text }] });
  return version;
}

/** The first cell of a line written again as it is. */
function change(lines, line, column, text) {
  const from = startOf(lines[line], column);
  return { line, from, to: from, text };
}

/** Where a cell of a line begins; its end where the line has no such cell, for some lie within quoted cells. */
function startOf(line, column) {
  let at = 0;
  for (let i = 0; i < column && at < line.length; i++) at = line.indexOf(',', at) === -1 ? line.length : line.indexOf(',', at) + 1;
  return at;
}

function sleep(milliseconds) {
  return new Promise(resolved => setTimeout(resolved, milliseconds));
}
