import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

/** Cells that are named one by one. */
const LISTED = 20;

export default defineRule({
  id: 'invalid-utf8',
  scope: 'document',
  summary: 'Bytes of the file are not valid UTF-8',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'invalid-utf8', ({ place, numbers: { byte } }) => ({
      place,
      message: byte === undefined
        ? say`The header is not valid UTF-8; the file may have been written in another encoding`
        : say`The byte ${name(hexOf(byte))} is not valid UTF-8 here; the file may have been written in another encoding`,
      ...(byte !== undefined && { facts: told({ byte }) }),
    }), LISTED);
  },
});

const hexOf = (byte: number): string => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
