// Schemas of descriptions for editors that complete and explain JSON and YAML by themselves. They demand nothing: what is wrong is said by the server, once.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { writeIfChanged } from './files.mjs';

const FOLDER = 'server/src/metadata/data-package';
const ANNOTATION = 'server/src/metadata/annotation';
/** What is offered for which documents: the definition of the schema that is their root, and where it stands in a package. */
const DOCUMENTS = { datapackage: [undefined, ''], dataresource: ['resource', 'resources'], tableschema: ['schema', 'resources/schema'], tabledialect: ['dialect', 'resources/dialect'] };

/** Terms the server offers with their meaning. */
const WITH_MEANING = /\/(?:legalBasis|specialBasis|technique)$/;

export async function writeDescriptionSchemas() {
  const words = await readWords();
  const [root, privacy, column, ml] = [[FOLDER, 'data-package'], [ANNOTATION, 'privacy'], [ANNOTATION, 'column-privacy'], [FOLDER, 'ml']]
    .map(([folder, name]) => JSON.parse(readFileSync(`${folder}/schema/${name}.schema.json`, 'utf8')));
  const schemas = new Map([[root.$id, root], [privacy.$id, privacy], [column.$id, column], [ml.$id, ml]]);
  for (const [name, [definition, place]] of Object.entries(DOCUMENTS)) {
    const schema = relaxed(definition ? root.definitions[definition] : root, root, place, { schemas, words });
    writeIfChanged(`out/${name}.schema.json`, `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema }, null, 1)}\n`);
  }
}

/** A schema without demands, references followed, with words for its properties. */
function relaxed(schema, root, place, context) {
  const { $ref } = schema;
  if ($ref) {
    const [file, pointer] = $ref.split('#');
    const document = file === '' ? root : context.schemas.get(file);
    const target = (pointer ?? '').split('/').slice(1).reduce((outer, step) => outer[step], document);
    return relaxed(target, document, place, context);
  }
  const offered = WITH_MEANING.test(place) ? undefined : schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return {
    ...(context.words[place] && { description: context.words[place] }),
    ...(offered && { anyOf: [{ enum: offered }, {}] }),
    ...(schema.items && { items: relaxed(schema.items, root, place, context) }),
    ...(schema.properties && {
      properties: Object.fromEntries(Object.entries(schema.properties).map(([key, inner]) => {
        const path = place === '' ? key : `${place}/${key}`;
        const own = context.words[path] ?? context.words[key];
        return [key, { ...relaxed(inner, root, path, context), ...(own && { description: own }) }];
      })),
    }),
  };
}

async function readWords() {
  const { outputFiles: [bundle] } = await build({
    stdin: { contents: `export { WORDS } from './${FOLDER}/guideWords.ts';`, resolveDir: '.', loader: 'ts' }, bundle: true, write: false, format: 'esm', logLevel: 'warning',
  });
  const { WORDS } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  return Object.fromEntries(Object.entries(WORDS).map(([key, { template }]) => [key, template]));
}
