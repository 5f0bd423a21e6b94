import { count, list, name, number, percent, say, type Message } from '../core/message.ts';
import type { Deidentified } from '../engine/deidentify/deidentify.ts';
import { allTransforms } from '../engine/registry.ts';
import { displayWidth, shorten } from '../words/displayWidth.ts';
import { renderMessage } from '../words/render.ts';
import { makeVisible } from '../words/visible.ts';

/** What was done, or would be, for a terminal. No value stands in it as it was. */
export function writeDeidentified(outcome: Deidentified, path: string, locale: string): string {
  const words = (message: Message): string => renderMessage(message, { locale });
  const lines = columnLines(outcome, words);
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map(line => displayWidth(line[i] ?? '')))) ?? [];
  const padded = lines.map(line => line.map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(cell)))).join('  ').trimEnd());
  const about = [...padded, ...notesOf(outcome).map(words)];
  return `${path}: ${words(head(outcome))}\n${about.map(line => `  ${line}\n`).join('')}`;
}

/** What is to be said besides: rows that were left out, what was lost, what was measured, and what to know before the copy is passed on. */
export const notesOf = (outcome: Deidentified): readonly Message[] =>
  [...rowLines(outcome), ...lossLines(outcome), ...measureLines(outcome), ...cautions(outcome)];

const quasiIdentifiers = ({ plan: { kAnonymity } }: Deidentified['prepared']): readonly string[] => kAnonymity?.quasiIdentifiers ?? [];

/** What is done to a column, by its place; `undefined` where nothing is. */
export function columnLabel({ prepared, run }: Deidentified, index: number): Message | undefined {
  const { plan, change } = prepared.columns[index] ?? {};
  if (!change && !run.columns[index]) return undefined;
  const title = change ? allTransforms.find(({ id }) => id === plan?.use)?.title : undefined;
  if (title === undefined) return say`generalise together with others`;
  const own: Message = { template: title, parts: [] };
  return quasiIdentifiers(prepared).includes(prepared.columns[index]?.column.name ?? '') ? say`${own}; generalise together with others` : own;
}

/** The same as JSON. */
export function writeDeidentifiedJson({ prepared, run, examples, risk, written }: Deidentified, path: string): string {
  const columns = prepared.columns.flatMap(({ column, plan, change }, i) => {
    const tally = run.columns[i];
    return change || tally ? [{ column: column.name, use: change ? plan?.use : 'generalise', ...(tally && { changed: tally.changed, emptied: tally.emptied }), examples: examples[i] ?? [] }] : [];
  });
  return `${JSON.stringify({ path, rows: run.rows, columns, informationLoss: run.anonymised?.loss, levels: run.anonymised?.levels, measured: risk?.identity, written: written.length }, null, 2)}\n`;
}

function head({ run: { rows }, written }: Deidentified): Message {
  if (written.length === 0) return say`${count(rows.read, 'row')} read, ${number(rows.written)} would be written`;
  return say`${count(rows.read, 'row')} read, ${number(rows.written)} written`;
}

/** Widest a name or an example is written. */
const WIDEST = 40;

function columnLines(outcome: Deidentified, words: (message: Message) => string): readonly (readonly string[])[] {
  const { prepared, run, examples } = outcome;
  const heads = [say`Column`, say`What is done`, say`Cells changed`, say`Emptied`, say`For instance`].map(words);
  const lines = prepared.columns.flatMap(({ column }, i) => {
    const [label, tally] = [columnLabel(outcome, i), run.columns[i]];
    if (!label) return [];
    const [example] = examples[i] ?? [];
    return [[
      shorten(makeVisible(column.name), WIDEST), words(label),
      tally ? words(say`${number(tally.changed)}`) : '', tally && tally.emptied > 0 ? words(say`${number(tally.emptied)}`) : '',
      example ? `${shorten(makeVisible(example.before), WIDEST)} → ${shorten(makeVisible(example.after), WIDEST)}` : '',
    ]];
  });
  return lines.length === 0 ? [[words(say`Nothing is changed: neither a plan nor annotations nor detectors ask for it`)]] : [heads, ...lines];
}

function rowLines({ run: { rows: { leftOutByRule, leftOutByClass, unfit } } }: Deidentified): readonly Message[] {
  return [
    ...(leftOutByRule > 0 ? [say`${count(leftOutByRule, 'row')} left out by the plan`] : []),
    ...(leftOutByClass > 0 ? [say`${count(leftOutByClass, 'row')} left out because too few others are like them`] : []),
    ...(unfit > 0 ? [say`${count(unfit, 'row')} left out because their cells do not fit the columns`] : []),
  ];
}

function lossLines({ run: { anonymised }, prepared: { plan: { kAnonymity } } }: Deidentified): readonly Message[] {
  if (!anonymised || !kAnonymity) return [];
  const { classes, generalised, averageClass, discernibility, byColumn } = anonymised.loss;
  const columns = kAnonymity.quasiIdentifiers.map((column, i) => say`${name(column)} ${percent(byColumn[i] ?? 0)}`);
  return [
    say`Information loss: ${percent(generalised)} (${list(columns.map(message => ({ kind: 'message', message })))})`,
    say`${number(classes)} classes; average size over k ${number(averageClass)}; discernibility ${number(discernibility)}`,
    ...(anonymised.levels ? [say`Levels: ${list(kAnonymity.quasiIdentifiers.map((column, i) => name(`${column} ${anonymised.levels?.[i] ?? 0}`)))}`] : []),
  ];
}

function measureLines({ risk }: Deidentified): readonly Message[] {
  if (!risk) return [];
  const { k, prosecutor } = risk.identity;
  return [say`Measured on the copy: k = ${number(k)}; risk that a row is found again ${percent(prosecutor.highest)} at most, ${percent(prosecutor.average)} on average`];
}

function cautions({ prepared }: Deidentified): readonly Message[] {
  const quasi = quasiIdentifiers(prepared);
  return prepared.columns.flatMap(({ column, change }) => {
    if (change) return change.caution ? [say`${name(column.name)}: ${change.caution}`] : [];
    const [best] = column.evidence;
    if (!best || best.detector.role !== 'direct-identifier' || quasi.includes(column.name) || column.field?.privacy?.notPersonal) return [];
    const holds: Message = { template: best.detector.title, parts: [] };
    return [best.grade === 'low' ? say`${name(column.name)} stays as it is, and may hold ${holds}` : say`${name(column.name)} stays as it is, and holds ${holds}`];
  });
}
