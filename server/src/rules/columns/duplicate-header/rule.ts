import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'duplicate-header',
  scope: 'table',
  summary: 'Two columns have the same name',
  severity: 'error',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ table }) {
    if (!table.reading.hasHeader) return;
    const first = new Map<string, Column>();
    const taken = new Set(table.columns.map(column => fold(column.name)));
    for (const column of table.columns) {
      const key = fold(column.name);
      const earlier = first.get(key);
      // What cannot be decoded looks alike, whatever it was.
      if (key === '' || key.includes('\ufffd')) continue;
      if (earlier) yield clash(earlier, column, freeName(column.name.trim(), taken));
      else first.set(key, column);
    }
  },
});

/** Names that differ only in case or outer spaces are kept apart by some programs and mixed up by others, so they weigh less. */
function clash(earlier: Column, column: Column, to: string): Problem {
  const same = earlier.name === column.name;
  return {
    place: { at: 'header', column: column.index },
    severity: same ? 'error' : 'warning',
    message: same
      ? say`The name ${column} is already taken by column ${earlier.index + 1}`
      : say`The name ${column} differs from ${earlier} in case or spaces only`,
    facts: told({ column: column.index + 1, earlier: earlier.index + 1 }),
    related: [{ place: { at: 'header', column: earlier.index }, message: say`The first column of this name` }],
    fix: { title: say`Rename to ${name(to)}`, safety: 'unsafe', change: { do: 'rename-header', to } },
  };
}

const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** The name with the first number that makes it unique; remembered as taken. */
function freeName(base: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(fold(`${base}_${number}`))) number++;
  taken.add(fold(`${base}_${number}`));
  return `${base}_${number}`;
}
