import { spawn } from 'node:child_process';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { jobFor, jobForImages, jobForRows, type KnownDataset } from '../bench/job.ts';
import { toMarkdown } from '../bench/markdown.ts';
import { addEvent, EMPTY_REPORT, type Report, toJson } from '../bench/report.ts';
import { startBenchmark } from '../bench/spawn.ts';
import { toText } from '../bench/text.ts';
import type { Task } from '../core/compute.ts';
import { identifies, type MlDescription } from '../core/description.ts';
import { list, type Message, name, say } from '../core/message.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { learnable } from '../engine/learnable.ts';
import { mendingRules, planCopy } from '../engine/mendedCopy.ts';
import { writeBack } from '../engine/text/writeBack.ts';
import type { BenchmarkJob, OtherVersion } from '../protocol/training.ts';
import { mostSimilar } from '../util/similar.ts';
import type { BenchInvocation, BenchStudy } from './benchArguments.ts';
import { createBenchDisplay } from './benchDisplay.ts';
import { checkSnapshot } from './check.ts';
import { complain, log, tell, write } from './output.ts';
import { failureOf } from './refusals.ts';
import { createSurroundings, type Surroundings, uriOf, withoutRules } from './surroundings.ts';
import { writeOut } from './writeOut.ts';

type Asked = BenchInvocation & { readonly locale: string };

/** `lintel bench`: the benchmark of the editor's panel in a terminal. Exits with 2 where nothing could be measured. */
export async function bench(invocation: Asked): Promise<number> {
  const { locale, format, output, paths: [path = ''] } = invocation;
  const surroundings = createSurroundings(wantsFixes(invocation.study) ? invocation : withoutRules(invocation), log, { writes: output !== undefined });
  if ('length' in surroundings) return complain(surroundings, locale);
  const folder = await mkdtemp(join(tmpdir(), 'lintel-bench-'));
  try {
    const job = await jobOf(path, invocation, folder, surroundings);
    if ('template' in job) return complain([job], locale);
    const report = await run(job, locale);
    const text = format === 'json' ? toJson(report) : format === 'markdown' ? toMarkdown(report) : `${toText(report)}\n`;
    const refused = output === undefined ? await write(text) : await writeOut(output, text, surroundings, locale);
    if (refused) return complain([refused], locale);
    return report.failure === undefined && report.done ? 0 : 2;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const wantsFixes = (study: BenchStudy | undefined): boolean => study?.is === 'comparison' && typeof study.with !== 'string';

/** What is to be run; a message says why it cannot be. A mended copy is written to `folder`. */
async function jobOf(path: string, { target, wishes, study, heavy, locale }: Asked, folder: string, surroundings: Surroundings): Promise<BenchmarkJob | Message> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) {
    if (study?.is === 'comparison') return say`--compare and --fixed need a table; ${name(basename(path))} is a folder`;
    return asked(jobForImages(resolve(path)), { wishes, study, locale });
  }
  const uri = uriOf(resolve(path));
  let other: OtherVersion | Message | undefined;
  const snapshot = await checkSnapshot(uri, {
    heavy, fixLimit: FIX_LIMIT,
    ...(study?.is === 'comparison' && typeof study.with !== 'string' && mendedBy(study.with.fixedBy, join(folder, basename(path)), found => { other = found; })),
  }, surroundings);
  if (!snapshot || 'refused' in snapshot) return failureOf(path, snapshot ?? { refused: 'unreadable' });
  if (other && 'template' in other) return other;
  const job = jobOn(resolve(path), snapshot, target, wishes.task);
  return 'template' in job ? job : asked(job, { wishes, study, locale }, other);
}

/** What the command line says of a job comes last. */
function asked(job: BenchmarkJob, { wishes, study, locale }: Pick<Asked, 'wishes' | 'study' | 'locale'>, other?: OtherVersion): BenchmarkJob {
  const repeats = wishes.repeats ?? STUDY_REPEATS;
  return {
    ...job, ...wishes, packages: [process.cwd()], locale,
    ...(study?.is === 'learning-curve' && { study: { is: 'learning-curve', repeats } }),
    ...(study?.is === 'comparison' && { study: { is: 'comparison', repeats, other: other ?? { file: resolve(String(study.with)) } } }),
  };
}

