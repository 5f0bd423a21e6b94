import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from '@modelcontextprotocol/sdk/types.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { type Desk, type Refused, inputSchema } from '../assistant/tool.ts';
import { runTool, tools } from '../assistant/tools.ts';
import { isRefusal } from '../core/host.ts';
import type { Log } from '../core/host.ts';
import { createNodeHost } from '../host/node/host.ts';
import { type LanguageServer, startLanguageServer } from './languageServer.ts';

/** What a server for assistants is started with. */
export interface McpSetup {
  /** Files outside of it are refused. */
  readonly folder: string;
  readonly locale: string;
  readonly version: string;
  readonly log: Log;
}

/** Serves the Model Context Protocol over standard input and output, until the input ends. */
export async function serveMcp(setup: McpSetup): Promise<void> {
  const folder = await realpath(setup.folder);
  const languageServer = await startLanguageServer([folder], setup.locale);
  const server = new Server({ name: 'lintel', title: 'Lintel', version: setup.version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(tool => ({
      name: tool.name, title: tool.title, description: tool.description, inputSchema: inputSchema(tool),
      annotations: { readOnlyHint: !tool.writes, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: given = {} } }, { signal }) => {
    const tool = tools.find(one => one.name === name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${name}.`);
    return resultOf(await runTool(tool, given, deskIn({ ...setup, folder }, languageServer, signal)));
  });
  const transport = new StdioServerTransport();
  await server.connect(transport);
  await new Promise<void>(done => process.stdin.once('end', done).once('close', done));
  await server.close();
}

function resultOf(answer: object): CallToolResult {
  if ('refused' in answer) return { content: [{ type: 'text', text: String(answer.refused) }], isError: true };
  return { content: [{ type: 'text', text: JSON.stringify(answer) }], structuredContent: { ...answer } };
}

function deskIn({ folder, log }: McpSetup, languageServer: LanguageServer, signal: AbortSignal): Desk {
  const source = new CancellationTokenSource();
  signal.addEventListener('abort', () => source.cancel(), { once: true });
  return {
    ask: (method, params) => languageServer.request(method, params, source.token),
    locate: path => locate(folder, path),
    show: uri => relative(folder, fileURLToPath(uri)).replaceAll('\\', '/'),
    write: (uri, text) => write(folder, uri, text, log),
  };
}

/** Paths from an assistant may come from a text it has read: nothing outside of the folder is opened for it, links followed. */
async function locate(folder: string, path: string): Promise<{ readonly uri: string } | Refused> {
  const named = resolve(folder, path);
  const target = await realpath(named).catch(() => named);
  return isWithin(folder, target) ? { uri: pathToFileURL(target).href } : { refused: `${path} lies outside of ${folder}, the folder that lintel mcp was started for.` };
}

function isWithin(folder: string, target: string): boolean {
  const from = relative(folder, target);
  return from !== '..' && !from.startsWith('../') && !from.startsWith('..\\') && !isAbsolute(from);
}

async function write(folder: string, uri: string, text: string, log: Log): Promise<Refused | undefined> {
  const { files } = createNodeHost(log, { roots: () => [pathToFileURL(folder).href], consented: () => false, mayWrite: () => true });
  const facts = await files.stat(uri);
  const bytes = new TextEncoder().encode(text);
  const refused = isRefusal(facts) ? await files.write(uri, bytes) : await files.replace(uri, facts, sink => sink.write(bytes).then(() => undefined));
  return refused && { refused: `${fileURLToPath(uri)} cannot be written.` };
}
