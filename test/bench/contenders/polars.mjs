export default {
  name: 'Polars (Python) read + describe', link: 'https://pola.rs', does: 'count, nulls, mean, sd, min, max, quartiles; all threads', reads: ['csv', 'jsonl', 'parquet'], python: 'polars',
};
