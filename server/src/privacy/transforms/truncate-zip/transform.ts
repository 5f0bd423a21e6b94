import { defineTransform } from '../../../core/transform.ts';

export default defineTransform({
  id: 'truncate-zip',
  title: 'keep the first digits of a ZIP code of the United States',
  technique: 'generalisation',
  parameters: { digits: { kind: 'number', least: 1, most: 4, whole: true, default: 3, description: 'Digits that are kept.' } },
  make: ({ digits }) => ({ per: 'cell', consistent: true, params: { digits }, change: text => truncate(text.trim(), digits) }),
});

/**
 * Areas of three digits with 20,000 people or fewer by the census of 2000: 45 CFR 164.514(b)(2)(i)(B) asks for 000 in their place. The list is that of the
 * guidance of the Department of Health and Human Services on de-identification (2012).
 */
const FEW_PEOPLE = new Set(['036', '059', '063', '102', '203', '556', '692', '790', '821', '823', '830', '831', '878', '879', '884', '890', '893']);

/** Leading zeros that a spreadsheet took away come back; areas of few people are told from others by no prefix of their own. */
function truncate(text: string, digits: number): string | undefined {
  const [, code] = /^(\d{3,5})(?:-?\d{4})?$/.exec(text) ?? [];
  if (code === undefined) return undefined;
  const whole = code.padStart(5, '0');
  return digits >= 3 && FEW_PEOPLE.has(whole.slice(0, 3)) ? '0'.repeat(digits) : whole.slice(0, digits);
}
