import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/**
 * Data and data governance of high-risk AI systems, Regulation (EU) 2024/1689. Most systems are none, so no place alone makes it apply.
 * The duties of Article 10 apply from 2 August 2026 (Article 113), unless they are put off.
 */
const profile: LegalProfile = {
  id: 'eu-ai-act-10',
  title: 'AI Act (EU) 2024/1689, Article 10',
  versions: [{ id: '2024-08', inForce: '2024-08-01' }],
  territory: [],
  terms: ['ai-act:'],
  asks: {
    'personal-data-without-purpose': say`AI Act Article 10(2)(b)`,
    'missing-original-purpose': say`AI Act Article 10(2)(b)`,
    'missing-bias-examination': say`AI Act Article 10(2)(f)`,
    'missing-gap-statement': say`AI Act Article 10(2)(h)`,
    'bias-data-in-training': say`AI Act Article 10(5)`,
    'unguarded-bias-data': say`AI Act Article 10(5)`,
    'protected-model-input': say`AI Act Article 10(2)(f)`,
  },
};

export default profile;
