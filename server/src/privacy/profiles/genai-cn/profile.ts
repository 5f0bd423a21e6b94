import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/**
 * What Chinese standards ask of data that generative models learn from: GB/T 45652-2025 (pre-training and fine-tuning data), GB/T 45654-2025 (services) and
 * GB/T 45674-2025 (annotation), with the Data Security Law for the grade of data. They hold for who offers such a service in China, so only who chooses the
 * profile is held to it. Clauses are not named: their text is not published openly.
 */
const profile: LegalProfile = {
  id: 'genai-cn',
  title: 'Training data of generative AI in China, GB/T 45652, 45654 and 45674-2025',
  versions: [{ id: '2025-11', inForce: '2025-11-01' }],
  territory: [],
  terms: [],
  asks: {
    'missing-sources': say`GB/T 45652-2025 and GB/T 45654-2025`,
    'unrecorded-source': say`GB/T 45652-2025 and GB/T 45654-2025`,
    'missing-data-level': say`Data Security Law of China, Article 21`,
    'unmarked-generated-content': say`GB 45438-2025`,
  },
};

export default profile;
