import type { Description } from '../../../core/description.ts';
import { name, say, value as quote } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';
import { fidesTermOf } from '../../../privacy/taxonomy/terms.ts';

export default defineRule({
  id: 'deprecated-privacy-term',
  scope: 'metadata',
  summary: 'An annotation uses a term that its vocabulary has replaced',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description }) {
    for (const { id, path } of termsIn(description)) {
      const { deprecated, replacedBy } = fidesTermOf(id) ?? {};
      if (deprecated === undefined || replacedBy === undefined) continue;
      yield {
        place: { at: 'node', path, part: 'value' },
        message: say`${quote(id, -1)} is out of use since version ${name(deprecated)} of Fideslang; ${quote(replacedBy, -1)} took its place`,
        fix: { title: say`Replace with ${quote(replacedBy, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: replacedBy } },
      };
    }
  },
});

function termsIn({ privacy, resources }: Description): readonly { readonly id: string; readonly path: NodePath }[] {
  const columns = resources.flatMap(({ fields }) => fields.flatMap(field => field.privacy ?? []));
  return [
    ...(privacy?.purposes ?? []).map(({ use, node }) => ({ id: use, path: [...node, 'use'] })),
    ...columns.flatMap(({ category, purposes = [], node }) => [
      ...(category === undefined ? [] : [{ id: category, path: [...node, 'category'] }]),
      ...purposes.map((id, i) => ({ id, path: [...node, 'purposes', i] })),
    ]),
  ];
}
