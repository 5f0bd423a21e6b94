import { type BaselineFile, type Countable, baselineOf, countable, writeBaseline } from '../config/baseline.ts';
import { CONFIGURATION_NAMES } from '../config/schema.ts';
import type { Refusal } from '../core/host.ts';
import { count, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { masksOf } from '../engine/mask.ts';
import { readDocument } from '../metadata/document/document.ts';
import { applyNodeEdits, editNode } from '../metadata/document/edit.ts';
import type { FileReport } from '../report/report.ts';
import { isJsonObject } from '../util/json.ts';
import { readText } from '../util/readFile.ts';
import { childOf, fileNameOf, folderOf, pathBelow } from '../util/uri.ts';
import type { BaselineInvocation } from './arguments.ts';
import { runCheck } from './check.ts';
import { complain, log, tell } from './output.ts';
import { unwritable } from './refusals.ts';
import { type Surroundings, createSurroundings, uriOf } from './surroundings.ts';

/** Writes down what is found now, so that from here on only what is new is shown. Findings of files that were not checked now are kept. */
export async function baseline(invocation: BaselineInvocation): Promise<number> {
  const surroundings = createSurroundings(invocation, log, { writes: true, withoutBaseline: true });
  if ('length' in surroundings) return complain(surroundings, invocation.locale);
  const counted = new Map<string, readonly Countable[]>();
  const { files, failures } = await runCheck({
    exclude: invocation.exclude, heavy: invocation.heavy,
    each: ({ uri, checked: { findings, sifted, table } }) => {
      const masks = masksOf(table);
      counted.set(uri, (sifted?.findings ?? findings).map(finding => countable(finding, table?.columns[finding.column]?.name, table !== undefined && masks(finding.column) === undefined)));
      return {};
    },
  }, surroundings);
  if (failures.length > 0) return complain(failures, invocation.locale);
  const written = await writeAll(files, counted, invocation.output, surroundings);
  if ('template' in written) return complain([written], invocation.locale);
  for (const [path, findings] of written) tell(say`${name(path)} knows ${count(findings, 'finding')}; what is new from here on is shown`, invocation.locale);
  return 0;
}

/** One baseline for each configuration that governs what was checked; returns how many findings each knows. */
async function writeAll(
  files: readonly FileReport[], counted: ReadonlyMap<string, readonly Countable[]>, output: string | undefined, surroundings: Surroundings,
): Promise<ReadonlyMap<string, number> | Message> {
  const { configurations, show } = surroundings;
  const groups = new Map<string, FileReport[]>();
  for (const file of files.filter(({ uri }) => !CONFIGURATION_NAMES.some(one => one === fileNameOf(uri)))) {
    const governing = (await configurations.governing(file.uri))?.uri ?? childOf(uriOf(process.cwd()), CONFIGURATION_NAMES[0]);
    groups.set(governing, [...(groups.get(governing) ?? []), file]);
  }
  const written = new Map<string, number>();
  for (const [governing, own] of groups) {
    const known = (await configurations.load(governing))?.baseline;
    const target = output === undefined ? known?.uri ?? childOf(folderOf(governing), 'lintel.baseline.json') : uriOf(output);
    const now = Object.fromEntries(own.map(file => [pathBelow(folderOf(target), file.uri) ?? file.path, baselineOf(counted.get(file.uri) ?? plain(file))]));
    const merged = withoutEmpty({ ...known?.files, ...now });
    const refused = await surroundings.host.files.write(target, new TextEncoder().encode(writeBaseline(merged))) ?? await nameIn(governing, target, surroundings);
    if (refused) return unwritable(show(target), refused);
    written.set(show(target), own.reduce((sum, { findings }) => sum + findings.length, 0));
  }
  return written;
}

const plain = ({ findings }: FileReport): readonly Countable[] => findings.map(finding => countable(finding, undefined, false));

const withoutEmpty = (files: BaselineFile): BaselineFile => Object.fromEntries(Object.entries(files).filter(([, rules]) => Object.keys(rules).length > 0));

/** The configuration names its baseline; it is made where there is none. */
async function nameIn(governing: string, target: string, { host: { files } }: Surroundings): Promise<undefined | Refusal> {
  const path = pathBelow(folderOf(governing), target);
  if (path === undefined) return undefined;
  const read = await readText(files, governing, 4 * 1024 * 1024);
  const text = typeof read === 'string' ? read : '';
  const { value } = readDocument(text, fileNameOf(governing));
  if (isJsonObject(value) && value['baseline'] !== undefined) return undefined;
  const edits = isJsonObject(value) ? editNode(text, fileNameOf(governing), { do: 'set-node', path: ['baseline'], value: path }) : [];
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return files.write(governing, new TextEncoder().encode(edits.length > 0 ? applyNodeEdits(text, edits) : `${text}${gap}baseline: ${path}\n`));
}
