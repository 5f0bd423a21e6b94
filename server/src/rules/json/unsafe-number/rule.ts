import { told } from '../../../core/facts.ts';
import { count, matched, name, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { all, any, hasClass, isIn, isMissing, isOutside, isUnquoted } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import type { Reading } from '../../../core/reading.ts';
import { defineRule } from '../../../core/rule.ts';
import type { StructuralFact } from '../../../core/structure.ts';

export default defineRule({
  id: 'unsafe-number',
  scope: 'document',
  summary: 'A number changes when it is read, or is no JSON',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading }) {
    for (const fact of facts) if (reading && fact.kind === 'unsafe-number') yield problemOf(fact, reading);
  },
});

const LITERAL = 1;
const OVERFLOW = 2;

/** Cells are found where the number is one; within an array, or beyond all doubles, the first place must do. */
function problemOf({ place, numbers: { column = -1, literal = 0, nested = 0, count: found = 1 } }: StructuralFact, reading: Reading): Problem {
  const key = { name: reading.header[column] ?? '' };
  const graded = literal === LITERAL ? { severity: 'error' as const } : {};
  if (nested === 1 || literal === OVERFLOW || column === -1) {
    return { place, message: say`${count(found, 'value')} in ${name(key.name)}, this one first: ${matter(literal)}`, facts: told({ found }), ...graded };
  }
  return {
    place: { at: 'header', column },
    cells: literal === LITERAL ? literals(reading) : BEYOND,
    message: say`${key} has ${matched('value')} of this kind: ${matter(literal)}`,
    ...graded,
  };
}

function matter(literal: number): Message {
  if (literal === LITERAL) return say`NaN and Infinity are no JSON, and strict readers refuse the record; write null`;
  if (literal === OVERFLOW) return say`it is beyond what a double holds, and reads as Infinity`;
  return say`a whole number beyond 2^53 is rounded by readers that use doubles, JavaScript among them; write it as a string`;
}

const BEYOND: CellQuery = all(isUnquoted, hasClass('integer'), isOutside(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER));

function literals({ nullTokens }: Reading): CellQuery {
  const words = ['NaN', 'Infinity', '-Infinity'];
  return all(isUnquoted, any(isMissing(words.flatMap(word => (nullTokens.includes(word) ? [nullTokens.indexOf(word)] : []))), isIn(words)));
}
