import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextPosition } from '../../server/src/core/place.ts';
import type { MetadataStandard } from '../../server/src/core/standard.ts';
import { Lines } from '../../server/src/metadata/document/lines.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { textIn } from './support.ts';

/** What a standard has against a text: the text it stands at, the words for it, and the kind where it is no breach. */
export function complaintsOf(standard: MetadataStandard, text: string, fileName: string): readonly (readonly string[])[] {
  const { complaints, locate } = standard.read(text, fileName);
  return complaints.map(({ kind, path, part, range, message }) => [
    textIn(text, range ?? locate(path, part)), renderMessage(message, { locale: 'en' }), ...(['ignored', 'recommended', 'deprecated', 'unchecked'].includes(kind) ? [kind] : []),
  ]);
}

const PIECES = ['{', '}', '[', ']', '"', ',', ': ', '\n', '\t', '\n---\n', '&a ', '*a', '<<: *a\n', '- ', '? ', '| ', 'null', '-1', 'true', '\uFEFF', '\0'];

/** However a text is cut and spliced, reading it throws nothing, and every complaint lies inside of it. */
export function survivesMutation(standard: MetadataStandard, samples: readonly (readonly [text: string, fileName: string])[]): void {
  const mutation = fc.tuple(fc.nat(), fc.nat(40), fc.oneof(fc.string(), fc.constantFrom(...PIECES)));
  fc.assert(fc.property(fc.constantFrom(...samples), fc.array(mutation, { maxLength: 4 }), ([sample, fileName], mutations) => {
    const text = mutations.reduce((now, [at, length, inserted]) => now.slice(0, at % (now.length + 1)) + inserted + now.slice((at % (now.length + 1)) + length), sample);
    standard.recognises?.(text, fileName);
    const { complaints, locate } = standard.read(text, fileName);
    const end = new Lines(text).position(text.length);
    for (const { path, part, range: given } of complaints) {
      const range = given ?? locate(path, part);
      assert.ok(isBefore(range.start, range.end) && isBefore(range.end, end), JSON.stringify({ path, range }));
    }
  }), { numRuns: 300 });
}

const isBefore = (a: TextPosition, b: TextPosition): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
