import type { DifferentialPrivacy, Guarantees } from '../core/annotation.ts';
import type { PopulationView } from '../core/risk.ts';
import { count, list, name, number, percent, say, type Message } from '../core/message.ts';
import type { MissingRule } from '../privacy/measures/classes.ts';
import type { RiskReport } from '../privacy/measures/risk.ts';
import { accountedFor } from '../util/accounting/accountants.ts';
import { renderMessage } from '../words/render.ts';
import { attributeLines, identityLines, type MeasureLine } from './measureList.ts';
import { lossLines } from './privacyLoss.ts';

/** What was measured of one table, and how. */
export interface TableRisk extends RiskReport {
  readonly path: string;
  readonly quasiIdentifiers: readonly string[];
  /** Nobody named them: annotations and detectors did. */
  readonly suggested: boolean;
  readonly unit?: string;
  readonly missing: MissingRule;
  readonly population?: PopulationView;
  /** What the annotation promises. */
  readonly guarantees?: Guarantees;
  readonly differentialPrivacy?: DifferentialPrivacy;
}

/** The measures for a terminal. Rows are named by number; no value is shown. */
export function writeRisk(risk: TableRisk, locale: string): string {
  const words = (message: Message): string => renderMessage(message, { locale });
  const { identity, guarantees, population, differentialPrivacy } = risk;
  const loss = differentialPrivacy ? lossLines(differentialPrivacy) : [];
  const head = say`${count(identity.rows, 'row')} in ${count(identity.classes, 'class')} by ${list(risk.quasiIdentifiers.map(name))}`;
  return [
    `${risk.path}: ${words(head)}`,
    ...[...how(risk), ...identityLines(risk, guarantees, population).map(lineOf), ...worstLines(risk)].map(line => `  ${words(line)}`),
    ...risk.attributes.flatMap(({ name: column, risk: of }) => ['', `  ${column}`, ...attributeLines(column, of, guarantees).map(line => `    ${words(lineOf(line))}`)]),
    ...(loss.length > 0 ? ['', `  ${words(say`Differential privacy`)}`, ...loss.map(line => `    ${words(lineOf(line))}`)] : []),
    ...(risk.without.length > 0 ? ['', `  ${words(say`Without one of them`)}`, ...risk.without.map(one => `    ${words(whatIf(one))}`)] : []),
    '',
  ].join('\n');
}

/** One JSON document: a list of tables. A number that is not finite is `null`. */
export function writeRiskJson(risks: readonly TableRisk[]): string {
  return `${JSON.stringify(risks.map(({ population, guarantees, differentialPrivacy, ...risk }) => ({
    ...risk, ...(population && { population: { ...population, is: undefined, short: population.short.rows } }), ...(guarantees && { guarantees }),
    ...(differentialPrivacy && { differentialPrivacy: { declared: differentialPrivacy, computed: accountedFor(differentialPrivacy) } }),
  })), null, 2)}\n`;
}

const MISSING: Readonly<Record<MissingRule, Message>> = {
  'own-category': say`Missing values count as a value of their own`,
  wildcard: say`Missing values equal every other value`,
  exclude: say`Rows with missing values are left out`,
};

function how({ suggested, missing, unit }: TableRisk): readonly Message[] {
  return [
    ...(suggested ? [say`These columns were chosen by what they seem to hold; ${name('--quasi-identifier')} names others`] : []),
    MISSING[missing],
    ...(unit === undefined ? [] : [say`A class is as large as the number of its different ${name(unit)}`]),
  ];
}

function worstLines({ worst, identity }: TableRisk): readonly Message[] {
  const shown = worst.filter(({ size }) => size === identity.k).map(({ row }) => number(row + 1));
  return shown.length === 0 ? [] : [say`Rows of the smallest classes: ${list(shown)}`];
}

/** A measure, and what is promised of it. */
function lineOf({ title, value, declared }: MeasureLine): Message {
  if (!declared) return say`${title}: ${value}`;
  return declared.kept ? say`${title}: ${value}; ${declared.value} is promised and kept` : say`${title}: ${value}; ${declared.value} is promised and not kept`;
}

const whatIf = ({ name: column, identity }: RiskReport['without'][number]): Message =>
  say`${name(column)}: k-anonymity ${number(identity.k)}, ${percent(identity.uniqueness)} alone`;
