import { resolve } from 'node:path';
import { isRefusal } from '../core/host.ts';
import { list, name, percent, say, type Message } from '../core/message.ts';
import type { Checked } from '../engine/check.ts';
import { masksOf, shownValue } from '../engine/mask.ts';
import type { ResolveContext } from '../engine/resolve.ts';
import { countVerdicts, reviewTable, type SampledRow, wordFinder } from '../engine/review.ts';
import { overLimit, type TableReview, writeReview, writeReviewJson, writeVerdicts, writeVerdictsJson } from '../report/review.ts';
import { readText } from '../util/readFile.ts';
import { checkSnapshot } from './check.ts';
import { complain, log, tell, write } from './output.ts';
import type { ReviewInvocation } from './privacyArguments.ts';
import { failureOf, unreadable } from './refusals.ts';
import { createSurroundings, type Surroundings, uriOf, withoutRules } from './surroundings.ts';
import { writeOut } from './writeOut.ts';

/** Exit code where a source is over the limit, or too little of a sample passed. */
const NOT_GOOD = 1;
const LARGEST_LIST = 16 * 1024 * 1024;

/** `lintel privacy review`: how often each source of a corpus has words of a list, a seeded sample for people to judge, and what they made of it. */
export async function review(invocation: ReviewInvocation & { readonly locale: string }): Promise<number> {
  const { locale, paths: [path = ''], keywords, out, force } = invocation;
  const surroundings = createSurroundings({ ...withoutRules(invocation), paths: [path, ...(keywords === undefined ? [] : [keywords])] }, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const words = await wordsOf(keywords, surroundings);
  if ('template' in words) return complain([words], locale);
  if (out !== undefined && !force && !isRefusal(await surroundings.host.files.stat(uriOf(resolve(out))))) {
    return complain([say`${name(out)} is there already; ${name('--force')} writes over it`], locale);
  }
  const results: (number | Message)[] = [];
  const afterwards = async (checked: Checked, context: ResolveContext): Promise<void> => {
    results.push(invocation.verdicts ? await judge(checked, context, invocation) : await survey(checked, context, invocation, words, surroundings));
  };
  const snapshot = await checkSnapshot(uriOf(resolve(path)), { afterwards }, surroundings);
  if (!snapshot || 'refused' in snapshot) return complain([failureOf(path, snapshot ?? { refused: 'unreadable' })], locale);
  const [result = say`${name(path)} cannot be read as a table`] = results;
  return typeof result === 'number' ? result : complain([result], locale);
}

/** The words of a list, one a line; lines that begin with `#` say something about it. */
async function wordsOf(path: string | undefined, { host }: Surroundings): Promise<readonly string[] | Message> {
  if (path === undefined) return [];
  const text = await readText(host.files, uriOf(resolve(path)), LARGEST_LIST);
  if (typeof text !== 'string') return unreadable(path, text);
  return text.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
}

async function survey(
  { table }: Checked, { readable }: ResolveContext, invocation: ReviewInvocation & { readonly locale: string }, words: readonly string[], surroundings: Surroundings,
): Promise<number | Message> {
  const { paths: [path = ''], source, sample, seed, limit, out, format, locale } = invocation;
  if (!table) return say`${name(path)} cannot be read as a table`;
  const column = source === undefined ? undefined : table.columns.find(one => one.name === source);
  if (source !== undefined && !column) return noColumn(source, table.columns, path);
  const plan = {
    columns: table.columns.map(({ index }) => index).filter(index => index !== column?.index), source: column?.index, hits: wordFinder(words),
    sample: out === undefined ? 0 : sample, seed,
  };
  const facts = await reviewTable(readable, plan, {});
  if (!facts) return failureOf(path, { refused: 'unreadable' });
  const masks = masksOf(table);
  const shown = (index: number, text: string): string => shownValue(masks, index, text);
  const made: TableReview = {
    path, limit, seed, words: words.length, sampled: facts.sample.length, isCapped: facts.isCapped,
    sources: facts.sources.map(one => (column ? { ...one, source: shown(column.index, one.source) } : one)),
  };
  await write(format === 'json' ? writeReviewJson(made) : writeReview(made, locale));
  if (out !== undefined) {
    const failure = await writeOut(out, sheetOf(facts.sample, table.columns.map(one => one.name), shown), surroundings, locale);
    if (failure) return failure;
  }
  return overLimit(made).length > 0 ? NOT_GOOD : 0;
}

const noColumn = (wanted: string, columns: readonly { readonly name: string }[], path: string): Message =>
  say`${name(path)} has no column ${name(wanted)}, but ${list(columns.map(column => name(column.name)))}`;

/** The sample as CSV, with a place for the verdict. Personal columns are masked. */
function sheetOf(sample: readonly SampledRow[], header: readonly string[], shown: (column: number, text: string) => string): string {
  const lines = [['row', 'verdict', 'reason', ...header], ...sample.map(({ row, texts }) => [`${row + 1}`, '', '', ...texts.map((text, i) => shown(i, text))])];
  return `\uFEFF${lines.map(cells => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** As RFC 4180 has it. A sheet is opened in spreadsheet programs: what would be a formula there is kept from being one. */
function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

async function judge({ table }: Checked, { readable }: ResolveContext, invocation: ReviewInvocation & { readonly locale: string }): Promise<number | Message> {
  const { paths: [path = ''], least, format, locale } = invocation;
  const column = table?.columns.find(one => one.name === 'verdict');
  if (!table || !column) return say`${name(path)} has no column ${name('verdict')}: it is no sheet of a review`;
  const verdicts = await countVerdicts(readable, column.index, {});
  if (!verdicts) return failureOf(path, { refused: 'unreadable' });
  await write(format === 'json' ? writeVerdictsJson(path, verdicts) : writeVerdicts(path, verdicts, locale));
  const judged = verdicts.passed + verdicts.failed;
  if (least === undefined || verdicts.passed >= judged * least && judged > 0) return 0;
  tell(say`fewer passed than ${percent(least)}`, locale);
  return NOT_GOOD;
}
