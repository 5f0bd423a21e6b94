import { count, list, name, number, percent, say, type Message } from '../core/message.ts';
import type { MissingRule } from '../privacy/measures/classes.ts';
import type { AttributeRisk } from '../privacy/measures/attribute.ts';
import type { RiskReport } from '../privacy/measures/risk.ts';
import { renderMessage } from '../words/render.ts';

/** What was measured of one table, and how. */
export interface TableRisk extends RiskReport {
  readonly path: string;
  readonly quasiIdentifiers: readonly string[];
  /** Nobody named them: annotations and detectors did. */
  readonly suggested: boolean;
  readonly unit?: string;
  readonly missing: MissingRule;
}

/** The measures for a terminal. Rows are named by number; no value is shown. */
export function writeRisk(risk: TableRisk, locale: string): string {
  const words = (message: Message): string => renderMessage(message, { locale });
  const { identity } = risk;
  const head = say`${count(identity.rows, 'row')} in ${number(identity.classes)} classes by ${list(risk.quasiIdentifiers.map(name))}`;
  return [
    `${risk.path}: ${words(head)}`,
    ...[...how(risk), ...identityLines(risk), ...worstLines(risk)].map(line => `  ${words(line)}`),
    ...risk.attributes.flatMap(({ name: column, risk: of }) => ['', `  ${column}`, ...attributeLines(of).map(line => `    ${words(line)}`)]),
    ...(risk.without.length > 0 ? ['', `  ${words(say`Without one of them`)}`, ...risk.without.map(one => `    ${words(whatIf(one))}`)] : []),
    '',
  ].join('\n');
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

function identityLines({ identity: { k, uniqueness, prosecutor, averageClassSize, discernibility } }: TableRisk): readonly Message[] {
  return [
    say`k-anonymity: ${number(k)}`,
    say`Alone in their class: ${percent(uniqueness)} of the rows`,
    say`Risk that a row is found again: ${percent(prosecutor.highest)} at most, ${percent(prosecutor.average)} on average`,
    say`Average class size: ${number(averageClassSize)}; discernibility: ${number(discernibility)}`,
  ];
}

function worstLines({ worst, identity }: TableRisk): readonly Message[] {
  const shown = worst.filter(({ size }) => size === identity.k).map(({ row }) => number(row + 1));
  return shown.length === 0 ? [] : [say`Rows of the smallest classes: ${list(shown)}`];
}

function attributeLines({ alpha, distinctL, entropyL, tEqual, tOrdered, beta, delta }: AttributeRisk): readonly Message[] {
  return [
    say`l-diversity: distinct ${number(distinctL)}, entropy ${number(entropyL)}; alpha ${number(alpha)}`,
    say`t-closeness: ${number(tEqual)} by equal distance, ${number(tOrdered)} by ordered distance`,
    say`beta-likeness: ${number(beta)}; delta-disclosure: ${number(delta)}`,
  ];
}

const whatIf = ({ name: column, identity }: RiskReport['without'][number]): Message =>
  say`${name(column)}: k-anonymity ${number(identity.k)}, ${percent(identity.uniqueness)} alone`;
