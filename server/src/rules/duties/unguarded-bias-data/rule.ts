import type { PrivacyDescription } from '../../../core/annotation.ts';
import { type AnnotatedField, articlesOf, isForBiasAlone, isPersonal, nodeOfColumn, personalFields } from '../../../core/duties.ts';
import { type Message, list, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { GDPR9, isSpecial } from '../../../core/specialData.ts';

export default defineRule({
  id: 'unguarded-bias-data',
  scope: 'metadata',
  summary: 'Special data for bias detection lacks the safeguards it is allowed under',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('unguarded-bias-data');
    if (articles.length === 0 || !isPersonal(description)) return;
    const { privacy } = description;
    for (const column of personalFields(description).filter(field => isSpecial(field, 'gdpr9', GDPR9))) {
      const lacks = isForBiasAlone(column, privacy) ? lacksOf(column, privacy) : [];
      if (lacks.length === 0) continue;
      yield {
        place: { at: 'node', ...nodeOfColumn(column, 'special') },
        message: say`${column} is there to detect bias, and ${list(lacks.map(message => ({ kind: 'message', message })))}: ${articlesOf(articles)}`,
      };
    }
  },
});

function lacksOf({ privacy: { transform, identifiability, retention } }: AnnotatedField, dataset: PrivacyDescription): readonly Message[] {
  const isHidden = PSEUDONYMISED.has(identifiability ?? dataset.identifiability) || HIDING.has(transform?.technique);
  const [recipient] = dataset.recipients ?? [];
  return [
    ...(isHidden ? [] : [say`it is not pseudonymised (b)`]),
    ...(recipient ? [say`others receive it (d)`] : []),
    ...((retention ?? dataset.retention)?.period === undefined ? [say`nothing says when it is deleted (e)`] : []),
  ];
}

const PSEUDONYMISED: ReadonlySet<string | undefined> = new Set(['pseudonymised', 'deidentified']);
const HIDING: ReadonlySet<string | undefined> = new Set(['keyed-hashing', 'tokenisation', 'encryption', 'deterministic-encryption', 'format-preserving-encryption', 'order-preserving-encryption']);
