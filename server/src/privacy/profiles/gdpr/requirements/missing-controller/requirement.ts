import { say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'missing-controller',
  of: 'dataset',
  summary: 'Nobody is named who answers for the personal data',
  severity: 'information',
  since: 'next',

  lack({ controller, dpo }) {
    if (!controller) return { message: say`Who is responsible for the personal data is not said`, stub: { title: say`Add the controller`, at: ['controller'], value: CONTACT } };
    if (dpo || controller.email !== undefined || controller.address !== undefined || controller.phone !== undefined) return undefined;
    return {
      message: say`Who is responsible for the personal data cannot be reached`,
      missing: ['controller', 'email'],
      stub: { title: say`Add an address to write to`, at: ['controller'], value: { ...controller, email: CONTACT.email } },
    };
  },
});

const CONTACT = { name: 'Name', email: 'privacy@example.org' } as const;
