import { DuckDBInstance } from '@duckdb/node-api';

export default {
  name: 'DuckDB SUMMARIZE, 1 thread', link: 'https://duckdb.org', does: 'types, min, max, approximate distinct, mean, sd, quartiles, share of nulls',
  load: async () => {
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    return async path => {
      const rows = await (await connection.run(`SUMMARIZE SELECT * FROM read_csv('${path.replaceAll("'", "''")}')`)).getRows();
      return { columns: rows.length };
    };
  },
};
