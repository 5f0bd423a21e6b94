import { say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';
import { GDPR9, isSpecial } from '../../../../../core/specialData.ts';
import { personalFields } from '../../../../../core/duties.ts';

export default defineRequirement({
  id: 'missing-controller',
  of: 'dataset',
  summary: 'Nobody is named who answers for the personal data',
  severity: 'information',
  since: 'next',

  lack({ controller, dpo }, description) {
    if (!controller) return { message: say`Who is responsible for the personal data is not said`, stub: { title: say`Add the controller`, at: ['controller'], value: CONTACT } };
    if (controller.email === undefined && controller.address === undefined && controller.phone === undefined && !dpo) {
      return {
        message: say`Who is responsible for the personal data cannot be reached`,
        missing: ['controller', 'email'],
        stub: { title: say`Add an address to write to`, at: ['controller'], value: { ...controller, email: CONTACT.email } },
      };
    }
    if (dpo || !personalFields(description).some(field => isSpecial(field, 'gdpr9', GDPR9))) return undefined;
    return { message: say`Special categories of data have no data protection officer`, stub: { title: say`Add the data protection officer`, at: ['dpo'], value: CONTACT } };
  },
});

const CONTACT = { name: 'Name', email: 'privacy@example.org' } as const;
