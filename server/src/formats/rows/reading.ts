import type { Declared, Detected } from '../../core/format.ts';
import type { Reading } from '../../core/reading.ts';
import { DEFAULT_NULL_TOKENS } from '../../core/reading.ts';

/** The reading of a file that says itself what its columns are. A value that is not there is an empty cell, whatever else is declared to mean it. */
export function typedReading(header: readonly string[], { nullTokens = DEFAULT_NULL_TOKENS, ...declared }: Declared): Reading {
  return {
    dialect: { delimiter: 0, quote: 0, lineEnd: 'lf', values: 'typed' },
    encoding: 'utf-8',
    bomLength: 0,
    hasHeader: declared.header ?? true,
    bodyOffset: 0,
    header,
    nullTokens: nullTokens.includes('') ? nullTokens : ['', ...nullTokens],
    container: 'typed',
    provenance: {},
    ...(declared.sheet !== undefined && { sheet: declared.sheet }),
  };
}

/** What `detect` says of files that are no text: they are inspected instead. */
export const NO_TEXT: Detected = { unreadable: { kind: 'not-this-format', place: { at: 'file' }, numbers: { signature: -1 } } };
