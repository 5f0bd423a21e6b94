import type { Report } from '../../../../../server/src/bench/report.ts';
import type { BenchmarkJob } from '../../../../../server/src/protocol/training.ts';
import type { EarlierRun, Variant, Words } from '../messages.ts';
import type { Axis, Chart, Curve } from './chart.ts';
import { element, fill } from '../../shared/webview/dom.ts';
import { curveTables, diagnosisList, earlierTable, environmentList, labelOf, noticeList, reportTables } from './tables.ts';

export interface Actions {
  readonly cancel: () => void;
  readonly save: () => void;
  readonly again: () => void;
  /** Runs the job with a change that a diagnosis proposes. */
  readonly attempt: (variant: Variant) => void;
  /** The user chose what to see; draw again. */
  readonly changed: () => void;
}

export interface View {
  readonly words: Words;
  readonly job: BenchmarkJob;
  readonly report: Report;
  readonly running: boolean;
  readonly stopping: boolean;
  readonly notice: string;
  readonly earlier: readonly EarlierRun[];
}

export interface Frame {
  /** Where the chart goes. */
  readonly plot: HTMLElement;
  draw(view: View, chart: Chart): void;
}

/** The fixed parts of the page. They are made once and keep the focus; only what is inside them changes. */
export function createFrame(actions: Actions): Frame {
  const parts = createParts(actions);
  const hidden = new Set<string>();
  const axis = (): Axis => (parts.bySeconds.checked ? 'seconds' : 'epoch');
  const toggle = (key: string) => {
    if (!hidden.delete(key)) hidden.add(key);
    actions.changed();
  };
  parts.epochs.addEventListener('change', actions.changed);
  parts.bySeconds.addEventListener('change', actions.changed);
  return {
    plot: parts.plot,
    draw(view, chart) {
      const { report, words } = view;
      drawHead(parts, view);
      const curves = chart.draw(report, words, axis(), hidden);
      parts.plot.setAttribute('aria-label', words.chart);
      parts.figure.hidden = curves.length === 0;
      // A study has one curve over one axis, and its values stand in its table.
      for (const part of [parts.axes, parts.legend, parts.curves]) part.hidden = report.study !== undefined;
      parts.waiting.textContent = curves.length === 0 && view.running && !report.study ? words.noCurves : '';
      drawLegend(parts.legend, curves, words, toggle);
      parts.curvesTitle.textContent = words.curveValues;
      if (parts.curves.open || !view.running) fill(parts.curveTables, ...curveTables(report, words));
      fill(parts.results, ...reportTables(report, view.running), ...earlierTable(view.earlier, report, words));
      drawDiagnoses(parts.diagnoses, diagnosisList(report, view.running, words, actions.attempt));
      fill(parts.notices, ...noticeList(report));
      if (parts.environment.childElementCount === 0) fill(parts.environment, ...environmentList(report));
    },
  };
}

type Parts = ReturnType<typeof createParts>;

function createParts(actions: Actions) {
  const button = (act: () => void, kind: string): HTMLButtonElement => {
    const made = element('button', { type: 'button', class: kind });
    made.addEventListener('click', act);
    return made;
  };
  const radio = (id: string, checked: boolean): HTMLInputElement => element('input', { type: 'radio', name: 'axis', id, ...(checked && { checked: '' }) });
  const parts = {
    title: element('h1'), subject: element('p', { class: 'subject' }),
    cancel: button(actions.cancel, 'primary'), save: button(actions.save, 'secondary'), again: button(actions.again, 'secondary'),
    status: element('p', { role: 'status', class: 'status' }), progress: element('progress', { max: '1', value: '0' }),
    axisTitle: element('legend'), epochs: radio('by-epoch', true), bySeconds: radio('by-seconds', false),
    epochsLabel: element('label', { for: 'by-epoch' }), secondsLabel: element('label', { for: 'by-seconds' }),
    plot: element('div', { role: 'img', class: 'plot' }), legend: element('div', { role: 'group', class: 'legend' }),
    waiting: element('p', { class: 'subject' }), figure: element('section'),
    curvesTitle: element('summary'), curveTables: element('div', { class: 'scroll' }), curves: element('details'), axes: element('fieldset'),
    results: element('section', { class: 'scroll' }), diagnoses: element('section'), notices: element('section'), environment: element('section'),
  };
  parts.curves.append(parts.curvesTitle, parts.curveTables);
  parts.curves.addEventListener('toggle', actions.changed);
  parts.axes.append(parts.axisTitle, parts.epochs, parts.epochsLabel, parts.bySeconds, parts.secondsLabel);
  parts.figure.append(
    parts.axes,
    parts.plot, parts.legend, parts.curves,
  );
  document.getElementById('page')?.append(
    element('header', {}, parts.title, parts.subject),
    element('div', { class: 'actions' }, parts.cancel, parts.again, parts.save),
    parts.status, parts.progress, parts.diagnoses, parts.results, parts.waiting, parts.figure, parts.notices, parts.environment,
  );
  return parts;
}

