import { type AnnotatedField, articlesOf, isPersonal, personalFields } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'child-without-age-limit',
  scope: 'metadata',
  summary: 'Children are in the data, and neither an age limit nor parental consent is',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('child-without-age-limit');
    if (articles.length === 0 || !isPersonal(description)) return;
    const { privacy: { node, subjects = [], purposes } } = description;
    const at = subjects.findIndex(subject => /^child/.test(subject.split('.').at(-1) ?? ''));
    const fields = personalFields(description);
    const isGuarded = fields.some(({ privacy }) => privacy.subjectAgeLimit !== undefined || privacy.parentalConsentRef !== undefined);
    if (at < 0 || purposes.length === 0 || isGuarded) return;
    const column = fields.find(isAge) ?? fields[0];
    const limit = profiles.applied.some(({ profile }) => profile.id === 'gdpr') ? 16 : 14;
    const [age, consent] = [name('subjectAgeLimit'), name('parentalConsentRef')];
    yield {
      place: { at: 'node', path: [...node, 'subjects', at], part: 'value' },
      message: say`Children are in the data, and no column says from what age (${age}) or by whose consent (${consent}): ${articlesOf(articles)}`,
      ...(column && {
        fix: { title: say`Add an age limit to ${column}`, safety: 'unsafe', change: { do: 'set-node', path: [...column.privacy.node, 'subjectAgeLimit'], value: limit } },
      }),
    };
  },
});

const isAge = ({ privacy: { category = '', type = '' } }: AnnotatedField): boolean => /age_range|date_of_birth|birth/.test(category) || type === 'age' || type === 'birth-date';
