import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, name, number, say } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { holds } from '../../../util/characters.ts';

export default defineRule({
  id: 'untidy-header',
  scope: 'table',
  summary: 'A name has spaces around it, a line break or characters nobody can see',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: { longest: { default: 500, description: 'Characters a name may have; some hubs refuse longer ones.' } },

  *check({ table, options }) {
    if (!table.reading.hasHeader) return;
    const named = table.columns.filter(({ name }) => name.trim() !== '');
    const spaced = named.filter(column => column.name !== column.name.trim());
    if (spaced.length > MANY) yield ofAll(spaced);
    else for (const column of spaced) yield tidied(column, say`The name ${column} has spaces at its start or end`);
    for (const column of named.filter(one => one.name === one.name.trim())) {
      if (holds('line-break', column.name)) yield tidied(column, say`The name ${column} has a line break in it`);
      else if (holds('invisible', column.name) || holds('bidi', column.name)) yield tidied(column, say`The name ${column} has characters in it that nobody can see`);
      else if ([...column.name].length > options.longest) yield { place: { at: 'header', column: column.index }, message: say`This name has more than ${number(options.longest)} characters` };
    }
  },
});

/** More names than this are one finding: then it is how the file was written. */
const MANY = 3;

function ofAll(columns: readonly Column[]): Problem {
  const names = list(columns.slice(0, MANY).map(({ name: text }) => name(text)));
  return {
    place: { at: 'header', column: columns[0]?.index ?? 0 },
    message: say`${columns.length} names have spaces at their start or end, ${names} among them`,
    facts: told({ columns: columns.length }),
  };
}

function tidied(column: Column, message: Problem['message']): Problem {
  const to = column.name.replace(/[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu, '').replace(/\s+/gu, ' ').trim();
  return {
    place: { at: 'header', column: column.index },
    message,
    ...(to !== '' && { fix: { title: say`Rename to ${name(to)}`, safety: 'unsafe', change: { do: 'rename-header', to } } }),
  };
}
