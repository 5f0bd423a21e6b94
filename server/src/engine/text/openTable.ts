import type { Declared, Format, Source } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Reading } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { isPackedName, unpackedName } from '../../util/packed.ts';
import { readHead } from '../head.ts';
import { detect } from './detection.ts';
import type { Misreading } from './misread.ts';
import { asIs, openText } from './openText.ts';
import type { Text } from './openText.ts';

/** A file that is to be read as a table. */
export interface TableFile {
  readonly source: Source;
  readonly fileName: string;
  readonly format: Format;
  readonly kernel: Kernel;
  readonly declared: Declared;
  /** The source is the text of an open document. */
  readonly isDocument?: boolean;
  /** How an editor reads the file, and how it is written. */
  readonly misread?: Misreading | undefined;
}

/** A table as its format reads it: the text, and the reading fixed by its first bytes. */
export interface OpenTable {
  readonly text: Text;
  readonly reading: Reading;
  /** What the format met on the way to the reading. */
  readonly facts: readonly StructuralFact[];
}

/** Unpacks and decodes a file where that is needed and fixes how it is read; a fact says why it cannot be. */
export async function openTable(file: TableFile): Promise<OpenTable | { readonly unreadable: StructuralFact }> {
  const { source, fileName, declared, isDocument = false, misread } = file;
  if (file.format.inspect) return inspected(asIs(source), file.format.inspect, declared);
  const text = await openText(source, { packed: !isDocument && isPackedName(fileName), isDocument, declared: declared.encoding, misread });
  return 'unreadable' in text ? text : readAs(text, file);
}

async function inspected(text: Text, inspect: NonNullable<Format['inspect']>, declared: Declared): Promise<OpenTable | { readonly unreadable: StructuralFact }> {
  const detected = await inspect(text.source, declared);
  return 'unreadable' in detected ? detected : { text, reading: detected.reading, facts: detected.facts ?? [] };
}

/** How the text is read, its encoding being known. */
export async function readAs(text: Text, { format, kernel, fileName, declared }: TableFile): Promise<OpenTable | { readonly unreadable: StructuralFact }> {
  const detected = detect({ kernel, format, head: await readHead(text.source), fileName: unpackedName(fileName), declared });
  if ('unreadable' in detected) return detected;
  const { encoding, basis } = text;
  const provenance = { ...detected.reading.provenance, encoding: basis?.on === 'declared' ? 'description' as const : 'detection' as const };
  const reading = { ...detected.reading, encoding, provenance, ...(basis && { encodingBasis: basis }) };
  return { text, reading, facts: detected.facts ?? [] };
}
