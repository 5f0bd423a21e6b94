import { createRequire } from 'node:module';

const CSV = { inferSchemaLength: 10_000, nullValues: ['', 'NA'], truncateRaggedLines: true };

/** Of Parquet it fails to describe tables with dates and times. */
export default {
  name: 'nodejs-polars read + describe', link: 'https://pola-rs.github.io/nodejs-polars', does: 'count, nulls, mean, sd, min, max, median; all threads', reads: ['csv', 'jsonl'],
  load: () => {
    const polars = createRequire(import.meta.url)('nodejs-polars');
    return path => {
      const frame = path.endsWith('.csv') ? polars.readCSV(path, CSV) : polars.scanJson(path, { inferSchemaLength: 10_000 }).collectSync();
      frame.describe();
      return { rows: frame.height, columns: frame.width };
    };
  },
};
