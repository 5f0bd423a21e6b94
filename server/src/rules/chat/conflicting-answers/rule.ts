import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'conflicting-answers',
  scope: 'table',
  summary: 'Equal prompts have different answers',
  severity: 'information',
  dimension: 'consistency',
  since: 'next',
  needs: ['chat', 'distinct'],
  options: {},

  *check({ table: { chat, columns, records } }) {
    const answer = chat?.shape.parts.find(({ is, form }) => is === 'completion' && form === 'text');
    const asked = chat?.shape.parts.filter(({ is }) => ASKED.has(is)).flatMap(({ column }) => columns[column] ?? []) ?? [];
    if (!chat || !answer || !JUDGED.has(chat.shape.id) || !asked.every(repeats)) return;
    yield {
      place: { at: 'header', column: answer.column },
      cells: { is: 'conflict', columns: asked.map(({ index }) => index), label: answer.column, at: answer.column },
      message: say`${matched('row')} of ${records} equal to an earlier row in ${list(asked.map(column => name(column.name)))}, but with another answer`,
      facts: told({ n: records }),
    };
  },
});

/** Shapes in which an answer stands for what is right; several marked answers to one prompt are how preferences are told. */
const JUDGED: ReadonlySet<string> = new Set(['prompt-completion', 'alpaca']);
const ASKED: ReadonlySet<string> = new Set(['prompt', 'input', 'system']);

/** Whether some value surely occurs twice, or may: estimates of distinct values miss by a few hundredths. */
const repeats = (column: Column): boolean =>
  column.summary.distinct.count < (column.summary.distinct.exact ? present(column) || 1 : SURELY * present(column)) || present(column) === 0;
const SURELY = 0.95;
