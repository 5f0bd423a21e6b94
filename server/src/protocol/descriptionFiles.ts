/**
 * Names of files that may describe a dataset, as globs. Some of them others use too (`README.md`, `metadata.json`): there the server looks at the text
 * and says nothing where it is something else.
 */
export const DESCRIPTION_FILES: readonly string[] = [
  'datapackage.{json,yaml,yml}', '*.datapackage.{json,yaml,yml}', '*.{package,resource,schema,dialect}.{json,yaml,yml}',
  '{dataresource,tableschema,tabledialect,schema}.{json,yaml,yml}',
  '*-metadata.json', 'metadata.json', 'croissant*.json', '*.croissant.json', '*.jsonld',
  'README.md', 'dataset_infos.json', 'dataset_info.json',
  '*.odcs.{yaml,yml}', 'datacontract.{yaml,yml}', '*.datacontract.{yaml,yml}',
];
