// Compiles the kernel with AssemblyScript and embeds its bytes as text, so that it loads the same way in Node, in workers and in the browser.
import asc from 'assemblyscript/asc';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { filesBelow, writeIfChanged } from './files.mjs';

const SOURCES = 'server/kernel';
const TARGET = 'server/src/kernel/wasm.generated.ts';
/** 32 MiB to begin with: enough for a reader and a summary without ever growing, and untouched pages cost nothing. */
const OPTIONS = ['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert', '--initialMemory', '512', '--noColors'];

/** Does nothing where neither the sources nor the options changed. Throws with the compiler's words where they do not compile. */
export async function buildKernel() {
  const files = new Map(filesBelow(SOURCES, path => path.endsWith('.ts')).map(path => [path, readFileSync(path, 'utf8')]));
  const mark = `// ${createHash('sha256').update(JSON.stringify([asc.version, OPTIONS, ...files])).digest('hex')}\n`;
  if (existsSync(TARGET) && readFileSync(TARGET, 'utf8').startsWith(mark)) return;
  const wasm = await compile(files);
  writeIfChanged(TARGET, `${mark}export default '${Buffer.from(wasm).toString('base64')}';\n`);
}

async function compile(files) {
  let wasm;
  const { error, stderr } = await asc.main([`${SOURCES}/index.ts`, '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: name => files.get(name.replaceAll('\\', '/')) ?? null,
    writeFile: (name, contents) => void (name.endsWith('.wasm') && (wasm = contents)),
    listFiles: () => [],
  });
  if (error) throw new Error(`the kernel does not compile:\n${stderr.toString()}`, { cause: error });
  return wasm;
}
