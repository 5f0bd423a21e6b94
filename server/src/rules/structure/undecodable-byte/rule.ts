import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';
import { titleOf } from '../../../util/charset/labels.ts';

/** Cells that are named one by one. */
const LISTED = 20;

export default defineRule({
  id: 'undecodable-byte',
  scope: 'document',
  summary: 'A byte means nothing in the encoding of the file',
  severity: 'error',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading }) {
    if (!reading) return;
    yield* problemsOf(facts, 'undecodable-byte', ({ place, numbers: { byte = 0 } }) => ({
      place,
      message: say`The byte ${name(hexOf(byte))} means nothing in ${name(titleOf(reading.encoding))} here; it is read as U+FFFD`,
      facts: told({ byte }),
    }), LISTED);
  },
});

const hexOf = (byte: number): string => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
