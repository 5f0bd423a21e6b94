import { KEEP } from './plan.ts';
import type { Column } from '../../core/column.ts';
import { number, say, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import { typeOf } from '../../util/fieldTypes.ts';
import { allTransforms } from '../registry.ts';

/** A way to treat a column with all its parameters, to be chosen from a list. */
export interface Preset {
  readonly use: string;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly label: Message;
}

/** The key that is asked for where nobody names one. */
export const USUAL_KEY = 'LINTEL_KEY';

/** What can be done with a column, the mildest first. */
export function presetsFor(column: Column): readonly Preset[] {
  const kind = typeOf(column);
  const isNumber = kind === 'integer' || kind === 'number' || kind === 'year';
  const [best] = column.evidence;
  const isDate = kind === 'date' || kind === 'datetime' || best?.detector.id === 'birth-date';
  return [
    { use: KEEP, parameters: {}, label: say`leave it as it is` },
    ...(isNumber ? numberPresets(column) : []), ...(isDate ? datePresets() : []),
    ...(best?.detector.id === 'precise-location' ? [2, 1].map(digits => preset('round', { digits }, say`${number(digits)} digits behind the point`)) : []),
    ...(/zip|postal/i.test(column.name) ? [preset('truncate-zip')] : []), ...levelPresets(column),
    ...(best?.detector.id === 'email' ? [preset('mask', { form: 'email', first: 1 }, say`the domain is left`)] : []),
    preset('mask', { first: 1 }, say`the first character is left`), preset('mask', { last: 4 }, say`the last four characters are left`),
    ...(isText(column) ? [preset('redact-spans'), preset('redact-spans', { by: 'pseudonym' }, say`the same person keeps one number`)] : []),
    preset('keyed-hash', { keyRef: USUAL_KEY }), preset('tokenise'), preset('permute'), preset('redact'), preset('drop'),
  ];
}

/** Cells with room for more than a name. */
const isText = ({ summary: { classes, length } }: Column): boolean => classes.text > 0 && length.max >= 12;

/** What a treatment is called; parameters that no preset has are not told. */
export function treatmentLabel(use: string, parameters: Readonly<Record<string, Json>>, column: Column): Message {
  const wanted = JSON.stringify(parameters);
  return presetsFor(column).find(one => one.use === use && JSON.stringify(one.parameters) === wanted)?.label ?? preset(use).label;
}

function preset(use: string, parameters: Preset['parameters'] = {}, detail?: Message): Preset {
  const title: Message = { template: allTransforms.find(({ id }) => id === use)?.title ?? use, parts: [] };
  return { use, parameters, label: detail ? say`${title}: ${detail}` : title };
}

const datePresets = (): readonly Preset[] => [
  preset('round', { to: 'month' }, say`the month is left`), preset('round', { to: 'quarter' }, say`the quarter is left`),
  preset('round', { to: 'year' }, say`the year is left`), preset('round', { to: 'decade' }, say`the decade is left`),
];

/** Widths near a hundredth, a twentieth and a tenth of what there is, each 1, 2 or 5 times a power of ten. */
function numberPresets({ name, summary: { numbers, classes } }: Column): readonly Preset[] {
  const span = numbers ? numbers.max - numbers.min : 0;
  const widths = span > 0 ? [...new Set([100, 20, 10].map(parts => nice(span / parts)))].filter(width => classes.float > 0 || width >= 1) : [];
  return [
    ...widths.map(bin => preset('bin', { bin }, say`ranges of ${number(bin)}`)),
    ...(/age|年龄/i.test(name) ? [preset('top-code', { top: 90 }, say`from ${number(90)} on`)] : []),
    ...(classes.float > 0 ? [preset('round', { digits: 0 }, say`whole numbers`)] : []),
    preset('microaggregate', { k: 5 }, say`groups of ${number(5)}`),
    ...widths.slice(-1).map(noise => preset('noise', { noise }, say`scale ${number(noise)}`)),
  ];
}

function nice(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  return Number(((width / power < 1.5 ? 1 : width / power < 3.5 ? 2 : width / power < 7.5 ? 5 : 10) * power).toPrecision(3));
}

function levelPresets({ field }: Column): readonly Preset[] {
  const hierarchy = field?.privacy?.hierarchy;
  const height = hierarchy && 'levels' in hierarchy ? Math.max(0, ...Object.values(hierarchy.levels).map(({ length }) => length)) : hierarchy ? 1 : 0;
  return Array.from({ length: height }, (_, i) => preset('generalise', { level: i + 1 }, say`level ${number(i + 1)}`));
}
