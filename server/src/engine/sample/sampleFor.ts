import type { Column } from '../../core/column.ts';
import type { MlDescription } from '../../core/description.ts';
import type { Need, Rule } from '../../core/rule.ts';
import { SAMPLE_ROWS } from '../../core/sample.ts';
import { targetOf } from '../../core/target.ts';
import type { Readable } from '../chunkIndex.ts';
import { type Control, goesOn } from '../pass.ts';
import type { Scan } from '../scan.ts';
import { readSample } from './readSample.ts';
import type { OpenSample } from './readSample.ts';

/**
 * The sample, read only where a rule that is on needs it and the table has something for it to compare. A target that is only guessed by its name is
 * worth no further look at a big file.
 */
export async function sampleFor(
  rules: readonly Rule[], columns: readonly Column[], ml: MlDescription | undefined, from: { readonly scan: Scan; readonly readable: Readable; readonly control: Control },
): Promise<OpenSample | undefined> {
  const target = targetOf(columns, ml);
  const has = {
    target: target !== undefined && (target.declared || from.scan.rows <= SAMPLE_ROWS),
    numeric: columns.filter(isNumeric).length > 1,
    categorical: from.scan.rows <= MOST_ROWS && columns.filter(isCategorical).length > 1,
    annotated: columns.some(({ field }) => field?.privacy !== undefined),
  };
  const comparable = columns.length > 1 && from.scan.summary.records > 1;
  const wanted = comparable && rules.some(({ needs }) => needs.length > 0 && sampleNeeds(needs).some(need => isServed(need, has)));
  const sample = wanted ? await readSample(from.scan, from.readable, target?.column.index, from.control) : undefined;
  if (sample && from.control.pause) await readInTurns(sample, columns, from.control);
  return sample;
}

/** Rules hold so many columns against each other that nearly all of these will be asked for. */
const SURELY_READ = 40;

/** A column of the sample is read when a rule asks for it, which makes its first step a long one: where others want turns it is read before, in turns. */
async function readInTurns(sample: OpenSample, columns: readonly Column[], control: Control): Promise<void> {
  for (const { index } of columns.filter(isCategorical).slice(0, SURELY_READ)) {
    const column = sample.column(index);
    if (!column || !await goesOn(control)) return;
    void column.levels;
    if (!await goesOn(control)) return;
  }
}

const isNumeric = ({ summary: { numbers } }: Column): boolean => numbers !== undefined && numbers.count > 1 && numbers.min < numbers.max;

/** In bigger tables columns are grouped by each other only where another rule reads a sample anyway. */
const MOST_ROWS = 10 * SAMPLE_ROWS;

/** Few enough values for rows to be grouped by. */
const isCategorical = ({ summary: { distinct, cells, missing } }: Column): boolean => distinct.count > 1 && distinct.count * 3 <= cells - missing;

const sampleNeeds = (needs: readonly Need[]): readonly Need[] => needs.filter(need => need === 'sample' || typeof need === 'object');

function isServed(need: Need, has: Readonly<Record<'target' | 'numeric' | 'categorical' | 'annotated', boolean>>): boolean {
  return typeof need !== 'object' || has[need.pair];
}
