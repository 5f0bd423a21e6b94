import { PATH, type Tool, aboutFile } from '../tool.ts';

/** Findings a model gets unless it asks for more: enough to act upon, little enough to read. */
const USUAL = 50;
/** Places of one finding. */
const PLACES = 5;

export const checkDataset: Tool = {
  name: 'lintel_check_dataset',
  title: 'Check dataset',
  description: 'Lints a data file (CSV, TSV, JSON Lines, JSON, Parquet, XLSX) or a dataset description and returns its findings, worst first: rule, severity, message and places (line:character, '
    + 'counted from 1). Finds missing, wrong, duplicate and inconsistent values, leakage between splits, unannotated personal data and contradictions between a description and its data. '
    + 'Use it before training on a dataset and after changing one. Values of personal columns are masked.',
  parameters: {
    path: PATH,
    most: { type: 'count', required: false, description: `How many findings to return at most; ${USUAL} when left out.` },
  },
  writes: false,
  run: (input, desk) => aboutFile(input, desk, async uri => {
    const report = await desk.ask('lintel/checkFile', { uri });
    if ('refused' in report) return report;
    if (report.cancelled) return { refused: `The check of ${desk.show(uri)} was stopped.` };
    const all = (await desk.ask('lintel/findings', { uri }))?.findings ?? [];
    const listed = all.slice(0, input.count('most') ?? USUAL);
    return {
      file: desk.show(uri), rows: report.rows, columns: report.columns, findings: { ...report.findings }, notices: [...report.notices],
      listed: listed.map(({ severity, rule, message, count, places }) => ({ severity, rule, message, count, places: places.slice(0, PLACES) })),
      notListed: all.length - listed.length,
    };
  }),
};
