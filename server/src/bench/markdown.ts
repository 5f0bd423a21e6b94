import { isRunning, type Report, remarksOf, type RunReport } from './report.ts';
import { type ReportTable, tablesOf } from './tables.ts';

/** The report as a Markdown document, in the language its labels came in. */
export function toMarkdown(report: Report): string {
  const label = (key: string): string => report.started?.labels[key] ?? key;
  return [
    `# ${label('title')}: ${escape(fileName(report))}`,
    pairs(subject(report, label)),
    ...(report.failure === undefined ? [] : [`**${label('failed')}**: ${escape(report.failure)}`]),
    ...section(label('diagnoses'), remarksOf(report).map(escape)),
    ...tablesOf(report, isRunning(report)).flatMap(table => [`## ${escape(table.title)}`, tableText(table)]),
    ...section(label('notices'), [...(report.prepared?.notices ?? []), ...(report.study?.begun.notices ?? [])].map(escape)),
    ...section(label('unavailable'), report.unavailable.map(({ title, message }) => `${escape(title)}: ${escape(message)}`)),
    ...section(label('failures'), report.runs.flatMap(run => (run.failure === undefined ? [] : [`${escape(titleOf(run))}: ${escape(run.failure)}`]))),
    `## ${label('environment')}`,
    pairs(environment(report, label)),
    '',
  ].join('\n\n').trimEnd() + '\n';
}

/** Features a report names. */
const LISTED = 30;

type Label = (key: string) => string;
type Pair = readonly [key: string, value: string];

const fileName = ({ started }: Report): string => started?.file.split(/[\\/]/).pop() ?? '';
const titleOf = ({ training }: RunReport): string => (training.backendTitle === '' ? training.title : `${training.title}, ${training.backendTitle}`);

function subject({ started, prepared, done }: Report, label: Label): readonly Pair[] {
  return [
    [label('date'), started?.time ?? ''],
    ...(prepared ? [
      [label('target'), `${prepared.target} (${label(prepared.task)})`],
      ...(prepared.classes.length > 0 ? [[label('classes'), prepared.classes.join(', ')]] satisfies Pair[] : []),
      [label('rows'), `${prepared.rows.used} (${label('train')} ${prepared.rows.train}, ${label('validation')} ${prepared.rows.validation}, ${label('test')} ${prepared.rows.test})`],
      [label('features'), `${prepared.features.slice(0, LISTED).join(', ')}${prepared.features.length > LISTED ? ', …' : ''} (${prepared.features.length} → ${prepared.inputs})`],
    ] satisfies Pair[] : []),
    [label('seed'), String(started?.seed ?? '')],
    ...(done ? [[label('total'), done.seconds.toFixed(1)]] satisfies Pair[] : []),
  ];
}

function tableText({ heads, rows }: ReportTable): string {
  const rules = heads.map(({ numeric }) => (numeric ? '---:' : '---'));
  return [heads.map(({ text }) => escape(text)), rules, ...rows.map(cells => cells.map(escape))].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function environment({ started, runs, study, done }: Report, label: Label): readonly Pair[] {
  const facts = started?.environment;
  if (!facts) return [];
  const versions = Object.entries(Object.assign({}, ...runs.map(run => run.training.versions), study?.begun.versions) satisfies Record<string, string>);
  const threads = [...new Set(runs.flatMap(({ training }) => (training.backend === null ? [] : [`${training.backend} ${training.threads ?? label('none')}`])))];
  return [
    ['Lintel', facts.lintel],
    [label('runtime'), facts.runtime],
    [label('platform'), facts.platform],
    [label('processor'), facts.processor],
    [label('cores'), String(facts.cores)],
    [label('memory'), `${(facts.memoryBytes / 2 ** 30).toFixed(1)} GiB`],
    [label('threads'), threads.join(', ')],
    [label('versions'), versions.map(([name, version]) => `${name} ${version}`).join(', ')],
    ...(done ? [[label('peak'), String(Math.round(done.peakBytes / 2 ** 20))]] satisfies Pair[] : []),
  ];
}

const pairs = (entries: readonly Pair[]): string => entries.filter(([, value]) => value !== '').map(([key, value]) => `- ${key}: ${escape(value)}`).join('\n');
const section = (title: string, items: readonly string[]): readonly string[] => (items.length === 0 ? [] : [`## ${title}`, items.map(item => `- ${item}`).join('\n')]);

/** Text of the dataset must not become markup. */
const escape = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|!]/g, '\\$&');
