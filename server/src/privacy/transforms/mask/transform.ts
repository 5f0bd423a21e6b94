import { defineTransform } from '../../../core/transform.ts';

export default defineTransform({
  id: 'mask',
  title: 'cover characters',
  technique: 'masking',
  parameters: {
    first: { kind: 'number', least: 0, most: 64, whole: true, default: 0, description: 'Letters and digits that are left at the start.' },
    last: { kind: 'number', least: 0, most: 64, whole: true, default: 0, description: 'Letters and digits that are left at the end.' },
    character: { kind: 'text', default: '*', description: 'What covers a character.' },
    form: { kind: 'word', words: ['text', 'email'], default: 'text', description: 'What the values are: of an e-mail address the domain is left.' },
    length: { kind: 'word', words: ['same', 'fixed'], default: 'same', description: 'Whether what is covered keeps its length and its separators, or becomes three characters.' },
  },
  make: ({ first, last, character, form, length }) => ({
    per: 'cell', consistent: true, params: { digits: first + last },
    change(text) {
      const at = form === 'email' ? text.lastIndexOf('@') : text.length;
      if (at === -1) return cover(text, { first: 0, last: 0, character, length });
      return cover(text.slice(0, at), { first, last, character, length }) + text.slice(at);
    },
  }),
});

interface Cover {
  readonly first: number;
  readonly last: number;
  readonly character: string;
  readonly length: 'same' | 'fixed';
}

const SIGN = /[\p{L}\p{M}\p{N}]/u;

/** A value too short to hide anything besides what is left is covered whole. */
function cover(text: string, { first, last, character, length }: Cover): string {
  const characters = [...text];
  const places = characters.flatMap((one, i) => (SIGN.test(one) ? [i] : []));
  const shows = first + last < places.length;
  const [from, to] = [shows ? places[first] ?? 0 : 0, shows ? places[places.length - last - 1] ?? -1 : characters.length - 1];
  const covered = characters.slice(from, to + 1);
  const middle = length === 'fixed' ? character.repeat(3) : covered.map(one => (SIGN.test(one) ? character : one)).join('');
  return [...characters.slice(0, from), middle, ...characters.slice(to + 1)].join('');
}
