import { isRefusal } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { verdictsOf, verdictsOfNames } from '../engine/columnVerdicts.ts';
import { readDescription } from '../engine/descriptions.ts';
import { allDetectors, formatOf } from '../engine/registry.ts';
import { filesOfResource } from '../engine/resourcePaths.ts';
import { openTable } from '../engine/text/openTable.ts';
import { type TableScan, writeScan, writeScanJson } from '../report/privacyScan.ts';
import { alignNames } from '../util/alignment.ts';
import { fileNameOf } from '../util/uri.ts';
import { checkSnapshot } from './check.ts';
import { namedDescriptions, namedFiles } from './namedFiles.ts';
import { complain, log, write } from './output.ts';
import type { ScanInvocation } from './privacyArguments.ts';
import { Progress } from './progress.ts';
import { failureOf } from './refusals.ts';
import { createSurroundings, type Surroundings, withoutRules } from './surroundings.ts';

/** `lintel privacy scan`: what every column holds of persons, as far as detectors and annotations say. Shows no value. */
export async function scan(invocation: ScanInvocation & { readonly locale: string }): Promise<number> {
  const { locale, exclude, namesOnly, format } = invocation;
  const surroundings = createSurroundings(withoutRules(invocation), log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const scans: TableScan[] = [];
  const failures: Message[] = [];
  const note = (one: TableScan | Message): void => void ('template' in one ? failures.push(one) : scans.push(one));
  const progress = new Progress(process.stderr);
  const undescribed = await unreadResources(surroundings, exclude);
  for await (const uri of namedFiles(surroundings, exclude, failures)) {
    if (undescribed.files.has(uri)) continue;
    note(namesOnly ? await scanNames(uri, surroundings) : await scanValues(uri, surroundings, progress));
  }
  progress.end();
  scans.push(...undescribed.scans);
  if (scans.length > 0) await write(format === 'json' ? writeScanJson(scans) : writeScan(scans, locale));
  else if (failures.length === 0) failures.push(say`no dataset was found`);
  return failures.length > 0 ? complain(failures, locale) : 0;
}

async function scanValues(uri: string, surroundings: Surroundings, progress: Progress): Promise<TableScan | Message> {
  const path = surroundings.show(uri);
  const snapshot = await checkSnapshot(uri, { begin: shown => progress.begin(shown) }, surroundings);
  if (!snapshot || 'refused' in snapshot) return failureOf(path, snapshot ?? { refused: 'unreadable' });
  const { table } = snapshot.checked;
  return table ? { path, rows: table.records, namesOnly: false, columns: verdictsOf(table.columns) } : say`${name(path)} cannot be read as a table`;
}

/** The head of a file tells the names of its columns. */
async function scanNames(uri: string, { host, kernel, descriptions, configurations, roots, show }: Surroundings): Promise<TableScan | Message> {
  const path = show(uri);
  const format = formatOf(fileNameOf(uri));
  const source = format && await host.files.open(uri);
  if (!source) return failureOf(path, { refused: 'no-format' });
  if (isRefusal(source)) return failureOf(path, source);
  try {
    const found = await descriptions.find(uri, host.files, roots);
    const { configuration } = await configurations.for(uri);
    const opened = await openTable({ source, fileName: fileNameOf(uri), format, kernel: await kernel(), declared: { ...configuration.read, ...found?.declared } });
    if ('unreadable' in opened) return say`${name(path)} cannot be read as a table`;
    const { header } = opened.reading;
    const fields = found?.described.resource.fields ?? [];
    const expected = new Map(alignNames(fields.map(field => field.name), header).pairs.map(([described, actual]) => [actual, described]));
    return { path, namesOnly: true, columns: verdictsOfNames(header, allDetectors, index => fields[expected.get(index) ?? -1]) };
  } finally {
    await source.close();
  }
}

interface Unread {
  readonly scans: readonly TableScan[];
  readonly files: ReadonlySet<string>;
}

/** Tables of descriptions whose files are not there: of those the names are known. */
async function unreadResources(surroundings: Surroundings, exclude: readonly string[]): Promise<Unread> {
  const { host: { files }, show } = surroundings;
  const scans: TableScan[] = [];
  const missing = new Set<string>();
  for await (const uri of namedDescriptions(surroundings, exclude)) {
    const parsed = await readDescription(files, uri);
    for (const resource of parsed && 'description' in parsed ? parsed.description?.resources ?? [] : []) {
      const named = await filesOfResource(files, uri, resource);
      const absent = (await Promise.all(named.map(async file => isRefusal(await files.stat(file)) ? [file] : []))).flat();
      if (resource.fields.length === 0 || absent.length < named.length) continue;
      absent.forEach(file => missing.add(file));
      const names = resource.fields.map(field => field.name);
      scans.push({ path: `${show(uri)}: ${resource.name}`, namesOnly: true, columns: verdictsOfNames(names, allDetectors, index => resource.fields[index]) });
    }
  }
  return { scans, files: missing };
}
