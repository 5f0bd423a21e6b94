import type { DatasetFacts } from './facts.ts';
import type { Suit, Template } from './template.ts';

/** Whether a template can make a project for a dataset. One that does not say what it is for can, or its questions say why not. */
export const isFor = ({ suits }: Pick<Template, 'suits'>, facts: DatasetFacts): boolean => suits === undefined || suitsOf(facts).includes(suits);

/** The templates for a dataset, those for what is particular about it first; else in the order given. */
export function suitable<T extends Pick<Template, 'suits'>>(templates: readonly T[], facts: DatasetFacts): readonly T[] {
  const order = suitsOf(facts);
  const place = ({ suits }: T): number => (suits === undefined ? order.length : order.indexOf(suits));
  return templates.filter(template => isFor(template, facts)).sort((a, b) => place(a) - place(b));
}

/** What a dataset is, the most particular first. Sentences are learned from where there is a class to tell, a series where there is a time and a number. */
function suitsOf({ content, columns, time, task }: DatasetFacts): readonly Suit[] {
  if (content === 'images' || content === 'conversations') return [content];
  if (content === 'records') return [];
  const found: Suit[] = [];
  if (task !== 'regression' && columns.some(({ kind }) => kind === 'text')) found.push('text');
  found.push('table');
  if ((time !== undefined || columns.some(({ isTime }) => isTime === true)) && columns.some(({ kind }) => kind === 'number')) found.push('series');
  return found;
}
