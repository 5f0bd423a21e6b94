/** Without being told it takes a file with ragged rows for one of a single column. */
const LENIENT = ", delim = ',', quote = '\"', header = true, strict_mode = false, null_padding = true, ignore_errors = true";
const READERS = { csv: 'read_csv', jsonl: 'read_json', parquet: 'read_parquet' };

/** What stands behind FROM to read a file. */
export function readerOf(path) {
  return `${READERS[path.split('.').at(-1)]}('${path.replaceAll("'", "''")}'${path.includes('dirty') ? LENIENT : ''})`;
}
