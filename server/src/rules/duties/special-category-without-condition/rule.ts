import { type AnnotatedField, articlesOf, isPersonal, isWritten, nodeOfColumn, personalFields, serves } from '../../../core/duties.ts';
import { list, name, say, type Message } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Fix } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { GDPR9, isSpecial } from '../../../core/specialData.ts';

export default defineRule({
  id: 'special-category-without-condition',
  scope: 'metadata',
  summary: 'A purpose covers special categories of data that no condition allows',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('special-category-without-condition');
    if (articles.length === 0 || !isPersonal(description)) return;
    const special = personalFields(description).filter(field => isSpecial(field, 'gdpr9', GDPR9));
    for (const { use, legalBasis, specialBasis, node } of description.privacy.purposes) {
      const columns = special.filter(field => serves(field, use));
      const path = [...node, 'specialBasis'];
      if (columns.length === 0 || specialBasis !== undefined || isWritten(description.privacy, path)) continue;
      const [fix, ...alternatives] = CONDITIONS.map(condition => setting(path, condition));
      yield {
        place: { at: 'node', path: [...node, 'use'], part: 'value' },
        message: say`${wordsFor(use, legalBasis, columns)}: ${articlesOf(articles)}`,
        ...(fix && { fix, alternatives }),
        related: columns.slice(0, NAMED).map(one => ({ place: { at: 'node', ...nodeOfColumn(one, 'special') }, message: say`Special category data in ${one}` })),
      };
    }
  },
});

const NAMED = 3;
const CONDITIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map(letter => `gdpr:9-2-${letter}`);

function wordsFor(use: string, legalBasis: string | undefined, columns: readonly AnnotatedField[]): Message {
  const shown = list(columns.slice(0, NAMED).map(one => name(one.name)));
  return legalBasis === 'gdpr:6-1-f' ? say`Legitimate interests alone do not allow ${shown} for the purpose ${name(use)}, and ${name('specialBasis')} names no condition`
    : say`${shown} is special category data, and the purpose ${name(use)} names no condition in ${name('specialBasis')}`;
}

const setting = (path: NodePath, condition: string): Fix => ({ title: say`Set the condition ${name(condition)}`, safety: 'unsafe', change: { do: 'set-node', path, value: condition } });
