import { name, say } from '../../../core/message.ts';
import { defineTransform } from '../../../core/transform.ts';
import { plainNumber } from '../../../util/plainNumber.ts';

export default defineTransform({
  id: 'bottom-code',
  title: 'put everything below a limit together',
  technique: 'bottom-coding',
  parameters: {
    bottom: { kind: 'number', description: 'The limit: this and less become one value.' },
    shown: { kind: 'word', words: ['open', 'limit'], default: 'open', description: 'What stands there: `10-`, or the limit itself so that the column stays a number.' },
  },
  make({ bottom, shown }) {
    if (bottom === undefined) return say`${name('bottom')} must be the limit`;
    const coded = shown === 'open' ? `${bottom}-` : String(bottom);
    return {
      per: 'cell', consistent: true, params: { bottom },
      change(text) {
        const value = plainNumber(text);
        if (value === undefined) return text === coded ? coded : undefined;
        return value <= bottom ? coded : text;
      },
    };
  },
});
