// The schemas of lintel.config.yaml and deidentify.yaml, and of the same in JSON, for editors that complete and explain them: made of what the server offers itself.
import { build } from 'esbuild';
import { writeIfChanged } from './files.mjs';

const SOURCE = `
  import { configurationSchema } from './server/src/config/schema.ts';
  import { planSchema } from './server/src/engine/deidentify/planSchema.ts';
  import { allRules, allTransforms } from './server/src/engine/registry.ts';
  export const schema = configurationSchema(allRules);
  export const plan = planSchema(allTransforms);
`;

export async function writeConfigurationSchema() {
  const { outputFiles: [bundle] } = await build({
    stdin: { contents: SOURCE, resolveDir: '.', loader: 'ts' }, bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning',
    alias: { 'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js' }, mainFields: ['module', 'main'],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("file:///");' },
  });
  const { schema, plan } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  // The rules stand in four places; the file has them once.
  const { rules } = schema.properties;
  const document = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Lintel configuration', ...schema, definitions: { rules: { ...rules } } };
  writeIfChanged('out/lintel.config.schema.json', `${JSON.stringify(document, (_, value) => (value === rules ? { $ref: '#/definitions/rules' } : value), 1)}\n`);
  writeIfChanged('out/deidentify.schema.json', `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title: 'Lintel plan for de-identification', ...plan }, null, 1)}\n`);
}
