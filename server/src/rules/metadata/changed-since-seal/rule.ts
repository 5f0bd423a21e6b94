import type { Column } from '../../../core/column.ts';
import { isAnnotatedPersonal, type SealedColumn } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, list, name, number, say, value, type Message, type Part } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { sealedColumn } from '../../../util/sealedColumn.ts';

export default defineRule({
  id: 'changed-since-seal',
  scope: 'resource',
  summary: 'The data is not what it was when it was sealed',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['numbers', 'distinct', 'values', 'detectors'],
  options: {},

  *check({ resource: { seal }, table: { columns, records } }) {
    if (!seal) return;
    if (records !== seal.rows) {
      const message = say`${count(seal.rows, 'row')} were sealed, now there are ${count(records, 'row')}`;
      yield { place: { at: 'file' }, message, mirror: [...seal.node, 'rows'], facts: told({ sealed: seal.rows, rows: records }) };
    }
    for (const [index, sealed] of seal.columns.entries()) {
      const mirror = [...seal.node, 'columns', index, 'name'];
      const column = columns.find(each => each.name === sealed.name);
      const changes = column && changesOf(sealed, column);
      if (!column) yield { place: { at: 'file' }, message: say`The column ${sealed} was sealed and is gone`, mirror };
      else if (changes && changes.length > 0) {
        yield { place: { at: 'header', column: column.index }, message: say`${column} has changed since it was sealed: ${list(changes)}`, mirror };
      }
    }
    const known = new Set(seal.columns.map(sealed => sealed.name));
    for (const column of columns.filter(each => !known.has(each.name))) {
      yield { place: { at: 'header', column: column.index }, message: say`The column ${column} was not there when the table was sealed`, mirror: seal.node };
    }
  },
});

/** What is different, in words. Sums of decimal numbers are exact, but are written with as many digits as a number has. */
function changesOf(sealed: SealedColumn, column: Column): readonly Part[] {
  const now = sealedColumn(column, isAnnotatedPersonal(column.field));
  const said = (message: Message): Part => ({ kind: 'message', message });
  const numbers = (['minimum', 'maximum', 'mean'] as const).flatMap(key => {
    const [before, after] = [sealed[key], now[key]];
    const same = before === undefined || after === undefined || Math.abs(before - after) <= 1e-9 * Math.max(Math.abs(before), Math.abs(after));
    return same ? [] : [said(say`${WORDS[key]} ${number(before)}, now ${number(after)}`)];
  });
  return [
    ...(sealed.type === now.type ? [] : [said(say`type ${name(sealed.type)}, now ${name(now.type)}`)]),
    ...(sealed.missing === now.missing ? [] : [said(say`${number(sealed.missing)} missing, now ${number(now.missing)}`)]),
    ...categoryChanges(sealed, now, column.index).map(said),
    ...(sealed.distinct === now.distinct ? [] : [said(say`${number(sealed.distinct)} different values, now ${number(now.distinct)}`)]),
    ...numbers,
  ];
}

/** Categories that came and went. */
function categoryChanges({ values: before }: SealedColumn, { values: now, distinct }: SealedColumn, column: number): readonly Message[] {
  if (!before || (!now && distinct > before.length)) return [];
  const words = (texts: readonly string[]): Part => list(texts.slice(0, SHOWN).map(text => value(text, column)));
  const fresh = (now ?? []).filter(text => !before.includes(text));
  const gone = now ? before.filter(text => !now.includes(text)) : [];
  return [...(fresh.length > 0 ? [say`new: ${words(fresh)}`] : []), ...(gone.length > 0 ? [say`gone: ${words(gone)}`] : [])];
}

/** Values a message names of each kind. */
const SHOWN = 3;

const WORDS = { minimum: say`least`, maximum: say`greatest`, mean: say`mean` } as const;
