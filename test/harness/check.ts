import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { Configuration } from '../../server/src/config/configuration.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import type { FileHandle } from '../../server/src/core/host.ts';
import type { Kernel } from '../../server/src/core/kernel.ts';
import type { Rule } from '../../server/src/core/rule.ts';
import type { Checked, CheckRequest } from '../../server/src/engine/check.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import { formatOf } from '../../server/src/engine/registry.ts';
import { memoryHost, uriOf } from './memoryHost.ts';

/** How the bytes of a file come: whole, one at a time, or in two parts. */
export type Cut = 'whole' | 'bytes' | number;

/** A file that gives its bytes in parts, as pipes and slow disks do. */
export function sourceOf(bytes: Uint8Array, cut: Cut = 'whole'): Pick<FileHandle, 'size' | 'read'> {
  return {
    size: bytes.length,
    async read(target, position) {
      const end = cut === 'whole' ? bytes.length : cut === 'bytes' ? position + 1 : position < cut ? cut : bytes.length;
      const part = bytes.subarray(position, Math.min(end, position + target.length));
      target.set(part);
      return part.length;
    },
  };
}

/** What a description contributes to the check of a file. */
export type Description = Pick<CheckRequest, 'declared' | 'described' | 'partners'>;

/** Checks one data file with some rules. Throws where no format reads files of this name. */
export async function checkBytes(file: string, bytes: Uint8Array, rules: readonly Rule[], kernel: Kernel, cut: Cut = 'whole', description: Description = {}): Promise<Checked> {
  const format = formatOf(file);
  if (!format) throw new Error(`no format reads ${file}`);
  const request: Omit<CheckRequest, 'log'> = { heavy: 'all', uri: uriOf(file), format, source: sourceOf(bytes, cut), rules, configuration: configurationFor(rules), kernel, ...description };
  const { log, today } = memoryHost(new Map());
  const checked = await checkTable({ ...request, log, today: today().toISOString().slice(0, 10) });
  if (!checked) throw new Error('the check was cancelled');
  return checked;
}

/** A rule that is checked by itself is on, even where it waits to be switched on. */
function configurationFor(rules: readonly Rule[]): Configuration {
  const [only] = rules.length === 1 ? rules : [];
  return only && !only.enabled ? { rules: { [only.id]: { severity: 'on', settings: {} } } } : DEFAULT_CONFIGURATION;
}

/** What two checks of the same bytes must agree on, in a form that compares. */
export const comparable = (findings: readonly Finding[]): readonly object[] => findings.map(finding => JSON.parse(JSON.stringify(finding)));
