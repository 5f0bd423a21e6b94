import uPlot from 'uplot';
import type { Report, RunReport } from '../../../../../server/src/bench/report.ts';
import { learningPoints } from '../../../../../server/src/bench/summarise.ts';
import type { Words } from '../messages.ts';
import { type Theme, themeNow } from './theme.ts';

/** One curve: a run's training or validation loss. */
export interface Curve {
  readonly key: string;
  readonly title: string;
  readonly color: string;
  readonly dashed: boolean;
  readonly hidden: boolean;
}

export interface Chart {
  /** Draws the report anew; curves named in `hidden` are left out. */
  draw(report: Report, words: Words, by: Axis, hidden: ReadonlySet<string>): readonly Curve[];
}

export type Axis = 'epoch' | 'seconds';
const HEIGHT = 300;

/** A live chart in `place`, as wide as it, in the colours of the theme. */
export function createChart(place: HTMLElement): Chart {
  let plot: uPlot | undefined;
  let shape = '';
  const width = (): number => Math.max(200, place.clientWidth);
  new ResizeObserver(() => plot?.setSize({ width: width(), height: HEIGHT })).observe(place);
  return {
    draw(report, words, by, hidden) {
      const theme = themeNow();
      const label = (key: string): string => report.started?.labels[key] ?? key;
      const points = learningPoints(report.study?.points ?? []);
      const curves = points.length > 0 ? [learningCurve(label('score'), theme)] : curvesOf(report, words, theme, hidden);
      const data = points.length > 0 ? [points.map(({ rows }) => rows), points.map(({ mean }) => mean)] satisfies uPlot.AlignedData : dataOf(report, by);
      const axes: Labels = points.length > 0 ? { x: label('trainedOn'), y: label('score'), whole: false }
        : { x: by === 'epoch' ? label('epoch') : words.seconds, y: words.loss, whole: by === 'epoch' };
      const next = JSON.stringify([curves, by, theme]);
      if (plot && next === shape) plot.setData(data);
      else {
        plot?.destroy();
        place.replaceChildren();
        plot = curves.length === 0 ? undefined : new uPlot(options(curves, theme, width(), axes), data, place);
        shape = next;
      }
      return curves;
    },
  };
}

/** Runs that have points: a baseline has none. */
export const drawnRuns = ({ runs }: Report): readonly RunReport[] => runs.filter(run => run.points.length > 0);

export const runTitle = ({ training }: RunReport): string => (training.backendTitle === '' ? training.title : `${training.title}, ${training.backendTitle}`);

function curvesOf(report: Report, words: Words, theme: Theme, hidden: ReadonlySet<string>): readonly Curve[] {
  return drawnRuns(report).flatMap((run, i) => [true, false].map(dashed => {
    const key = `${run.training.run} ${dashed ? 'train' : 'validation'}`;
    const color = theme.series[i % theme.series.length] ?? theme.foreground;
    return { key, title: `${runTitle(run)}, ${dashed ? words.train : words.validation}`, color, dashed, hidden: hidden.has(key) };
  }));
}

/** The mean score of a study over the rows that were trained on. */
const learningCurve = (title: string, theme: Theme): Curve => ({ key: 'learning-curve', title, color: theme.series[0] ?? theme.foreground, dashed: false, hidden: false });

/** All runs over one common axis; gaps where a run has no point. */
function dataOf(report: Report, by: Axis): uPlot.AlignedData {
  const tables = drawnRuns(report).map(({ points }): uPlot.AlignedData => [
    points.map(point => point[by]), points.map(point => point.trainLoss), points.map(point => point.validationLoss),
  ]);
  return tables.length === 0 ? [[]] : uPlot.join(tables);
}

/** Steps between ticks of whole epochs. */
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500];

interface Labels {
  /** Whether the horizontal axis counts whole things that are few. */
  readonly whole: boolean;
  readonly x: string;
  readonly y: string;
}

function options(curves: readonly Curve[], theme: Theme, width: number, { whole, x, y }: Labels): uPlot.Options {
  const axis = (label: string): uPlot.Axis => ({
    label, stroke: theme.foreground, font: theme.font, labelFont: theme.font, labelSize: 24,
    grid: { stroke: theme.grid, width: 1 }, ticks: { stroke: theme.grid, width: 1 },
  });
  return {
    width, height: HEIGHT,
    legend: { show: false },
    scales: { x: { time: false } },
    axes: [{ ...axis(x), size: 36, ...(whole && { incrs: WHOLE }) }, { ...axis(y), size: 64 }],
    cursor: { drag: { x: true, y: false } },
    series: [{}, ...curves.map(({ title, color, dashed, hidden }): uPlot.Series => ({
      label: title, stroke: color, width: dashed ? 1.25 : 2, show: !hidden, spanGaps: true, points: { size: 5 }, ...(dashed && { dash: [4, 4] }),
    }))],
  };
}