/** Their buttons listen, so they are exchanged only where they say something new. */
function drawDiagnoses(place: HTMLElement, items: readonly HTMLElement[]): void {
  const next = items.map(item => item.outerHTML).join('');
  if (place.dataset['shown'] === next) return;
  place.dataset['shown'] = next;
  place.replaceChildren(...items);
}

function drawHead(parts: Parts, view: View): void {
  const { words, report, job, running } = view;
  const label = labelOf(report);
  const prepared = report.prepared;
  setText(parts.title, report.started ? label('title') : '');
  setText(parts.subject, [
    job.file.split(/[\\/]/).pop() ?? '',
    ...(prepared ? [`${label('target')}: ${prepared.target} (${label(prepared.task)})`, `${label('rows')}: ${prepared.rows.used}`, `${label('features')}: ${prepared.features.length}`] : []),
  ].join(' · '));
  setText(parts.cancel, words.cancel);
  setText(parts.save, words.save);
  setText(parts.again, words.again);
  parts.cancel.hidden = !running;
  parts.cancel.disabled = view.stopping;
  parts.again.hidden = running;
  parts.save.disabled = report.runs.length === 0 && !report.study;
  setText(parts.status, statusOf(view));
  parts.progress.hidden = !running;
  parts.progress.setAttribute('aria-label', words.progress);
  parts.progress.value = progressOf(report);
  setText(parts.axisTitle, words.xAxis);
  setText(parts.epochsLabel, words.byEpoch);
  setText(parts.secondsLabel, words.bySeconds);
}

/** A live region speaks whenever it is written to, so it is written to only when it changes. */
function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

function statusOf({ words, report, running, stopping, notice }: View): string {
  if (notice !== '') return notice;
  if (!running) return report.done?.cancelled === true ? words.cancelled : words.finished;
  if (stopping) return words.stopping;
  const current = report.runs.at(-1)?.training;
  if (!current) return words.reading;
  const parts = [String(current.index), String(current.of), current.title, current.backendTitle];
  return words.training.replace(/\{(\d)\}/g, (hole, index: string) => parts[Number(index)] ?? hole).replace(/[,，]\s*$/, '');
}

function progressOf({ runs, study, done }: Report): number {
  if (done) return 1;
  if (study) return (study.points.length + 2 * study.pairs.length) / Math.max(1, study.begun.of);
  const ended = runs.filter(run => run.result ?? run.failure).length;
  return ended / Math.max(1, runs.at(-1)?.training.of ?? 1);
}

/** One toggle a curve, so that single curves can be looked at with the keyboard too. */
function drawLegend(place: HTMLElement, curves: readonly Curve[], words: Words, toggle: (key: string) => void): void {
  place.setAttribute('aria-label', words.legend);
  const known = [...place.querySelectorAll('button')];
  if (known.length === curves.length && known.every((button, i) => button.dataset['key'] === curves[i]?.key)) {
    known.forEach((button, i) => paint(button, curves[i]));
    return;
  }
  place.replaceChildren(...curves.map(curve => {
    const swatch = element('span', { class: curve.dashed ? 'swatch dashed' : 'swatch', 'aria-hidden': 'true' });
    const button = element('button', { type: 'button', class: 'curve', 'data-key': curve.key }, swatch, curve.title);
    button.addEventListener('click', () => toggle(curve.key));
    paint(button, curve);
    return button;
  }));
}

function paint(button: HTMLButtonElement, curve: Curve | undefined): void {
  if (!curve) return;
  button.setAttribute('aria-pressed', String(!curve.hidden));
  button.style.setProperty('--curve', curve.color);
}
