import { isJsonObject } from '../../util/json.ts';
import { jsonPlaces } from '../../util/jsonPlaces.ts';
import type { Stretch } from '../../util/jsonPlaces.ts';
import { roleOfWord } from '../../util/splitNames.ts';
import { parsed } from './coco.ts';
import { folderOf, rowsWhere, Tally } from './tally.ts';
import type { Beside, Images, Told } from './tally.ts';

/** An image as a list has it. */
interface Listed {
  readonly name: string;
  readonly where: Stretch;
  readonly label?: string | undefined;
  readonly split?: string | undefined;
}

/** Names of columns and keys, as loaders of image folders and people call them. */
const FILE = /^(?:file_?names?|image(?:_?(?:path|file|name|id))?|img(?:_?(?:path|file|name))?|path|file|文件名|图片|路径)$/i;
const LABEL = /^(?:labels?|class(?:_?(?:name|label))?|categor(?:y|ies)|target|species|标签|类别|分类)$/i;
const SPLIT = /^(?:split|subset|partition|set|data ?set|fold|划分)$/i;

/** A list of files, as CSV, TSV or JSON Lines, with their classes and parts where it has them. `undefined` for one that names none of the images. */
export function listIn(beside: Beside, images: Images): Told | undefined {
  const { path, text } = beside;
  const listed = /\.(?:jsonl|ndjson)$/.test(path) ? inLines(text) : inTable(text, path.endsWith('.tsv') ? '\t' : undefined);
  const tally = new Tally();
  const [classes, splits] = [new Map<number, string>(), new Map<number, string>()];
  for (const { name, where, label, split } of listed) {
    const row = images.rowOf(name, folderOf(path));
    if (row === undefined) {
      tally.add({ fault: 'missing', text: name }, where);
      continue;
    }
    tally.told.add(row);
    if (label !== undefined && label !== '') classes.set(row, label);
    const role = split === undefined ? undefined : roleOfWord(split);
    if (role !== undefined) splits.set(row, role);
  }
  if (tally.told.size === 0) return undefined;
  tally.within(beside);
  const below = rowsWhere(images.all, (image, row) => image.path.startsWith(folderOf(path)) && !tally.told.has(row));
  return { files: [tally.file(path, 'list', below)], classes, splits };
}

function inLines(text: string): readonly Listed[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const json = parsed(line);
    if (!isJsonObject(json)) return [];
    const key = Object.keys(json).find(each => FILE.test(each) && looksLikeFile(json[each]));
    const name = key === undefined ? undefined : json[key];
    const [place] = key === undefined ? [] : jsonPlaces(line, [[key]]);
    if (typeof name !== 'string' || !place) return [];
    const said = (names: RegExp): string | undefined => {
      const value = Object.entries(json).find(([each]) => names.test(each))?.[1];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    };
    return [{ name, where: { start: index + place.start, end: index + place.end }, label: said(LABEL), split: said(SPLIT) }];
  });
}

const looksLikeFile = (value: unknown): value is string => typeof value === 'string' && /\.[a-z0-9]{2,5}$/i.test(value);

/** The first column that is called for file names and has some. */
function inTable(text: string, given: string | undefined): readonly Listed[] {
  const [first = ''] = text.split('\n', 1);
  const delimiter = given ?? [',', ';', '\t'].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
  const [head, ...rows] = recordsIn(text, delimiter);
  const names = head?.map(cell => cell.text.replace(/^\ufeff/, '').trim()) ?? [];
  const at = names.findIndex((name, column) => FILE.test(name) && looksLikeFile(rows[0]?.[column]?.text.trim()));
  const [label, split] = [LABEL, SPLIT].map(pattern => names.findIndex(name => pattern.test(name)));
  return at < 0 ? [] : rows.flatMap(row => {
    const cell = row[at];
    const name = cell?.text.trim();
    return cell && looksLikeFile(name) ? [{ name, where: cell.where, label: row[label ?? -1]?.text.trim(), split: row[split ?? -1]?.text.trim() }] : [];
  });
}

interface Cell {
  readonly text: string;
  readonly where: Stretch;
}

/** Records of RFC 4180: cells in quotes may hold anything, two quotes stand for one. */
function recordsIn(text: string, delimiter: string): readonly (readonly Cell[])[] {
  const records: Cell[][] = [];
  let record: Cell[] = [];
  for (let at = 0; at < text.length;) {
    const [start, quoted] = [at, text[at] === '"'];
    let end = quoted ? closing(text, at) : at;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
    const raw = text.slice(start, end).replace(/\r$/, '');
    record.push({ text: quoted ? raw.replace(/^"|"$/g, '').replaceAll('""', '"') : raw, where: { start, end: start + raw.length } });
    at = end + 1;
    if (text[end] === delimiter) continue;
    if (record.length > 1 || raw !== '') records.push(record);
    record = [];
  }
  return records;
}

/** Behind the quote that closes a cell. */
function closing(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    if (text[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
}
