import type { Hierarchy } from '../../core/annotation.ts';
import type { Column } from '../../core/column.ts';
import { isRefusal, type Files } from '../../core/host.ts';
import { name, say, type Message } from '../../core/message.ts';
import { levelsOf, type Levels } from '../../core/transform.ts';
import { readText } from '../../util/readFile.ts';
import { folderOf, resolveFrom } from '../../util/uri.ts';

/** Hierarchies larger than this are not read. */
const LIMIT = 16 * 1024 * 1024;

/** A hierarchy and the document it was named in, which its path is relative to. */
interface Named {
  readonly hierarchy: Hierarchy;
  readonly beside: string;
}

/** The hierarchies of all columns: those of the plan, then those of annotations. A message says which cannot be read. */
export async function loadHierarchies(
  columns: readonly Column[], ofPlan: Readonly<Record<string, Hierarchy>>, at: { readonly plan: string; readonly description: string | undefined }, files: Files,
): Promise<ReadonlyMap<string, Levels> | Message> {
  const found = new Map<string, Levels>();
  for (const { name: column, field } of columns) {
    const own = ofPlan[column];
    const annotated = field?.privacy?.hierarchy;
    const named: Named | undefined = own ? { hierarchy: own, beside: at.plan } : annotated && at.description !== undefined ? { hierarchy: annotated, beside: at.description } : undefined;
    const levels = named && await load(named, files);
    if (levels && 'template' in levels) return levels;
    if (levels) found.set(column, levels);
  }
  return found;
}

async function load({ hierarchy, beside }: Named, files: Files): Promise<Levels | Message> {
  if ('levels' in hierarchy) return levelsOf(hierarchy);
  const uri = resolveFrom(folderOf(beside), hierarchy.path);
  if (uri === undefined) return say`the hierarchy ${name(hierarchy.path)} must be a path within the folder of the plan`;
  const text = await readText(files, uri, LIMIT);
  if (typeof text !== 'string') return isRefusal(text) && text.refused === 'missing' ? say`there is no hierarchy ${name(hierarchy.path)}` : say`the hierarchy ${name(hierarchy.path)} cannot be read`;
  return readHierarchy(text);
}

/** A CSV file as ARX has them: no header, in each line a value and the more general ones above it, with commas or semicolons between. */
export function readHierarchy(text: string): Levels {
  const lines = text.split(/\r\n|\n|\r/).filter(line => line.trim() !== '');
  const delimiter = lines[0]?.includes(';') ? ';' : ',';
  return levelsOf({ levels: Object.fromEntries(lines.map(line => { const [value = '', ...above] = cellsOf(line, delimiter); return [value, above] as const; })) });
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  const pattern = delimiter === ';' ? /(?:"((?:[^"]|"")*)"|([^;]*))(;|$)/y : /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y;
  for (let found = pattern.exec(line); found; found = pattern.exec(line)) {
    const [, quoted, plain = '', end] = found;
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '') break;
  }
  return cells;
}
