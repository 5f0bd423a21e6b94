import type { Source } from '../../core/format.ts';
import type { TableFault } from '../../core/structure.ts';
import { builtInStyle, styleOfCode } from './dates.ts';
import type { DateStyle } from './dates.ts';
import { SheetReader } from './sheet.ts';
import type { Row } from './sheet.ts';
import { attributeOf, elementsOf, stringOf } from './xml.ts';
import { openArchive, unpack } from './zip.ts';
import type { Archive } from './zip.ts';

/** One sheet of a workbook, in memory: a sheet has a million rows at most. */
export interface Workbook {
  readonly rows: readonly Row[];
  /** Further sheets, which are not read. */
  readonly others: number;
  /** The sheet could not be read to its end. */
  readonly fault: TableFault | undefined;
}

/** XML of a sheet, or of the texts of all sheets, that is read: about ten times what a workbook of common size has. */
const MOST_XML = 512 * 1024 * 1024;
const SMALL_XML = 16 * 1024 * 1024;

/** Reads a sheet of a workbook by its name or its number from 1, else the first, or says why there is none to be read. */
export async function readWorkbook(source: Source, wanted?: string | number): Promise<Workbook | { readonly unread: TableFault }> {
  const archive = await openArchive(source);
  if (archive === 'cut-short' || archive === 'directory') return { unread: archive };
  const part = (name: string): Promise<string> => readPart(source, archive, name);
  const workbook = await part('xl/workbook.xml');
  const sheets = await sheetsOf(workbook, await part('xl/_rels/workbook.xml.rels'), archive);
  const chosen = wanted === undefined ? sheets[0] : sheets.find(({ title }, i) => (typeof wanted === 'number' ? i === wanted - 1 : title === wanted));
  const entry = archive.get(chosen?.part ?? '');
  if (!entry) return { unread: sheets.length > 0 && !chosen ? 'no-such-sheet' : 'no-sheet' };
  const properties = [...elementsOf(workbook, 'workbookPr')][0]?.tag ?? '';
  const from1904 = /^(?:1|true)$/.test(attributeOf(properties, 'date1904') ?? '');
  const sheet = new SheetReader(await readStrings(source, archive), stylesOf(await part('xl/styles.xml')), from1904);
  let length = 0;
  const whole = await unpack(source, entry, text => {
    sheet.take(text);
    return (length += text.length) <= MOST_XML;
  });
  const fault = length > MOST_XML ? 'too-big' : whole && sheet.ended ? undefined : 'sheet';
  return { rows: sheet.rows(), others: sheets.length - 1, fault };
}

async function readPart(source: Source, archive: Archive, name: string): Promise<string> {
  const entry = archive.get(name);
  let text = '';
  if (entry) await unpack(source, entry, piece => (text += piece).length <= SMALL_XML);
  return text;
}

interface Sheet {
  /** As its tab shows it. */
  readonly title: string;
  readonly part: string;
}

/** The worksheets in the order of the tabs. */
async function sheetsOf(workbook: string, relations: string, archive: Archive): Promise<readonly Sheet[]> {
  const targets = new Map<string, string>();
  for (const { tag } of elementsOf(relations, 'Relationship')) targets.set(attributeOf(tag, 'Id') ?? '', attributeOf(tag, 'Target') ?? '');
  const named = [...elementsOf(workbook, 'sheet')].map(({ tag }): Sheet => {
    const target = targets.get(attributeOf(tag, 'id') ?? '') ?? '';
    return { title: attributeOf(tag, 'name') ?? '', part: target.startsWith('/') ? target.slice(1) : `xl/${target}` };
  }).filter(({ part }) => archive.has(part) && !part.includes('chartsheets/'));
  if (named.length > 0) return named;
  return [...archive.keys()].filter(name => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort().map(part => ({ title: '', part }));
}

/** The texts that cells refer to by number. */
async function readStrings(source: Source, archive: Archive): Promise<readonly string[]> {
  const entry = archive.get('xl/sharedStrings.xml');
  const strings: string[] = [];
  let waiting = '';
  let length = 0;
  if (entry) await unpack(source, entry, text => {
    waiting += text;
    const end = waiting.lastIndexOf('</si>') + 5;
    for (const { tag, content } of elementsOf(waiting.slice(0, Math.max(0, end)), 'si')) strings.push(tag.endsWith('/') ? '' : stringOf(content));
    if (end >= 5) waiting = waiting.slice(end);
    return (length += text.length) <= MOST_XML;
  });
  if (waiting.includes(':si')) for (const { content } of elementsOf(waiting, 'si')) strings.push(stringOf(content));
  return strings;
}

/** What each cell style makes of a number. */
function stylesOf(xml: string): readonly DateStyle[] {
  const codes = new Map<number, DateStyle>();
  for (const { tag } of elementsOf(xml, 'numFmt')) codes.set(Number(attributeOf(tag, 'numFmtId')), styleOfCode(attributeOf(tag, 'formatCode') ?? ''));
  const [formats] = elementsOf(xml, 'cellXfs');
  return [...elementsOf(formats?.content ?? '', 'xf')].map(({ tag }) => {
    const id = Number(attributeOf(tag, 'numFmtId') ?? 0);
    return codes.get(id) ?? builtInStyle(id);
  });
}
