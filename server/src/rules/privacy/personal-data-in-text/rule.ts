import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, number, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { PERSONAL_KINDS } from '../../../core/personalSpan.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { isNamed } from '../../../util/columnWords.ts';
import { spansOfAll } from '../../../util/freeText/personalSpans.ts';
import { isText, mayBeUnseen } from '../../../util/freeText/texts.ts';

export default defineRule({
  id: 'personal-data-in-text',
  scope: 'column',
  summary: 'Texts hold e-mail addresses, telephone numbers or other personal data',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['values', 'detectors'],
  options: {
    share: { default: 0.005, description: 'Share of the texts looked at, from 0 to 1, from which on this is a warning.' },
  },

  *check({ column, options }) {
    if (isPersonal(column) || !isText(column)) return;
    const kinds = spansOfAll(column.values).map(spans => new Set(spans.map(({ kind }) => kind)));
    for (const kind of PERSONAL_KINDS) {
      if (kind === 'name' && isNamed(column.name, TITLES)) continue;
      const some = kinds.filter(held => held.has(kind)).length;
      if (some > 0) yield judge(column, kind, some, some / column.values.length >= options.share);
      else if (mayBeUnseen(column)) yield* byCount(column, kind, options.share);
      else if (kind === 'email' && mayBeElsewhere(column)) yield judge(column, kind, 0, false);
    }
  },
});

/** What stands in no value that was looked at weighs by the number of all that hold it; one of the two is true, or neither. */
function byCount(column: Column, kind: Told, share: number): readonly Problem[] {
  const often = Math.max(1, Math.ceil(present(column) * share));
  return [{ ...judge(column, kind, 0, true), between: [often, Infinity] }, ...(often > 1 ? [{ ...judge(column, kind, 0, false), between: [1, often - 1] } as const] : [])];
}

/** Titles of works name persons who are in them or invented. */
const TITLES = ['title', 'movie', 'film', 'book', 'song', 'album', 'episode', 'series', 'show', 'game', 'painting', 'case', '片名', '书名', '歌名', '剧名'];

/** What is personal as a whole is the matter of another rule, or of the annotation. */
const isPersonal = ({ field, evidence }: Column): boolean =>
  field?.privacy?.category !== undefined || field?.privacy?.type !== undefined || field?.privacy?.notPersonal === true || evidence.some(({ grade }) => grade !== 'low');

/** An at is counted for every cell, so an address that stands in no value that was read is not missed. */
const mayBeElsewhere = ({ summary }: Column): boolean => summary.withAt > 0 && !knowsAllValues(summary);

type Told = (typeof PERSONAL_KINDS)[number];

function judge(column: Column, kind: Told, some: number, often: boolean): Problem {
  const looked = column.values.length;
  const isMuch = some > 0 && column.summary.length.mean * present(column) > COUNTED;
  return {
    place: { at: 'header', column: column.index },
    cells: { is: 'personal', of: kind },
    severity: often ? 'warning' : 'information',
    message: isMuch
      ? say`${column} has personal data (${NAMES[kind]}) inside ${some} of ${looked} texts looked at; the first ones of ${number(present(column))} are marked`
      : say`${column} has personal data (${NAMES[kind]}) inside the text of ${matched('cell')}, out of ${number(present(column))}`,
    facts: told({ kind }),
    ...(isMuch && { examples: EXAMPLES }),
    fix: { title: say`Redact personal data in these texts`, safety: 'unsafe', change: { do: 'rewrite', how: 'redacted' } },
  };
}

/** Bytes of text in a column up to which all of it is read for each kind; beyond it a look at all of it would cost more than the rest of a check. */
const COUNTED = 1 << 26;
const EXAMPLES = 20;

const NAMES: Readonly<Record<Told, Message>> = {
  'email': say`e-mail address`, 'phone': say`telephone number`, 'card': say`payment card number`, 'iban': say`bank account number (IBAN)`, 'identity-number': say`identity number`,
  'name': say`name of a person`, 'address': say`street address`,
};
