import type { Finding } from '../core/finding.ts';
import { renderMessage } from '../words/render.ts';
import type { FileReport, Report } from './report.ts';

/**
 * JUnit's XML: a suite for each file, a failed case for each error and warning, a passed one for a file without any. Information and hints are the
 * output of their suite, so that they fail no pipeline.
 */
export function writeJunit({ files, locale }: Report): string {
  const suites = files.map(file => suiteOf(file, locale));
  const failures = files.reduce((sum, { findings }) => sum + findings.filter(fails).length, 0);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.filter(fails).length), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Lintel" tests="${tests}" failures="${failures}">\n${suites.join('')}</testsuites>\n`;
}

const fails = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

function suiteOf({ path, findings, masks }: FileReport, locale: string): string {
  const words = (finding: Finding): string => renderMessage(finding.message, { locale, mask: masks });
  const place = ({ primary: { range: { start } } }: Finding): string => `${path}:${start.line + 1}:${start.character + 1}`;
  const failed = findings.filter(fails);
  const cases = failed.map(finding => [
    `    <testcase name="${xml(`${finding.rule} ${place(finding)}`)}" classname="${xml(path)}">`,
    `      <failure type="${finding.severity}" message="${xml(words(finding))}">${xml(place(finding))}</failure>`,
    '    </testcase>',
  ].join('\n'));
  const others = findings.filter(finding => !fails(finding)).map(finding => `${place(finding)}: ${words(finding)} [${finding.rule}]`);
  return [
    `  <testsuite name="${xml(path)}" tests="${Math.max(1, failed.length)}" failures="${failed.length}">`,
    ...(cases.length > 0 ? cases : [`    <testcase name="${xml(path)}" classname="${xml(path)}"/>`]),
    ...(others.length > 0 ? [`    <system-out>${xml(others.join('\n'))}</system-out>`] : []),
    '  </testsuite>\n',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };

/** Text of XML 1.0, which has no way to write most control characters and lone surrogates. */
export function xml(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd').replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign);
}
