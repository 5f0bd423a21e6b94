import { name, number, say } from '../../../core/message.ts';
import { defineTransform } from '../../../core/transform.ts';

export default defineTransform({
  id: 'generalise',
  title: 'replace by a more general value of a hierarchy',
  technique: 'generalisation',
  parameters: { level: { kind: 'number', least: 1, most: 64, whole: true, default: 1, description: 'How many levels up; 1 is the first one above the values.' } },
  make({ level }, { hierarchy, column }) {
    if (!hierarchy || hierarchy.size === 0) return say`${name(column)} has no hierarchy; give one in the plan or in the annotation of the column`;
    const [first = []] = hierarchy.values();
    if (level > first.length) return say`the hierarchy of ${name(column)} has ${number(first.length)} levels; there is no level ${number(level)}`;
    return { per: 'cell', consistent: true, params: { level }, change: text => hierarchy.get(text)?.[level - 1] };
  },
});
