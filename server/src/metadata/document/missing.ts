/** Spellings of "missing" where a standard names none and its readers are Python programs: the default of pandas, `na_values`. */
export const PANDAS_MISSING: readonly string[] = [
  '', '#N/A', '#N/A N/A', '#NA', '-1.#IND', '-1.#QNAN', '-NaN', '-nan', '1.#IND', '1.#QNAN', '<NA>', 'N/A', 'NA', 'NULL', 'NaN', 'None', 'n/a', 'nan', 'null',
];
