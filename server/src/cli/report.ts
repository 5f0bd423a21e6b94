import { resolve } from 'node:path';
import { dayOf } from '../config/suppressions.ts';
import type { Message } from '../core/message.ts';
import { name, say } from '../core/message.ts';
import type { Json } from '../core/problem.ts';
import { allRules, ruleOf } from '../engine/registry.ts';
import { writeJson } from '../report/json.ts';
import type { TableProfile } from '../core/profile.ts';
import { profileOf } from '../report/profile.ts';
import type { Judged } from '../report/quality.ts';
import { qualityOf, trendOf, writeQuality } from '../report/quality.ts';
import type { Report } from '../report/report.ts';
import { writeReportHtml } from '../report/reportHtml.ts';
import { loadManuals } from '../words/manualIn.ts';
import { isJsonObject } from '../util/json.ts';
import { readText } from '../util/readFile.ts';
import type { ReportInvocation } from './arguments.ts';
import { runCheck } from './check.ts';
import { complain, log } from './output.ts';
import { Progress } from './progress.ts';
import { type Surroundings, createSurroundings, uriOf } from './surroundings.ts';
import { writeOut } from './writeOut.ts';

/** `lintel report`: one page for people, and a JSON file beside it that the next report can be compared with. */
export async function report(invocation: ReportInvocation & { readonly locale: string }, version: string): Promise<number> {
  const { locale, output, previous } = invocation;
  const surroundings = createSurroundings({ ...invocation, paths: [...invocation.paths] }, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const target = output.replace(/\.html?$/i, '');
  const earlier = await readEarlier(previous ?? `${target}.json`, surroundings);
  if (earlier === undefined && previous !== undefined) return complain([say`${name(previous)} is not a report as Lintel writes them`], locale);
  const profiles: TableProfile[] = [];
  const judged: Judged[] = [];
  const progress = new Progress(process.stderr);
  const { files, failures } = await runCheck({
    exclude: invocation.exclude, heavy: invocation.heavy, begin: path => progress.begin(path),
    each: ({ uri, checked: { table, findings }, masks }) => {
      if (table) {
        profiles.push(profileOf(table, surroundings.show(uri), masks));
        judged.push({ rows: table.records, columns: table.columns.length, findings });
      }
      return {};
    },
  }, surroundings);
  progress.end();
  if (files.length === 0) return complain(failures, locale);
  const made: Report = { locale, version, files };
  const quality = qualityOf(judged, id => ruleOf(id)?.dimension);
  const day = dayOf(surroundings.host.today());
  const page = writeReportHtml({ report: made, quality, trend: earlier === undefined ? [] : trendOf(quality, earlier), profiles, day }, allRules, await loadManuals());
  const data = `${JSON.stringify({ day, quality: writeQuality(quality), ...JSON.parse(writeJson(made)), profiles }, null, 2)}\n`;
  const refused = await writeOut(`${target}.html`, page, surroundings, locale) ?? await writeOut(`${target}.json`, data, surroundings, locale);
  const problems: readonly Message[] = [...(refused ? [refused] : []), ...failures];
  return problems.length > 0 ? complain(problems, locale) : 0;
}

/** The qualities of an earlier report. */
async function readEarlier(path: string, { host }: Surroundings): Promise<Json | undefined> {
  const text = await readText(host.files, uriOf(resolve(path)), 256 * 1024 * 1024);
  if (typeof text !== 'string') return undefined;
  try {
    const json: Json = JSON.parse(text);
    return isJsonObject(json) ? json['quality'] : undefined;
  } catch {
    return undefined;
  }
}
