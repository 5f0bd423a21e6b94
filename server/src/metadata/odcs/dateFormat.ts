/** Letters of Java's DateTimeFormatter by what strptime has for them. */
const LETTERS: Readonly<Record<string, string>> = {
  yyyy: '%Y', uuuu: '%Y', yy: '%y', MM: '%m', dd: '%d', HH: '%H', mm: '%M', ss: '%S', SSS: '%f', SSSSSS: '%f', DDD: '%j', hh: '%I', a: '%p',
};

/** A format of Java's DateTimeFormatter in the letters of strptime; `undefined` where it has letters that strptime has nothing for. */
export function strptimeOf(format: string): string | undefined {
  const pieces = format.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  const translated = pieces.map(piece => {
    if (piece.startsWith("'")) return piece === "''" ? "'" : piece.slice(1, -1).replaceAll("''", "'").replaceAll('%', '%%');
    if (/^(?:[Xx]{1,3}|Z)$/.test(piece)) return '%z';
    return /^[A-Za-z]/.test(piece) ? LETTERS[piece] : piece.replaceAll('%', '%%');
  });
  return pieces.join('') === format && translated.every(one => one !== undefined) ? translated.join('') : undefined;
}
