// The schema of lintel.config.yaml and .json, for editors that complete and explain them: made of the same object that checks them, with every rule in it.
import { build } from 'esbuild';
import { writeIfChanged } from './files.mjs';

const SOURCE = `
  import { configurationSchema } from './server/src/config/schema.ts';
  import { allRules } from './server/src/engine/registry.ts';
  export const schema = configurationSchema(allRules);
`;

export async function writeConfigurationSchema() {
  const { outputFiles: [bundle] } = await build({
    stdin: { contents: SOURCE, resolveDir: '.', loader: 'ts' }, bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning',
    alias: { 'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js' }, mainFields: ['module', 'main'],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("file:///");' },
  });
  const { schema } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  // The rules stand in four places; the file has them once.
  const { rules } = schema.properties;
  const document = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Lintel configuration', ...schema, definitions: { rules: { ...rules } } };
  writeIfChanged('out/lintel.config.schema.json', `${JSON.stringify(document, (_, value) => (value === rules ? { $ref: '#/definitions/rules' } : value), 1)}\n`);
}
