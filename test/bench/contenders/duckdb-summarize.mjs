import { DuckDBInstance } from '@duckdb/node-api';
import { readerOf } from './shared/duckdb.mjs';

export default {
  name: 'DuckDB SUMMARIZE, 1 thread', link: 'https://duckdb.org', does: 'types, min, max, approximate distinct, mean, sd, quartiles, share of nulls', reads: ['csv', 'jsonl', 'parquet'],
  load: async () => {
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    return async path => {
      const rows = await (await connection.run(`SUMMARIZE SELECT * FROM ${readerOf(path)}`)).getRows();
      return { columns: rows.length };
    };
  },
};
