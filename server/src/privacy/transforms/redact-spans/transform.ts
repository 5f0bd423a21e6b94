import { say } from '../../../core/message.ts';
import { defineTransform } from '../../../core/transform.ts';
import { spansIn } from '../../../util/freeText/personalSpans.ts';

export default defineTransform({
  id: 'redact-spans',
  title: 'replace personal data within texts',
  technique: 'redaction',
  parameters: {
    by: {
      kind: 'word', words: ['type', 'pseudonym'], default: 'type',
      description: 'What stands in place of each part: the type alone, or the type with a number that is the same wherever the same text stood.',
    },
  },
  make({ by }) {
    const pseudonyms = new Map<string, string>();
    const given = new Map<string, number>();
    const pseudonymOf = (kind: string, part: string): string => {
      const known = pseudonyms.get(part);
      if (known !== undefined) return known;
      const count = (given.get(kind) ?? 0) + 1;
      given.set(kind, count);
      pseudonyms.set(part, `[${kind}-${count}]`);
      return `[${kind}-${count}]`;
    };
    return {
      per: 'cell', consistent: true, ...(by === 'pseudonym' && { pseudonym: true, mapping: () => pseudonyms }),
      caution: say`only what has a form of its own or stands behind a title is found in texts: read a sample before the copy is passed on`,
      change(text) {
        let [changed, from] = ['', 0];
        for (const { kind, start, end } of spansIn(text)) {
          changed += text.slice(from, start) + (by === 'type' ? `[${kind}]` : pseudonymOf(kind, text.slice(start, end)));
          from = end;
        }
        return changed + text.slice(from);
      },
    };
  },
});
