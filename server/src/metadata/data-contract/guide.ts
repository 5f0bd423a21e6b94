import type { Guide, GuideName } from '../../core/standard.ts';
import { schemaGuide } from '../document/schemaGuide.ts';
import { WORDS } from './guideWords.ts';
import SCHEMA_TEXT from './schema/data-contract.schema.json';

const TYPES: readonly string[] = [
  'string', 'text', 'varchar', 'number', 'decimal', 'numeric', 'int', 'integer', 'long', 'bigint', 'float', 'double', 'boolean', 'timestamp', 'timestamp_tz', 'timestamp_ntz',
  'date', 'array', 'map', 'object', 'record', 'struct', 'bytes', 'null',
];
const SERVERS: readonly string[] = ['local', 's3', 'azure', 'bigquery', 'databricks', 'glue', 'kafka', 'oracle', 'postgres', 'redshift', 'sftp', 'snowflake', 'sqlserver', 'trino'];

const STATES: readonly string[] = ['proposed', 'in development', 'active', 'deprecated', 'retired'];

/** What an editor offers in a contract: properties, types, and names and values of the columns. */
export const GUIDE: Guide = schemaGuide(SCHEMA_TEXT, {
  hasSchema: true,
  words: WORDS,
  values: key => (/fields\/\*\/(?:.*\/)?type$/.test(key) ? TYPES : key === 'servers/*/type' ? SERVERS : key === 'info/status' ? STATES : undefined),
  names: nameAt,
  keys: key => (key === 'models/*/fields' ? 'column' : undefined),
  page: () => 'https://datacontract-specification.com/',
});

function nameAt(key: string): GuideName | undefined {
  if (key === 'servers/*/path') return 'path';
  if (key === 'models/*/primaryKey') return 'field';
  return /fields\/\*\/(?:enum|examples|example)$/.test(key) ? 'value' : undefined;
}
