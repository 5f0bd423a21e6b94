// Lets tests in an extension host (a process of its own, or a web worker) speak to the side that holds the page:
// POST http://127.0.0.1:<port>/<token>/<verb> with a JSON list of arguments; the answer is JSON.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * @param {(verb: string, words: readonly unknown[]) => Promise<unknown>} answer
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function openBridge(answer) {
  const token = randomUUID();
  const server = createServer((request, response) => {
    // The web worker's origin is the workbench's, so its requests are checked by the browser first.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('access-control-allow-private-network', 'true');
    if (request.method === 'OPTIONS') return response.end();
    const [, given, verb] = (request.url ?? '').split('/');
    if (given !== token) return response.writeHead(404).end();
    return reply(request, response, words => answer(verb, words));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const close = () => { server.close(); server.closeAllConnections(); };
  return { url: `http://127.0.0.1:${server.address().port}/${token}`, close };
}

async function reply(request, response, answer) {
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const value = await answer(JSON.parse(Buffer.concat(chunks).toString('utf8') || '[]'));
    response.end(JSON.stringify({ value: value ?? null }));
  } catch (error) {
    response.end(JSON.stringify({ error: String(error?.message ?? error) }));
  }
}
