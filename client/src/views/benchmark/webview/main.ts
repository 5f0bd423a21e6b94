import './main.css';
import { addEvent, EMPTY_REPORT, type Report } from '../../../../../server/src/bench/report.ts';
import type { BenchmarkEvent, BenchmarkJob } from '../../../../../server/src/protocol/training.ts';
import type { EarlierRun, FromPage, PageState, ToPage, Words } from '../messages.ts';
import { createChart } from './chart.ts';
import { createFrame } from './frame.ts';
import { onThemeChange } from './theme.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void };

/** The page of the benchmark panel: it keeps the events it was told, folds them into a report, and draws that at most once a frame. */
const editor = acquireVsCodeApi();
const send = (type: 'ready' | 'cancel' | 'save' | 'again') => () => editor.postMessage({ type });
const frame = createFrame({ cancel: stop, save: send('save'), again: send('again'), attempt: variant => editor.postMessage({ type: 'try', variant }), changed: scheduleDraw });
const chart = createChart(frame.plot);

interface Shown {
  readonly words: Words;
  readonly job: BenchmarkJob;
  readonly events: BenchmarkEvent[];
  running: boolean;
  stopping: boolean;
  notice: string;
  readonly earlier: readonly EarlierRun[];
  report: Report;
}
let shown: Shown | undefined;
let scheduled = false;

onThemeChange(scheduleDraw);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  receive(data);
  scheduleDraw();
});
send('ready')();

function receive(message: ToPage): void {
  if (message.type === 'show') {
    const { words, job, events, running, notice, earlier } = message;
    shown = { words, job, events: [...events], running, stopping: false, notice, earlier, report: events.reduce(addEvent, EMPTY_REPORT) };
  } else if (shown && message.type === 'event') {
    shown.events.push(message.event);
    shown.report = addEvent(shown.report, message.event);
  } else if (shown && message.type === 'ended') {
    shown.running = false;
    shown.notice = message.notice;
  }
  if (shown) editor.setState({ job: shown.job, events: shown.events, earlier: shown.earlier });
}

function stop(): void {
  if (shown) shown.stopping = true;
  send('cancel')();
  scheduleDraw();
}

function scheduleDraw(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    if (shown) frame.draw(shown, chart);
  });
}
