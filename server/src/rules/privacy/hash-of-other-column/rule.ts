import { present, type Column } from '../../../core/column.ts';
import { isAnnotatedPersonal, type HashAlgorithm } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { matched, name, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'hash-of-other-column',
  scope: 'table',
  summary: 'A pseudonym is the plain hash of a column that lies beside it',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['distinct', 'values', 'detectors'],
  options: {
    share: { default: 0.5, description: 'Share of rows, from 0 to 1, that must agree.' },
  },

  *check({ table: { columns }, options }) {
    for (const digests of columns) {
      const algorithm = algorithmOf(digests);
      if (!algorithm) continue;
      for (const plain of columns.filter(column => mayBeHashed(column, digests))) {
        const n = Math.min(present(plain), present(digests));
        const own = digests.field?.privacy;
        yield {
          place: { at: 'header', column: digests.index },
          cells: { is: 'digest', of: plain.index, in: digests.index, algorithm, at: digests.index },
          between: [Math.max(1, Math.ceil(n * options.share)), Infinity],
          message: say`${digests} is the ${name(algorithm)} of ${plain} in ${matched('row')} of ${number(n)}: whoever has a list of possible values finds the persons; use a keyed hash (HMAC)`,
          facts: told({ algorithm, source: plain.name, n }),
          ...(own?.transform && { mirror: [...own.node, 'transform'] }),
        };
      }
    }
  },
});

const BY_LENGTH: Readonly<Record<number, HashAlgorithm>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' };

/** The hash whose digests a column seems to hold: all cells are as long, and all known values are hexadecimal digits. */
function algorithmOf({ values, summary: { length } }: Column): HashAlgorithm | undefined {
  const algorithm = length.min === length.max ? BY_LENGTH[length.max] : undefined;
  return algorithm && values.length > 0 && values.every(({ text }) => /^[\da-f]+$/i.test(text)) ? algorithm : undefined;
}

/** A column of personal data, of about as many values: spellings apart, a hash is the same for the same value and for no other. */
function mayBeHashed(plain: Column, digests: Column): boolean {
  const personal = plain.field?.privacy?.notPersonal !== true && (plain.evidence.length > 0 || isAnnotatedPersonal(plain.field));
  const [own, other] = [plain.summary.distinct, digests.summary.distinct];
  return plain !== digests && (personal || digests.field?.privacy?.role === 'pseudonym') && own.count >= other.count * LEAST && own.count <= other.count * MOST;
}

/** A sketch of the values may be off by some percent, and spellings of one address may be several. */
const LEAST = 0.85;
const MOST = 1.3;
