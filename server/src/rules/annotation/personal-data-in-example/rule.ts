import type { FieldDescription } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { say, type Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'personal-data-in-example',
  scope: 'metadata',
  summary: 'An example value in a description looks like personal data of somebody',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, detect }) {
    for (const field of description.resources.flatMap(({ fields }) => fields)) {
      if (isMadeUp(field)) continue;
      for (const { value, node } of field.examples ?? []) {
        const detector = PUBLISHED.test(value) ? undefined : detect(value);
        if (!detector) continue;
        const type: Message = { template: detector.title, parts: [] };
        const sample = SAMPLES[detector.id];
        yield {
          place: { at: 'node', path: node, part: 'value' },
          message: say`This example looks like a real one (${type})`,
          facts: told({ detector: detector.id }),
          fix: sample === undefined
            ? { title: say`Remove the example`, safety: 'unsafe', change: { do: 'remove-node', path: node } }
            : { title: say`Replace with an invented one`, safety: 'unsafe', change: { do: 'set-node', path: node, value: sample } },
        };
      }
    }
  },
});

const isMadeUp = ({ privacy }: FieldDescription): boolean => privacy?.examplesSynthetic === true || privacy?.identifiability === 'synthetic';

/** Invented values that everybody may print. */
const SAMPLES: Readonly<Record<string, string>> = {
  email: 'person@example.com', iban: 'GB82 WEST 1234 5698 7654 32', 'payment-card': '4111 1111 1111 1111', 'phone-number': '+1 202 555 0100', 'ip-address': '192.0.2.1',
};

/**
 * Values reserved for documentation: names of RFC 2606, addresses of RFC 5737 and RFC 3849, numbers of the 555-01xx range, the IBAN and the card numbers that
 * issuers publish for tests.
 */
const PUBLISHED = new RegExp([
  // Mailboxes of an office, which are nobody's own (RFC 2142 and what organisations print on their letters).
  '^(?:info|contact|kontakt|contacto|office|support|help|service|sales|press|admin|webmaster|postmaster|abuse|no-?reply|hello|data|opendata|validation)@',
  '@(?:[\\w-]+\\.)*(?:example\\.(?:com|org|net|edu)|[\\w-]+\\.(?:example|test|invalid|localhost))$',
  '^(?:192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+$|^(?:10|127)\\.|^192\\.168\\.|^2001:0?db8:',
  '555[- ]?01\\d\\d$', '^GB82 ?WEST ?1234 ?5698 ?7654 ?32$', '^DE89 ?3704 ?0044 ?0532 ?0130 ?00$',
  '^(?:4111 ?1111 ?1111 ?1111|4242 ?4242 ?4242 ?4242|5555 ?5555 ?5555 ?4444|5105 ?1051 ?0510 ?5100|3782 ?822463 ?10005|6011 ?1111 ?1111 ?1117)$',
].join('|'), 'i');
