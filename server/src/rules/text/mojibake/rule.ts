import { matched, name, say } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { cellsOfColumn, rewriteAs } from '../../../core/problem.ts';
import { hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';
import type { StructuralKind } from '../../../core/structure.ts';

export default defineRule({
  id: 'mojibake',
  scope: 'document',
  summary: 'Text was decoded in the wrong encoding before it was written',
  dimension: 'accuracy',
  severity: 'warning',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading }) {
    // What the editor shows wrongly, or cannot be decoded now, is said elsewhere, once.
    if (!reading || reading.encodingBasis?.shownAs !== undefined || facts.some(({ kind }) => kind === 'undecodable-byte')) return;
    const columnsOf = (kind: StructuralKind): readonly number[] =>
      [...new Set(facts.flatMap(fact => (fact.kind === kind && fact.place.at === 'header' ? [fact.place.column] : [])))].sort((a, b) => a - b);
    for (const column of columnsOf('mojibake')) yield misread(column, reading.header[column] ?? '');
    // Half characters of JSON are read as what is left of lost ones, and told by a rule of their own.
    const halves = groupsOf(facts, 'lone-surrogate').reduce((sum, { total }) => sum + total, 0);
    for (const column of columnsOf('lost-characters')) yield { ...lost(column, reading.header[column] ?? ''), between: [halves + 1, Infinity] };
  },
});

function misread(column: number, header: string): Problem {
  return {
    ...cellsOfColumn(column, hasForm('mojibake')),
    message: say`${name(header)} has ${matched('cell')} of UTF-8 that was decoded as something else, such as Ã© for é`,
    fix: { title: say`Decode the text of ${matched('cell')} rightly`, safety: 'safe', change: rewriteAs('repaired') },
  };
}

const lost = (column: number, header: string): Problem => ({
  ...cellsOfColumn(column, hasForm('lost-characters')),
  message: say`${name(header)} has ${matched('cell')} with what is left of characters that were decoded wrongly (�); take them from the source again`,
});
