import type { Place } from '../../core/place.ts';
import type { Overlap, OverlapView } from '../../core/texts.ts';
import { RunHasher } from '../../util/text/runs.ts';
import type { RunSink } from '../../util/text/runs.ts';
import type { RunIndex } from '../../util/text/runIndex.ts';
import { MOST_SHARED, RUNS, SHORT_RUNS } from './evaluation.ts';
import type { EvaluationIndex } from './evaluation.ts';
import type { ReadText } from './partTexts.ts';

/** Examples that are remembered with what they share. */
const MOST = 100_000;
/** A smaller share is of no interest to anybody. */
const LEAST = 0.1;

/** Runs of one evaluation text within one text. */
interface Shared {
  readonly slots: Set<number>;
  from: number;
  to: number;
}

/** Reads examples, text by text, against texts for evaluation. */
export class Overlaps {
  readonly #index: EvaluationIndex;
  readonly #runs = new RunHasher(RUNS);
  readonly #shortRuns = new RunHasher(SHORT_RUNS);
  readonly #found: Overlap[] = [];
  #examples = 0;
  #best: Overlap | undefined;

  constructor(index: EvaluationIndex) {
    this.#index = index;
  }

  begin(): void {
    this.#examples++;
    this.#best = undefined;
  }

  add(text: ReadText, row: number): void {
    const { long, short, totals, shortTotals } = this.#index;
    this.#judge(text, row, sharedWith(long, sink => this.#runs.read(text.bytes, text.start, text.end, text.escaped, sink)), totals, LEAST);
    if (short.size > 0) this.#judge(text, row, sharedWith(short, sink => this.#shortRuns.read(text.bytes, text.start, text.end, text.escaped, sink)), shortTotals, 1);
  }

  end(): void {
    if (this.#best && this.#found.length < MOST) this.#found.push(this.#best);
  }

  view(): OverlapView {
    const { files, texts, complete } = this.#index;
    return { examples: this.#examples, ...RUNS, files, texts: texts.length, complete, sharing: least => this.#found.filter(({ share }) => share >= least) };
  }

  #judge(text: ReadText, row: number, shared: ReadonlyMap<number, Shared>, totals: Uint32Array, least: number): void {
    for (const [id, { slots, from, to }] of shared) {
      const share = slots.size / Math.max(1, totals[id] ?? 1);
      const of = this.#index.texts[id];
      if (!of || share < least || share <= (this.#best?.share ?? 0)) continue;
      const place: Place = text.place(from, to);
      this.#best = { place, row, share, of };
    }
  }
}

/** By text for evaluation, which of its runs a reading meets. */
function sharedWith(index: RunIndex, read: (sink: RunSink) => void): ReadonlyMap<number, Shared> {
  let shared: Map<number, Shared> | undefined;
  read((low, high, from, to) => {
    const slot = index.find(low, high);
    if (slot === -1 || index.holdersAt(slot) > MOST_SHARED) return;
    shared ??= new Map();
    const id = index.textAt(slot);
    const known = shared.get(id) ?? { slots: new Set<number>(), from, to };
    shared.set(id, known);
    known.slots.add(slot);
    known.to = to;
  });
  return shared ?? NONE;
}

const NONE: ReadonlyMap<number, Shared> = new Map();
