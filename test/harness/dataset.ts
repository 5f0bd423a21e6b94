import type { Finding } from '../../server/src/core/finding.ts';
import type { Declared, ParsedDescription } from '../../server/src/core/format.ts';
import type { Kernel } from '../../server/src/core/kernel.ts';
import type { Rule } from '../../server/src/core/rule.ts';
import type { Checked, Described } from '../../server/src/engine/check.ts';
import { editsOf } from '../../server/src/engine/fixes.ts';
import type { TextEdit } from '../../server/src/engine/fixes.ts';
import { allStandards, formatOf } from '../../server/src/engine/registry.ts';
import type { Cut } from './check.ts';
import { checkBytes, uriOf } from './check.ts';
import { applyEdits } from './edits.ts';

/** Bytes of the files of an example by name. */
export type Dataset = ReadonlyMap<string, { readonly bytes: Uint8Array }>;

/** What the rules find in all data files of a dataset, with its description where one names them. */
export async function checkDataset(dataset: Dataset, rules: readonly Rule[], kernel: Kernel, cut: Cut = 'whole'): Promise<readonly Finding[]> {
  return (await checkFiles(dataset, rules, kernel, cut)).flatMap(({ checked }) => checked.findings);
}

/** The dataset after the fixes of all findings. */
export async function fixDataset(dataset: Dataset, findings: readonly Finding[], rules: readonly Rule[], kernel: Kernel): Promise<Dataset> {
  const fixed = new Map(dataset);
  for (const { file, checked } of await checkFiles(dataset, rules, kernel, 'whole')) {
    const { reading } = checked;
    const own = findings.filter(({ primary }) => primary.uri === uriOf(file));
    const edits = own.flatMap(({ fix }): readonly TextEdit[] => (fix && reading ? editsOf(fix, reading.dialect) : []));
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(dataset.get(file)?.bytes);
    fixed.set(file, { bytes: new TextEncoder().encode(applyEdits(text, edits)) });
  }
  return fixed;
}

interface CheckedFile {
  readonly file: string;
  readonly checked: Checked;
}

async function checkFiles(dataset: Dataset, rules: readonly Rule[], kernel: Kernel, cut: Cut): Promise<readonly CheckedFile[]> {
  const descriptions = readDescriptions(dataset);
  const checks: CheckedFile[] = [];
  for (const [file, { bytes }] of dataset) {
    if (!formatOf(file)) continue;
    const found = descriptions.flatMap(one => describedBy(one, file)).at(0);
    checks.push({ file, checked: await checkBytes(file, bytes, rules, kernel, cut, found) });
  }
  return checks;
}

function readDescriptions(dataset: Dataset): readonly { readonly file: string; readonly parsed: ParsedDescription }[] {
  return [...dataset].flatMap(([file, { bytes }]) => {
    const text = new TextDecoder().decode(bytes);
    const standard = allStandards.find(one => one.recognises(file, text));
    return standard ? [{ file, parsed: standard.read(text, file) }] : [];
  });
}

function describedBy({ file, parsed }: { readonly file: string; readonly parsed: ParsedDescription }, dataFile: string): readonly { described: Described; declared: Declared }[] {
  const { description } = parsed;
  const resource = description?.resources.find(({ paths }) => paths.includes(dataFile));
  if (!description || !resource) return [];
  const declared = resource.missingValues ? { nullTokens: resource.missingValues } : {};
  return [{ described: { uri: uriOf(file), description, resource }, declared }];
}
