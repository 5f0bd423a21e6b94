/** Whether a text is a geometry as the standard of simple features writes it (ISO/IEC 13249-3, OGC 06-103r4): a keyword, then `EMPTY` or closed brackets. */
export function isWellKnownText(text: string): boolean {
  const body = KEYWORD.exec(text)?.[1];
  return body !== undefined && (/^EMPTY$/i.test(body) || closes(body));
}

const KEYWORD = new RegExp(
  '^\\s*(?:SRID=\\d+;)?\\s*(?:POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON'
  + '|MULTICURVE|MULTISURFACE|CURVE|SURFACE|POLYHEDRALSURFACE|TIN|TRIANGLE|CIRCLE)\\s*(?:Z|M|ZM)?\\s*(EMPTY|\\(.*\\))\\s*$', 'is',
);

/** Every bracket is closed, the first one by the last. */
function closes(body: string): boolean {
  let depth = 0;
  for (const [i, letter] of [...body].entries()) {
    if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && i < body.length - 1)) return false;
  }
  return depth === 0;
}
