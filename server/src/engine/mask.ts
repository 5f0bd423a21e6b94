import type { QuoteValues } from '../config/configuration.ts';
import type { Column, NamedValue } from '../core/column.ts';
import { isAnnotatedPersonal } from '../core/description.ts';
import type { TableView } from '../core/rule.ts';
import { redacted, spansOfAll } from '../util/freeText/personalSpans.ts';
import { type Control, goesOn } from './pass.ts';
import { allDetectors } from './registry.ts';
import { byteLength, sieveOf } from './sieve.ts';

/** For a column, how its values may be shown outside the data; `undefined` where they may be shown as they are. */
export interface ColumnMasks {
  (column: number): Mask;
  /** Single values of columns that are shown as they are: not all were looked at, and one of them may hold what leads to a person. */
  readonly cell?: (column: number, text: string) => string;
}

/** A value of a column as it may be shown. */
export const shownValue = (masks: ColumnMasks, column: number, text: string): string => masks(column)?.(text) ?? masks.cell?.(column, text) ?? text;

/**
 * Values of a column are masked wherever they are shown when the column is annotated as personal or when any detector found anything in it, and single
 * values that a detector is sure of by themselves, and such parts of texts, are masked in every column, unless the annotation says that the column is not
 * personal. A configuration may have all values of all columns masked.
 */
export function masksOf(table: TableView | undefined, quoteValues: QuoteValues = 'unless-personal'): ColumnMasks {
  if (quoteValues === 'never') return () => maskAll;
  const masks = table?.columns.map(maskOf) ?? [];
  const isOpen = (index: number): boolean => table?.columns[index]?.field?.privacy?.notPersonal === true;
  return Object.assign((index: number) => masks[index], { cell: (index: number, text: string) => (index < 0 || isOpen(index) ? text : withoutPersonal(text)) });
}

const withoutPersonal = (text: string): string => detected(text) ?? redacted(text);

/** Works out how columns are masked, one a turn, so that whoever asks later need not wait. False when cancelled. */
export async function workOutMasks(columns: readonly Column[], control: Control): Promise<boolean> {
  for (const column of columns) {
    maskOf(column);
    if (!await goesOn(control)) return false;
  }
  return true;
}

/** Nothing of a value, not even whether it is empty. */
const maskAll = (): string => '•••';

type Mask = ((text: string) => string) | undefined;

/** All values of a column that are known have to be looked at, and several ask. */
const known = new WeakMap<Column, { readonly mask: Mask }>();

function maskOf(column: Column): Mask {
  const before = known.get(column) ?? { mask: findMask(column) };
  known.set(column, before);
  return before.mask;
}

function findMask(column: Column): Mask {
  if (column.field?.privacy?.notPersonal && !column.personalElsewhere) return undefined;
  if (isPersonal(column)) return text => asEvidence(column, text) ?? detected(text) ?? maskText(text);
  const holdsSome = column.summary.withAt > 0 || column.values.some(isDetected)
    || column.summary.classes.text > 0 && spansOfAll(column.values).some(spans => spans.length > 0);
  return holdsSome ? withoutPersonal : undefined;
}

const isPersonal = ({ field, personalElsewhere, evidence, masked }: Column): boolean =>
  personalElsewhere === true || isAnnotatedPersonal(field) || field?.privacy?.isPartial === true || evidence.length > 0 || masked?.detector !== undefined;

const asEvidence = ({ evidence }: Column, text: string): string | undefined =>
  evidence.find(({ detector }) => detector.accepts(text))?.detector.mask(text);

/** Detectors that are to be believed about a single value, whatever else the column holds. */
const ALONE = allDetectors.filter(({ alone }) => alone);

/** How a detector that takes the text would show it. */
const detected = (text: string): string | undefined => ALONE.find(detector => detector.accepts(text))?.mask(text);

/** Whether one of them takes a value, asked only of those that its class and length leave. */
const isDetected = ({ class: kind, text }: NamedValue): boolean => sieveOf(ALONE)(kind, byteLength(text)).some(index => ALONE[index]?.accepts(text) === true);

/** Keeps the first character of a value and nothing else, not even its length. */
export const maskText = (text: string): string => (text === '' ? '' : `${[...text][0] ?? ''}•••`);
