import type { Finding, Spot } from '../../core/finding.ts';
import type { Source } from '../../core/format.ts';
import type { TextPosition, TextRange } from '../../core/place.ts';
import { encode } from '../../util/charset/encode.ts';
import { decoderOf } from '../../util/charset/decode.ts';
import { readAll } from '../../util/readFile.ts';

/** How a file is written, and how an editor shows it. */
export interface Misreading {
  readonly written: string;
  readonly shownAs: string;
}

/**
 * Findings about the right text of a file, at the places where an editor shows them that reads the file in the wrong encoding. Lines are the same,
 * characters are not. Fixes are left out: they would write right text into a wrong one.
 */
export async function atShownPlaces(findings: readonly Finding[], source: Source & { readonly size: number }, misreading: Misreading): Promise<readonly Finding[]> {
  const lines = linesOf(await readAll(source, source.size), misreading.written);
  const uri = findings[0]?.primary.uri;
  const position = ({ line, character }: TextPosition): TextPosition => ({ line, character: shownCharacter(lines[line] ?? '', character, misreading) });
  const range = ({ start, end }: TextRange): TextRange => ({ start: position(start), end: position(end) });
  const spot = (one: Spot): Spot => (one.uri === uri ? { ...one, range: range(one.range) } : one);
  return findings.map(finding => ({
    ...finding,
    primary: spot(finding.primary),
    spots: finding.spots.map(spot),
    related: finding.related.map(one => ({ ...one, spot: spot(one.spot) })),
    fix: undefined,
  }));
}

/** Lines as editors count them, without a byte-order mark. */
function linesOf(bytes: Uint8Array, encoding: string): readonly string[] {
  return new TextDecoder().decode(decoderOf(encoding)(bytes, true).bytes).split(/\r\n|\r|\n/);
}

/** Where a character of the right line stands in the shown one: after as many characters as its bytes make there. */
function shownCharacter(line: string, character: number, { written, shownAs }: Misreading): number {
  const bytes = encode(line.slice(0, character), written);
  if (!bytes) return character;
  return new TextDecoder().decode(shownAs === 'utf-8' ? bytes : decoderOf(shownAs)(bytes, true).bytes).length;
}
