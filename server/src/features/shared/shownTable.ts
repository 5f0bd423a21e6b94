import type { TableView } from '../../core/rule.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Reading } from '../../core/reading.ts';
import type { Snapshot } from '../../engine/dataCheck.ts';
import type { DocumentText } from '../../engine/documentText.ts';
import { isDescriptionUri } from '../../engine/registry.ts';
import { type ReadableText, TextRows, sameReading } from '../../engine/textRows.ts';
import { fileNameOf } from '../../util/uri.ts';
import type { Session } from './session.ts';

/** An open document with what the check of its present text found out about its table. */
export interface ShownTable {
  readonly snapshot: Snapshot;
  readonly table: TableView;
  readonly readable: ReadableText;
  readonly rows: TextRows;
}

/**
 * The table in an open document, its check waited for; `undefined` where there is none. What editors ask for by themselves does not start a check where
 * the settings say that nothing is checked by itself; what a person asked for (`asked`) does.
 */
export async function shownTable(session: Session, uri: string, asked = false): Promise<ShownTable | undefined> {
  const { workspace } = session;
  const { enable, run } = workspace.settingsOf(uri);
  if (isDescriptionUri(uri) || (!asked && (!enable || (run === 'off' && !workspace.lastSnapshot(uri))))) return undefined;
  const snapshot = await workspace.snapshot(uri);
  const document = workspace.documents.get(uri);
  if (!document || !snapshot || 'refused' in snapshot || snapshot.version !== document.version) return undefined;
  const { format, checked: { table } } = snapshot;
  const kernel = await workspace.kernel();
  const reading = readingOf(snapshot, document.text, kernel);
  if (!reading || !table) return undefined;
  const readable = { kernel, format, source: document.text, reading };
  return { snapshot, table, readable, rows: rowsOf(session, uri, readable) };
}

/** The reading may be that of the file, whose marks, line ends and bytes the editor does not show: then the text is read in the same way. */
function readingOf({ checked: { reading }, bytes, format, uri }: Snapshot, text: DocumentText, kernel: Kernel): Reading | undefined {
  if (!reading || (bytes === text.size && reading.bomLength === 0)) return reading;
  const { dialect: { delimiter, quote, escape, values, comment, trim, skipBlankRows }, bomLength, bodyOffset, bodyEnd, hasHeader, alsoCalled, nullTokens } = reading;
  if (values || bytes - bomLength === text.size) {
    return { ...reading, bomLength: 0, bodyOffset: bodyOffset - bomLength, ...(bodyEnd !== undefined && { bodyEnd: bodyEnd - bomLength }) };
  }
  const declared = {
    delimiter: String.fromCharCode(delimiter), quote: quote === 0 ? '' : String.fromCharCode(quote), header: hasHeader, nullTokens,
    ...(escape !== undefined && { escape: String.fromCharCode(escape) }), ...(comment !== undefined && { comment }), ...(trim && { trim }),
    ...(skipBlankRows && { skipBlankRows }), ...(alsoCalled && { headerRows: 1 + (alsoCalled[0]?.length ?? 0) }),
  };
  const detected = format.detect(kernel, text.bytes(0, HEAD), fileNameOf(uri), declared);
  return 'reading' in detected ? detected.reading : undefined;
}

/** As many bytes as a format asks for to fix a reading. */
const HEAD = 256 * 1024;

const known = new WeakMap<Session, Map<string, TextRows>>();

/** What is known of where rows begin, kept from version to version for as long as the document is open. */
function rowsOf(session: Session, uri: string, readable: ReadableText): TextRows {
  const ofSession = known.get(session) ?? new Map<string, TextRows>();
  known.set(session, ofSession);
  for (const other of ofSession.keys()) if (!session.workspace.documents.get(other)) ofSession.delete(other);
  const before = ofSession.get(uri);
  const rows = before?.readable.source === readable.source && sameReading(before.readable.reading, readable.reading) ? before : new TextRows(readable, before);
  ofSession.set(uri, rows);
  return rows;
}
