import { DuckDBInstance } from '@duckdb/node-api';
import { readerOf } from './shared/duckdb.mjs';

/** Nearly what a Lintel profile says of a column; exact sums, the share of each class and the count of every missing spelling have no equal here. */
const OF_ALL = ['count(%)', 'approx_count_distinct(%)', 'min(length(CAST(% AS VARCHAR)))', 'max(length(CAST(% AS VARCHAR)))', 'avg(length(CAST(% AS VARCHAR)))', 'approx_top_k(%, 64)'];
const OF_NUMBERS = ['min(%)', 'max(%)', 'sum(%)', 'stddev(%)', 'approx_quantile(%, [0.05, 0.25, 0.5, 0.75, 0.95])'];
const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL.*)$/;

export default {
  name: 'DuckDB, aggregates of a profile, 1 thread', link: 'https://duckdb.org', does: 'counts, approximate distinct, lengths, most frequent values, sums, quantiles', reads: ['csv', 'jsonl', 'parquet'],
  load: async () => {
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    return async path => {
      const table = readerOf(path);
      const columns = await (await connection.run(`DESCRIBE SELECT * FROM ${table}`)).getRows();
      const wanted = columns.flatMap(([name, type]) => [...OF_ALL, ...(NUMBER.test(type) ? OF_NUMBERS : [])].map(what => what.replaceAll('%', `"${name.replaceAll('"', '""')}"`)));
      const [row] = await (await connection.run(`SELECT count(*), ${wanted.join(', ')} FROM ${table}`)).getRows();
      return { rows: Number(row[0]), columns: columns.length };
    };
  },
};
