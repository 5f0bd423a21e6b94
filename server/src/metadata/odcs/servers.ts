/** What a server of a type needs and may have besides, apart from what all servers share (ODCS 3.1 and 3.2, Infrastructure and servers). */
export interface ServerKind {
  readonly needs: readonly string[];
  readonly may: readonly string[];
}

const kind = (needs: string, may = ''): ServerKind => ({ needs: words(needs), may: words(may) });
const words = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

export const SERVERS: Readonly<Record<string, ServerKind>> = {
  api: kind('location'),
  athena: kind('schema', 'stagingDir workgroup catalog regionName'),
  azure: kind('location format', 'delimiter encoding'),
  bigquery: kind('project dataset'),
  btrieve: kind('host database', 'port'),
  clickhouse: kind('host port database'),
  cloudsql: kind('host port database schema'),
  custom: kind('', 'account catalog database dataset delimiter endpointUrl format encoding host location path port project region regionName schema serviceName stagingDir warehouse stream'),
  databricks: kind('catalog schema', 'host'),
  db2: kind('host port database', 'schema'),
  denodo: kind('host port', 'database'),
  dremio: kind('host port', 'schema'),
  duckdb: kind('database', 'schema'),
  exasol: kind('host', 'port schema'),
  fastobjects: kind('database', 'host port'),
  glue: kind('account database', 'location format encoding'),
  hana: kind('host', 'port database schema'),
  hive: kind('host database', 'port'),
  iceberg: kind('catalogUrl catalog', 'warehouse namespace schema location format'),
  impala: kind('host database', 'port'),
  informix: kind('host database', 'port'),
  ingres: kind('host database', 'port schema'),
  kafka: kind('host', 'format encoding'),
  kinesis: kind('', 'stream region format encoding'),
  local: kind('path format', 'encoding'),
  mysql: kind('host port database'),
  oracle: kind('host port serviceName'),
  postgres: kind('host port database schema'),
  postgresql: kind('host port database schema'),
  presto: kind('host', 'catalog schema'),
  poet: kind('database', 'host port'),
  pubsub: kind('project'),
  redshift: kind('database schema', 'host port region account'),
  s3: kind('location', 'endpointUrl format delimiter encoding'),
  sftp: kind('location', 'format delimiter encoding'),
  snowflake: kind('account database schema', 'host port warehouse'),
  sqlserver: kind('host database schema', 'port'),
  synapse: kind('host port database'),
  teradata: kind('host', 'port database'),
  trino: kind('host port catalog schema'),
  vectorwise: kind('host database', 'port schema'),
  versant: kind('database', 'host port'),
  vertica: kind('host port database schema'),
  zen: kind('host database', 'port'),
};

/** Keys every server may have. */
export const OF_ALL: readonly string[] = ['id', 'server', 'type', 'description', 'environment', 'roles', 'customProperties'];
