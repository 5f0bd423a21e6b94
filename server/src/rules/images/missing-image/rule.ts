import { told } from '../../../core/facts.ts';
import { count, list, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { countOf, perFault, placeOf } from '../../../util/annotationFaults.ts';

export default defineRule({
  id: 'missing-image',
  scope: 'images',
  summary: 'Annotations name an image that is not there',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {
    single: { default: 20, description: 'Up to so many images of a file are told one by one, more of them together.' },
  },

  *check({ folder, options }) {
    const isSingle = (file: Parameters<typeof countOf>[0]): boolean => countOf(file, ['missing']) <= options.single;
    yield* perFault({ ...folder, annotations: folder.annotations.filter(isSingle) }, ['missing'], ({ text = '' }) => say`The image ${name(text)} is not there`);
    for (const file of folder.annotations) {
      const missing = file.faults.filter(({ fault }) => fault === 'missing');
      const [first] = missing;
      if (!first || isSingle(file)) continue;
      const [all, named] = [countOf(file, ['missing']), list(missing.slice(0, NAMED).map(({ text = '' }) => name(text)))];
      yield {
        place: placeOf(first), message: say`${count(all, 'image')} named by ${name(file.path || '.')} cannot be found, such as ${named}`,
        facts: told({ count: all, n: file.told + all }),
      };
    }
  },
});

/** Names that a message shows. */
const NAMED = 3;
