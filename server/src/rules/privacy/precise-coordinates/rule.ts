import type { PrivacyDescription } from '../../../core/annotation.ts';
import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, number, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';
import { claimedAnonymous } from '../../../util/anonymous.ts';
import { COORDINATES, isNamed } from '../../../util/columnWords.ts';

export default defineRule({
  id: 'precise-coordinates',
  scope: 'column',
  summary: 'Coordinates tell where somebody is to within a house',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['numbers'],
  options: {
    decimals: { default: 2, description: 'Decimals of degrees that coordinates of people may have: two are about a kilometre.' },
  },

  *check({ column, privacy, options }) {
    const own = column.field?.privacy;
    const claim = reasonOf(column, privacy);
    // How far a declared rounding is kept is for `transform-not-applied` to say.
    if (!claim || own?.notPersonal || own?.transform || !isCoordinate(column)) return;
    const found = say`${column} has more than ${number(options.decimals)} decimals in ${matched('cell')} of ${number(present(column))}`;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'decimals', over: options.decimals },
      message: claim.ccpa
        ? say`${found}: a place within 1,850 feet is precise geolocation (Cal. Civ. Code 1798.140(w))`
        : say`${found}: whoever is there is found again`,
      facts: told({ threshold: options.decimals, n: present(column) }),
      mirror: claim.node,
    };
  },
});

/** Why precision matters here: the data is said to name nobody, or goes by a law that calls precise places sensitive while the column is not marked so. */
function reasonOf({ field }: Column, privacy: PrivacyDescription | undefined): { readonly ccpa: boolean; readonly node: NodePath } | undefined {
  const claim = claimedAnonymous(privacy);
  if (privacy && claim) return { ccpa: false, node: [...privacy.node, claim.key] };
  const ccpa = privacy?.profiles?.some(one => one.split('@')[0] === 'ccpa') === true;
  const marked = field?.privacy?.special?.some(one => one.startsWith('ccpa-spi')) === true;
  return privacy && ccpa && !marked ? { ccpa, node: [...privacy.node, 'profiles'] } : undefined;
}

/** Numbers that may be degrees, called so or annotated as a place. */
function isCoordinate({ name, field, summary: { numbers, classes } }: Column): boolean {
  const fits = numbers !== undefined && classes.float > 0 && numbers.min >= -180 && numbers.max <= 180;
  return fits && (field?.privacy?.category?.startsWith('user.location') === true || isNamed(name, COORDINATES));
}
