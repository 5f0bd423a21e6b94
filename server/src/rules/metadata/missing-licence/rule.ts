import type { Description } from '../../../core/description.ts';
import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'missing-licence',
  scope: 'metadata',
  summary: 'Nothing says under what terms a published dataset may be used',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ description, complaints }) {
    const isTold = complaints.some(({ kind, path, message }) => (kind === 'recommended' || kind === 'schema') && path.length <= 1 && JSON.stringify(message).includes('licen'));
    if ((description.licences?.length ?? 0) > 0 || isTold || !isPublished(description)) return;
    yield { place: { at: 'node', path: [], part: 'key' }, message: say`No licence says under what terms this dataset may be used` };
  },
});

/** A description that presents its dataset to others. What is only kept for oneself needs no licence. */
const isPublished = ({ homepage, version, creators, keywords, description }: Description): boolean =>
  homepage !== undefined || version !== undefined || (creators?.length ?? 0) > 0 || ((keywords?.length ?? 0) > 0 && description !== undefined);
