// Writes every generated source: plugin registries, the catalogue of translations, manuals, the kernel's bytes, compiled schemas.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { writeRegistries } from './registries.mjs';
import { writeCatalogue } from './catalogue.mjs';
import { writeManuals } from './manuals.mjs';

/** Generators that live in a file of their own and bring the npm packages they need. */
const GENERATORS = [['./scripts/build/kernel.mjs', 'buildKernel'], ['./scripts/build/schemas.mjs', 'buildSchemas']];

export async function generate() {
  writeRegistries();
  writeCatalogue();
  writeManuals();
  for (const [file, name] of GENERATORS) {
    if (existsSync(file)) await (await import(pathToFileURL(resolve(file)).href))[name]();
  }
}
