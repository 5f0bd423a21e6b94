import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { Configurations, isConfigurationName } from '../../server/src/config/configurations.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import type { Host } from '../../server/src/core/host.ts';
import type { Kernel } from '../../server/src/core/kernel.ts';
import type { Rule } from '../../server/src/core/rule.ts';
import { checkConfiguration, SuppressionUsage } from '../../server/src/engine/configurationCheck.ts';
import { contributionsOf } from '../../server/src/engine/dataCheck.ts';
import { createDescriptions } from '../../server/src/engine/descriptions.ts';
import { changesData, editsOf } from '../../server/src/engine/fixes.ts';
import type { TextEdit } from '../../server/src/engine/fixes.ts';
import { masksOf } from '../../server/src/engine/mask.ts';
import { Partners } from '../../server/src/engine/splits/partners.ts';
import type { Contribution } from '../../server/src/engine/store.ts';
import { allRules, formatOf, isDescriptionUri } from '../../server/src/engine/registry.ts';
import { editNode } from '../../server/src/metadata/document/edit.ts';
import type { Cut } from './check.ts';
import { checkBytes } from './check.ts';
import { applyEdits } from './edits.ts';
import { FOLDER, memoryHost, uriOf } from './memoryHost.ts';

/** Bytes of the files of an example by name. */
export type Dataset = ReadonlyMap<string, { readonly bytes: Uint8Array }>;

/** What the rules find in all files of a dataset: in its data, in its description, and where the two disagree in both. */
export async function checkDataset(dataset: Dataset, rules: readonly Rule[], kernel: Kernel, cut: Cut = 'whole'): Promise<readonly Finding[]> {
  const host = memoryHost(dataset, cut);
  const contributions: Contribution[] = [];
  const usage = new SuppressionUsage();
  const configurations = new Configurations({ files: host.files, rules: allRules, today: host.today, roots: () => [FOLDER], fallback: () => DEFAULT_CONFIGURATION });
  for (const [file, { bytes }] of dataset) {
    if (isConfigurationName(file)) continue;
    contributions.push(...(isData(file) ? await checkData(file, bytes, host, rules, kernel, cut) : await checkDescription(file, host, rules)));
    usage.note(uriOf(file), DEFAULT_CONFIGURATION);
  }
  for (const file of [...dataset.keys()].filter(isConfigurationName)) {
    const found = await checkConfiguration({ uri: uriOf(file), host, configurations, rules, usage, settings: DEFAULT_CONFIGURATION });
    contributions.push({ uri: uriOf(file), findings: 'refused' in found ? [] : found, settled: true });
  }
  return contributions.flatMap(({ findings }) => findings);
}

const isData = (file: string): boolean => !isDescriptionUri(file) && !isConfigurationName(file) && formatOf(file) !== undefined;

async function checkData(file: string, bytes: Uint8Array, host: Host, rules: readonly Rule[], kernel: Kernel, cut: Cut): Promise<readonly Contribution[]> {
  const uri = uriOf(file);
  const format = formatOf(file);
  const found = await createDescriptions(rules).find(uri, host.files, [FOLDER]);
  const partners = new Partners({ files: host.files, log: host.log, formatOf, findDescription: other => createDescriptions(rules).find(other, host.files, [FOLDER]) });
  const checked = await checkBytes(file, bytes, rules, kernel, cut, { ...found, ...(found && { alsoDescribed: (found.others ?? []).map(({ described }) => described) }), partners });
  return format ? contributionsOf({ uri, version: undefined, format, bytes: bytes.length, checked, found, masks: masksOf(checked.table), configuration: DEFAULT_CONFIGURATION }) : [];
}

async function checkDescription(file: string, host: Host, rules: readonly Rule[]): Promise<readonly Contribution[]> {
  const uri = uriOf(file);
  const checked = await createDescriptions(rules).check({ uri, host, folders: [FOLDER], configuration: DEFAULT_CONFIGURATION });
  return 'refused' in checked ? [] : [{ uri, findings: checked.findings, settled: true }];
}

/** The dataset after the fixes of all findings, of its data and of its description. */
export async function fixDataset(dataset: Dataset, findings: readonly Finding[], kernel: Kernel): Promise<Dataset> {
  const fixed = new Map(dataset);
  for (const [file, { bytes }] of dataset) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const changed = isData(file) ? await fixData(file, bytes, text, findings, kernel) : fixDescription(file, text, findings);
    fixed.set(file, { bytes: new TextEncoder().encode(changed) });
  }
  return fixed;
}

async function fixData(file: string, bytes: Uint8Array, text: string, findings: readonly Finding[], kernel: Kernel): Promise<string> {
  const { reading } = await checkBytes(file, bytes, [], kernel);
  const fixes = findings.flatMap(({ primary, fix }) => (fix && primary.uri === uriOf(file) ? [fix] : []));
  return applyEdits(text, fixes.flatMap((fix): readonly TextEdit[] => (reading ? editsOf(fix, reading.dialect) : [])));
}

/** One change after the other, since each moves what comes after it; a mismatch is fixed from the data's side alone. */
function fixDescription(file: string, text: string, findings: readonly Finding[]): string {
  const changes = findings.flatMap(({ fix }) => (fix && !changesData(fix.change) ? [fix.change] : []));
  return changes.reduce((current, change) => applyEdits(current, editNode(current, file, change)), text);
}
