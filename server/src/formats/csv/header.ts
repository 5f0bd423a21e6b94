const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const DATE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}/;

/**
 * Whether the first row names the columns. A row is taken for data only when every cell of it looks like the cells below: a number over numbers, or a
 * text that occurs again in its column. Files with years or running numbers as names (`country,1990,1991`; `0,1,2,3`) keep their header.
 */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...body] = rows;
  if (first.length === 0) return true;
  if (body.length === 0) return !first.every(cell => isValue(cell));
  if (first.every((cell, i) => cell === String(i))) return true;
  return !first.every((cell, i) => isLikeItsColumn(cell, body.map(row => row[i] ?? '')));
}

function isLikeItsColumn(cell: string, column: readonly string[]): boolean {
  const filled = column.filter(text => text !== '');
  if (cell === '') return filled.length < column.length;
  if (isValue(cell)) return filled.every(isValue);
  return filled.includes(cell);
}

const isValue = (text: string): boolean => NUMBER.test(text.trim()) || DATE.test(text.trim());
