import * as vscode from 'vscode';
import { addEvent, decimal, EMPTY_REPORT, headlineOf } from '../../../../server/src/bench/report.ts';
import { bothSettings } from '../../../../server/src/bench/settings.ts';
import { type Ending, type RunningBenchmark, startBenchmark } from '../../../../server/src/bench/spawn.ts';
import type { BenchmarkEvent, BenchmarkJob } from '../../../../server/src/protocol/training.ts';
import type { CommandContext } from '../../commands/command.ts';
import { pageHtml } from '../shared/page.ts';
import { type EarlierRun, isFromPage, isPageState, type ToPage } from './messages.ts';
import { benchmarkProgram } from './program.ts';
import { saveReport } from './saveReport.ts';
import { pageWords } from './words.ts';

const VIEW_TYPE = 'lintel.benchmark';
/** Trainings of each kind in a study: enough for an interval, few enough to wait for. */
export const STUDY_REPEATS = 5;

/** Opens a panel and runs the job in it. `notice` is shown until the run says something itself. */
export function showBenchmark(context: CommandContext, job: BenchmarkJob, notice = ''): void {
  const title = vscode.l10n.t('Benchmark: {0}', fileName(job));
  const panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Active, webviewOptions(context));
  attach(panel, context, { job, events: [], notice, earlier: [] }).run(notice);
}

/** Shows what an earlier window had measured; nothing is run again by itself. */
export function restoreBenchmarks(context: CommandContext): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    async deserializeWebviewPanel(panel, state: unknown) {
      if (!isPageState(state)) return panel.dispose();
      panel.webview.options = webviewOptions(context);
      const complete = state.events.some(event => event.kind === 'done');
      const notice = complete ? '' : vscode.l10n.t('The window was reloaded while this benchmark ran; what was measured until then is kept.');
      attach(panel, context, { ...state, earlier: state.earlier ?? [], notice });
    },
  });
}

interface Shown {
  job: BenchmarkJob;
  events: readonly BenchmarkEvent[];
  notice: string;
  earlier: readonly EarlierRun[];
  /** What was changed for the run that is shown. */
  change?: string;
}

/** Ties a panel to its run: the page may be thrown away and made anew at any time, the events stay here. */
function attach(panel: vscode.WebviewPanel, context: CommandContext, shown: Shown): { run(notice: string): void } {
  let running: RunningBenchmark | undefined;
  const post = (message: ToPage) => void panel.webview.postMessage(message);
  const show = () => post({ type: 'show', words: pageWords(), job: shown.job, events: shown.events, running: running !== undefined, notice: shown.notice, earlier: shown.earlier });
  const run = (notice: string) => {
    [shown.events, shown.notice, shown.earlier] = [[], notice, withEarlier(shown)];
    running = startBenchmark(benchmarkProgram(context.extension), shown.job, event => {
      shown.events = [...shown.events, event];
      post({ type: 'event', event });
    });
    void running.ended.then(ending => {
      running = undefined;
      shown.notice = noticeOf(ending);
      logEnding(context, ending);
      post({ type: 'ended', notice: shown.notice });
    });
    show();
  };
  panel.webview.onDidReceiveMessage((message: unknown) => {
    if (!isFromPage(message)) return;
    if (message.type === 'ready') show();
    if (message.type === 'cancel') running?.cancel();
    if (message.type === 'save') void saveReport(context.ui, shown.events.reduce(addEvent, EMPTY_REPORT));
    if (message.type === 'again' && !running && mayRun(context)) run('');
    if (message.type === 'try' && !running && mayRun(context)) {
      const { title, settings } = message.variant;
      const earlier = withEarlier(shown);
      Object.assign(shown, { events: [], earlier, job: { ...shown.job, settings: bothSettings(shown.job.settings, settings) }, change: title });
      run(title);
    }
  });
  panel.onDidDispose(() => running?.cancel());
  panel.webview.html = htmlFor(panel.webview, context.extension.extensionUri, panel.title);
  return { run };
}

/** The earlier runs, and the one that is shown if it came to something. */
function withEarlier({ events, earlier, change = '' }: Shown): readonly EarlierRun[] {
  const { runs } = events.reduce(addEvent, EMPTY_REPORT);
  const scores = runs.flatMap(({ training, result }) => (result ? [[training.title, decimal(headlineOf(result.scores))] as const] : []));
  return scores.length === 0 ? earlier : [...earlier, { title: change, scores }];
}

/** A restored panel may stand in a window that is not trusted. */
function mayRun({ ui }: CommandContext): boolean {
  if (!vscode.workspace.isTrusted) void ui.warn(vscode.l10n.t('This workspace is not trusted, so nothing is run in it.'));
  return vscode.workspace.isTrusted;
}

function noticeOf({ complete, cancelled, exit }: Ending): string {
  if (complete) return '';
  return cancelled
    ? vscode.l10n.t('Cancelled; what was measured until then is kept.')
    : vscode.l10n.t('The benchmark’s process ended unexpectedly ({0}); what was measured until then is kept. The log has more.', exit);
}

function logEnding({ server }: CommandContext, { complete, cancelled, exit, complaints }: Ending): void {
  if (!complete && !cancelled) server.log.error(`The benchmark process ended with ${exit}. ${complaints}`);
}

const fileName = ({ file }: BenchmarkJob): string => file.split(/[\\/]/).pop() ?? file;

function webviewOptions({ extension }: CommandContext): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension.extensionUri, 'out', 'webview')] };
}

function htmlFor(webview: vscode.Webview, extension: vscode.Uri, title: string): string {
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'out', 'webview', file)).toString();
  return pageHtml({
    cspSource: webview.cspSource, nonce: crypto.randomUUID().replaceAll('-', ''), language: vscode.env.language, title,
    script: address('benchmark.js'), styles: [address('uplot.css'), address('benchmark.css')],
  });
}
