import type { ColumnPrivacy, TransformDescription } from '../../../core/annotation.ts';
import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, name, number, say, type Message } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { isOutside, not, type CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'transform-not-applied',
  scope: 'resource',
  summary: 'Some values of a column are not transformed as its annotation says',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['numbers', 'values', 'detectors'],
  options: {},

  *check({ table: { columns } }) {
    for (const column of columns) {
      const privacy = column.field?.privacy;
      const broken = privacy?.transform && !privacy.notPersonal ? leftOver(column, privacy, privacy.transform) : undefined;
      if (!privacy || !broken) continue;
      yield {
        place: { at: 'header', column: column.index },
        cells: broken.cells,
        ...(broken.between && { between: broken.between }),
        message: broken.message,
        facts: told({ technique: privacy.transform?.technique ?? '', n: present(column) }),
        mirror: [...privacy.node, 'transform', ...broken.key],
      };
    }
  },
});

interface LeftOver {
  readonly cells: CellQuery;
  readonly message: Message;
  readonly key: NodePath;
  /** Where a look at all cells has to tell: for how many of them it holds. */
  readonly between?: readonly [least: number, most: number];
}

/** Techniques after which a value no longer has the form it had. Tokens and encryption may keep it. */
const HIDING: readonly string[] = ['masking', 'redaction', 'suppression', 'hashing', 'keyed-hashing', 'encryption', 'deterministic-encryption'];

/** The cells a technique has left as they were; `undefined` where it can be seen that there are none, or nothing can be seen. */
function leftOver(column: Column, privacy: ColumnPrivacy, { technique, params = {} }: TransformDescription): LeftOver | undefined {
  const { numbers } = column.summary;
  if (technique === undefined) return undefined;
  if (HIDING.includes(technique)) {
    const clear = inTheClear(column, privacy.type, technique);
    return clear && !clear.between ? clear : unlikeOthers(column, technique) ?? clear;
  }
  switch (technique) {
    case 'top-coding': return params.top === undefined || (numbers?.max ?? -Infinity) <= params.top ? undefined : cutOff(column, 'top', params.top);
    case 'bottom-coding': return params.bottom === undefined || (numbers?.min ?? Infinity) >= params.bottom ? undefined : cutOff(column, 'bottom', params.bottom);
    case 'rounding': return params.digits === undefined ? offGrid(column, params.bin) : tooFine(column, params.digits);
    case 'binning': return offGrid(column, params.bin);
    default: return undefined;
  }
}

function cutOff(column: Column, key: 'top' | 'bottom', limit: number): LeftOver {
  const n = number(present(column));
  return key === 'top'
    ? { cells: isOutside(-Infinity, limit), message: say`${column} lies above ${number(limit)}, where values are to be cut off, in ${matched('cell')} of ${n}`, key: ['params', key] }
    : { cells: isOutside(limit, Infinity), message: say`${column} lies below ${number(limit)}, where values are to be cut off, in ${matched('cell')} of ${n}`, key: ['params', key] };
}

function tooFine(column: Column, digits: number): LeftOver {
  const message = say`${column} has more than the ${number(digits)} decimals that values are to be rounded to in ${matched('cell')} of ${number(present(column))}`;
  return { cells: { is: 'decimals', over: digits }, message, key: ['params', 'digits'] };
}

function offGrid(column: Column, bin: number | undefined): LeftOver | undefined {
  if (bin === undefined) return undefined;
  const message = say`${column} holds no multiple of ${number(bin)}, to which values are to be rounded, in ${matched('cell')} of ${number(present(column))}`;
  return { cells: { is: 'off-step', step: bin }, message, key: ['params', 'bin'] };
}

/** Values that still are what the column held before. */
function inTheClear(column: Column, type: string | undefined, technique: string): LeftOver | undefined {
  const id = type ?? column.evidence.find(({ detector, grade }) => detector.role === 'direct-identifier' && grade !== 'low')?.detector.id;
  if (id === undefined) return undefined;
  const message = say`${column} is in the clear in ${matched('cell')} of ${number(present(column))}, though ${name(technique)} is declared`;
  const isSeen = column.evidence.some(({ detector }) => detector.id === id);
  // A few in the clear are no evidence; a detector that takes most of what was hidden says nothing about it.
  return { cells: { is: 'detector', id }, message, key: ['technique'], ...(!isSeen && { between: [1, Math.floor(present(column) / 2)] }) };
}

/** Where nearly all known values are digests of one length, the others are none. */
function unlikeOthers(column: Column, technique: string): LeftOver | undefined {
  const [first] = column.values.filter(({ text }) => DIGEST.test(text));
  const length = first?.text.length ?? 0;
  const alike = column.values.filter(({ text }) => DIGEST.test(text) && text.length === length).length;
  const { min, max } = column.summary.length;
  if (!technique.endsWith('hashing') || alike < MOSTLY * column.values.length || (min === length && max === length && alike === column.values.length)) return undefined;
  const message = say`${column} holds no digest of ${number(length)} digits, as the others are, in ${matched('cell')} of ${number(present(column))}, though ${name(technique)} is declared`;
  return { cells: not({ is: 'pattern', source: `[0-9A-Fa-f]{${length}}` }), message, key: ['technique'] };
}

const DIGEST = /^[\da-f]{16,128}$/i;
const MOSTLY = 0.9;
