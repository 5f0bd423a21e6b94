import { DuckDBInstance } from '@duckdb/node-api';

const READERS = { csv: 'read_csv', jsonl: 'read_json', parquet: 'read_parquet' };

export default {
  name: 'DuckDB SUMMARIZE, 1 thread', link: 'https://duckdb.org', does: 'types, min, max, approximate distinct, mean, sd, quartiles, share of nulls', reads: ['csv', 'jsonl', 'parquet'],
  load: async () => {
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    return async path => {
      const reader = READERS[path.split('.').at(-1)];
      const rows = await (await connection.run(`SUMMARIZE SELECT * FROM ${reader}('${path.replaceAll("'", "''")}')`)).getRows();
      return { columns: rows.length };
    };
  },
};
