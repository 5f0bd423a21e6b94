import { dayOf } from '../config/suppressions.ts';
import type { Finding } from '../core/finding.ts';
import { isRefusal } from '../core/host.ts';
import { Documents } from '../engine/documents.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { privacyDatasets } from '../engine/privacyDatasets.ts';
import type { FileReport } from '../report/report.ts';
import { writePrivacyReport } from '../report/privacy/report.ts';
import { runCheck } from './check.ts';
import { complain, log, write } from './output.ts';
import type { PrivacyReportInvocation } from './privacyArguments.ts';
import { Progress } from './progress.ts';
import { unreadable } from './refusals.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';
import { writeOut } from './writeOut.ts';

/** `lintel privacy report`: the record of processing, datasheet, columns, measures and findings of datasets, for people. */
export async function privacyReport(invocation: PrivacyReportInvocation & { readonly locale: string }, version: string): Promise<number> {
  const { locale, format, output, exclude, heavy } = invocation;
  const surroundings = createSurroundings(invocation, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const { host, kernel, show } = surroundings;
  const snapshots: Snapshot[] = [];
  const progress = new Progress(process.stderr);
  const { files, failures } = await runCheck({
    exclude, heavy, begin: path => progress.begin(path),
    each: snapshot => {
      snapshots.push(snapshot);
      return {};
    },
  }, surroundings);
  progress.end();
  const descriptionFindings = await findingsOfDescriptions(snapshots, files, surroundings);
  const around = { documents: new Documents(), disk: host.files, kernel: await kernel() };
  const datasets = await privacyDatasets({ snapshots, descriptionFindings, surroundings: around, today: host.today(), show }, {});
  if (isRefusal(datasets)) return complain([unreadable(datasets.detail, datasets)], locale);
  if (datasets.length > 0) {
    const text = writePrivacyReport({ datasets, day: dayOf(host.today()), version, locale }, format);
    const refused = output === undefined ? await write(text) : await writeOut(output, text, surroundings, locale);
    if (refused) return complain([refused], locale);
  }
  return failures.length > 0 ? complain(failures, locale) : 0;
}

/** What is found in the descriptions that name the tables, those too that were not asked for. */
async function findingsOfDescriptions(
  snapshots: readonly Snapshot[], files: readonly FileReport[], { descriptions, configurations, host, roots }: Surroundings,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const found = new Map(files.map(({ uri, findings }) => [uri, findings]));
  for (const { found: named } of snapshots) {
    const uri = named?.described.uri;
    if (uri === undefined || found.has(uri)) continue;
    const { configuration } = await configurations.for(uri);
    const checked = await descriptions.check({ uri, host, folders: roots, configuration });
    found.set(uri, 'findings' in checked ? checked.findings : []);
  }
  return found;
}
