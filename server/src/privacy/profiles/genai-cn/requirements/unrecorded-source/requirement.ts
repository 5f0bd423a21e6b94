import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'unrecorded-source',
  of: 'source',
  always: true,
  summary: 'A source of training data has no licence, contract or record of its collection',
  severity: 'warning',
  since: 'next',

  lack({ kind, from, recordRef }) {
    if (recordRef !== undefined || kind === 'derived' || kind === 'inferred' || kind === 'synthetic') return undefined;
    return {
      message: from === undefined ? say`${name('recordRef')} names no licence, contract or record of the collection`
        : say`The source ${name(from)} has no licence, contract or record of the collection in ${name('recordRef')}`,
      stub: { title: say`Add where the record is`, at: ['recordRef'], value: 'licence.txt' },
    };
  },
});
