import { name, say } from '../../../core/message.ts';
import { defineTransform } from '../../../core/transform.ts';
import { plainNumber } from '../../../util/plainNumber.ts';

export default defineTransform({
  id: 'top-code',
  title: 'put everything above a limit together',
  technique: 'top-coding',
  parameters: {
    top: { kind: 'number', description: 'The limit: this and more become one value.' },
    shown: { kind: 'word', words: ['open', 'limit'], default: 'open', description: 'What stands there: `90+`, or the limit itself so that the column stays a number.' },
  },
  make({ top, shown }) {
    if (top === undefined) return say`${name('top')} must be the limit`;
    const coded = shown === 'open' ? `${top}+` : String(top);
    return {
      per: 'cell', consistent: true, params: { top },
      change(text) {
        const value = plainNumber(text);
        if (value === undefined) return text === coded ? coded : undefined;
        return value >= top ? coded : text;
      },
    };
  },
});