/** Places that a copy has mended; with more of them it says no more than that fixes were made. */
const FIX_LIMIT = 1_000_000;
const STUDY_REPEATS = 5;

/** Writes the mended copy after the check, while the file is still open. */
function mendedBy(unsafe: readonly string[], copy: string, found: (other: OtherVersion | Message) => void): Pick<Parameters<typeof checkSnapshot>[1], 'afterwards'> {
  return {
    async afterwards(checked, context) {
      const plan = await planCopy(checked.findings, (rule, fix) => fix.safety === 'safe' || unsafe.includes(rule), context);
      if (!plan) return found(say`Cells of this format are no text, so there are no fixes to compare with`);
      if (plan.edits.length === 0) return found(nothingToFix(mendingRules(checked.findings).map(({ rule }) => rule)));
      const file = await open(copy, 'w');
      try {
        await writeBack(context.readable.source, plan.edits, { write: async bytes => void await file.write(bytes) });
      } finally {
        await file.close();
      }
      found({ file: copy, deleted: plan.deleted });
    },
  };
}

function nothingToFix(left: readonly string[]): Message {
  if (left.length === 0) return say`There is nothing to fix: no finding has a fix that changes the data`;
  return say`No finding has a safe fix; ${name('--fix-unsafe')} makes those of a rule: ${list(left.map(name))}`;
}

/** What the check knows of the dataset is what the models are told. */
function jobOn(file: string, snapshot: Snapshot, wanted: string | undefined, task: Task | undefined): BenchmarkJob | Message {
  const { checked: { table, reading }, found } = snapshot;
  const learned = learnable(snapshot);
  const ml: Partial<MlDescription> = learned?.ml ?? {};
  if (!table || !reading) return say`${name(basename(file))} cannot be read as a table`;
  const names = table.columns.map(column => column.name);
  const target = wanted ?? ml.target;
  const { values, delimiter, quote } = reading.dialect;
  const known: KnownDataset = {
    file, ml, mlDeclared: found?.described.description.ml !== undefined, missingValues: reading.nullTokens,
    dialect: { delimiter: values ? '' : String.fromCharCode(delimiter), quote: quote === 0 ? null : String.fromCharCode(quote), header: reading.hasHeader, encoding: reading.encoding },
    columns: (learned?.resources[0]?.fields ?? []).map(field => ({ name: field.name, personal: field.privacy !== undefined, identifies: identifies(field) })),
  };
  if (task === 'generation') return jobForRows(known);
  return target === undefined || !names.includes(target) ? whichTarget(target, names) : jobFor(known, target);
}

function whichTarget(wanted: string | undefined, names: readonly string[]): Message {
  if (wanted === undefined) return say`Which column should the models predict? ${name('--target')} names one of ${list(names.map(name))}`;
  const meant = mostSimilar(wanted, names);
  return meant === undefined ? say`There is no column ${name(wanted)}, but ${list(names.map(name))}` : say`There is no column ${name(wanted)}; did you mean ${name(meant)}?`;
}

/** Runs the job in a process of its own, shows on a terminal how far it is, and stops it on Ctrl+C; what was measured until then is the report. */
async function run(job: BenchmarkJob, locale: string): Promise<Report> {
  let report = EMPTY_REPORT;
  const display = createBenchDisplay(process.stderr);
  const running = startBenchmark({ spawn, executable: process.execPath, script: join(__dirname, 'bench.js'), environment: process.env }, job, event => {
    report = addEvent(report, event);
    display.show(report, event);
  });
  const stop = (): void => running.cancel();
  process.on('SIGINT', stop);
  const ending = await running.ended;
  process.off('SIGINT', stop);
  display.end();
  if (!ending.complete && !ending.cancelled) tell(say`The benchmark’s process ended unexpectedly (${name(ending.exit)}); what was measured until then is kept`, locale);
  return report;
}
