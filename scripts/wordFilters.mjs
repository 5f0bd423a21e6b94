// Packs lists of words, one a line, into the filters that detectors ask:
//   node scripts/wordFilters.mjs words.json name=list.txt name=list.txt ...
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [target, ...lists] = process.argv.slice(2);
const outfile = join(tmpdir(), `wordFilter.${process.pid}.mjs`);
await build({ entryPoints: ['server/src/util/wordFilter.ts'], bundle: true, format: 'esm', outfile });
const { encodeWords } = await import(pathToFileURL(outfile).href);
const filters = lists.map(list => list.split('=')).map(([name, path]) => [name, encodeWords(readFileSync(path, 'utf8').split('\n').filter(line => line !== ''))]);
writeFileSync(target, `${JSON.stringify(Object.fromEntries(filters), null, 2)}\n`);
