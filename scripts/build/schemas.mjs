// Compiles JSON Schemas to plain functions, so that nothing is compiled (and no code is made from text) where the product runs.
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { filesBelow, writeIfChanged } from './files.mjs';

/** Raise it when this file changes what it writes. */
const EDITION = 2;

const TYPES = `/** One violation, as ajv reports it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
/** True when \`value\` keeps the schema; \`errors\` holds what was wrong with the last value, up to the next call. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
export const validate: Validate = compiled;
`;

/** Schemas that those of every standard may refer to. */
const SHARED = 'server/src/metadata/annotation/schema';
const isSchema = path => path.endsWith('.schema.json');

/** Every folder with `*.schema.json` below a metadata standard; the file named like the standard is the root, the others are what it refers to. */
export async function buildSchemas() {
  const folders = new Set(filesBelow('server/src/metadata', isSchema).map(path => dirname(path)));
  folders.delete(SHARED);
  for (const folder of folders) await buildFolder(folder);
}

/** Compiling takes a while, so it is skipped while the stamp in the first line is the one of the schemas as they are. */
async function buildFolder(folder) {
  const files = [...filesBelow(folder, isSchema), ...filesBelow(SHARED, isSchema)];
  const texts = files.map(file => readFileSync(file, 'utf8'));
  const stamp = createHash('sha256').update([EDITION, ...files, ...texts].join('\0')).digest('hex').slice(0, 16);
  const target = `${folder}/validate.generated.ts`;
  const head = `// @ts-nocheck ${stamp}: written by the build from the schemas of this folder; not committed.\n`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(head)) return;
  const standard = dirname(folder).split('/').at(-1);
  const root = JSON.parse(texts[files.indexOf(`${folder}/${standard}.schema.json`)]);
  writeIfChanged(target, `${head}${await compile(texts.map(text => JSON.parse(text)), root.$id)}${TYPES}`);
}

/** ajv's code, with the few helpers it asks for bundled in and the schemas it does not need at run time left out. */
async function compile(schemas, id) {
  const ajv = new Ajv({ schemas, allErrors: true, messages: false, allowUnionTypes: true, strictTypes: false, code: { source: true, esm: true, lines: true } });
  const contents = `${standaloneCode(ajv, { compiled: id })}`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.', loader: 'js' }, bundle: true, write: false, format: 'esm', platform: 'neutral', mainFields: ['main'],
    target: 'es2022', minifySyntax: true, minifyWhitespace: true, charset: 'utf8',
  });
  return outputFiles[0].text.replace(/export\{(\w+) as compiled\};?\s*$/, 'const compiled=$1;\n');
}
