import { isAnnotatedPersonal, type Description, type LicenceDescription } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { name, say, value, type Message } from '../../../core/message.ts';
import type { Severity } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { knownAs, licenceAt, termsOf } from '../../../util/licences/licences.ts';

export default defineRule({
  id: 'licence-against-purpose',
  scope: 'metadata',
  summary: 'The licence of a dataset does not go with what it is used for',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ description }) {
    // Of several licences the user chooses one.
    const [licence, another] = description.licences ?? [];
    const id = licence && !another ? idOf(licence) : undefined;
    if (!licence || id === undefined) return;
    const place = { at: 'node', path: licence.idNode ?? licence.node, part: 'value' } as const;
    for (const { message, severity } of conflicts(id, description)) yield { place, message, ...(severity && { severity }), facts: told({ licence: id }) };
  },
});

/** An address says more than `other`. */
const idOf = ({ id, url }: LicenceDescription): string | undefined =>
  (url === undefined ? undefined : licenceAt(url)) ?? (id === undefined ? undefined : knownAs(id));

const COMMERCIAL = /commercial|marketing|advertis|moneti[sz]|\bsell|\bsales\b|商业|营销|广告|销售/i;
const NOT_COMMERCIAL = /non-?_?commercial|not commercial|非商业/i;

function* conflicts(id: string, description: Description): Iterable<{ readonly message: Message; readonly severity?: Severity }> {
  const { nonCommercial, noDerivatives, shareAlike } = termsOf(id);
  const uses = description.privacy?.purposes.map(({ use }) => use) ?? [];
  const commercial = uses.find(use => COMMERCIAL.test(use) && !NOT_COMMERCIAL.test(use));
  if (nonCommercial && commercial !== undefined) yield { message: say`${name(id)} does not allow commercial use, and a purpose is ${value(commercial, -1)}` };
  if (noDerivatives && (description.ml?.target !== undefined || description.ml?.splits)) {
    yield { message: say`${name(id)} does not allow changed copies to be passed on, such as cleaned, labelled or split ones for training`, severity: 'information' };
  }
  if (shareAlike && isPersonal(description)) {
    yield { message: say`${name(id)} wants changed copies passed on under terms as open, and this data is described as personal` };
  }
}

const isPersonal = ({ privacy, resources }: Description): boolean =>
  privacy?.personalData === 'yes' || resources.some(({ fields }) => fields.some(field => isAnnotatedPersonal(field) && field.privacy?.notPersonal !== true));
