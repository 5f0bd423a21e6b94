import { configurationSchema, type Schema } from '../../config/schema.ts';
import { isConfigurationName } from '../../config/configurations.ts';
import { isPlanName, planSchema } from '../../engine/deidentify/planSchema.ts';
import { allRules, allTransforms } from '../../engine/registry.ts';
import { fileNameOf } from '../../util/uri.ts';

/** The schema of a document people write for Lintel: a configuration, or a plan for de-identification; `undefined` of any other. */
export function schemaOfWritten(uri: string): Schema | undefined {
  const fileName = fileNameOf(uri);
  if (isConfigurationName(fileName)) return configurationSchema(allRules);
  return isPlanName(fileName) ? planSchema(allTransforms) : undefined;
}
