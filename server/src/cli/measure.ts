import { resolve } from 'node:path';
import type { PrivacyDescription } from '../core/annotation.ts';
import { list, name, say, type Message } from '../core/message.ts';
import type { Column } from '../core/column.ts';
import type { PopulationView, UnusablePopulation } from '../core/risk.ts';
import { codeColumns } from '../engine/codeColumns.ts';
import type { Checked } from '../engine/check.ts';
import { loadHierarchies } from '../engine/deidentify/hierarchies.ts';
import { withHierarchy } from '../engine/risk/measureTable.ts';
import { orderOf } from '../engine/risk/orderOf.ts';
import { measurePopulation, populationOf, urisOf } from '../engine/risk/populationFor.ts';
import { declaredLs, suggestChoice } from '../engine/risk/suggestChoice.ts';
import type { ResolveContext } from '../engine/resolve.ts';
import type { OtherTable } from '../engine/splits/otherTable.ts';
import type { MissingRule } from '../privacy/measures/classes.ts';
import { unitsOf } from '../privacy/measures/identity.ts';
import { riskOf, type CodedColumn } from '../privacy/measures/risk.ts';
import { writeRisk, writeRiskJson, type TableRisk } from '../report/risk.ts';
import { mostSimilar } from '../util/similar.ts';
import type { MeasureInvocation } from './privacyArguments.ts';
import { checkSnapshot } from './check.ts';
import { complain, log, write } from './output.ts';
import { failureOf } from './refusals.ts';
import { createSurroundings, uriOf, withoutRules, type Surroundings } from './surroundings.ts';

/** `lintel privacy measure`: what quasi-identifiers give away of the people in a table. Shows no value of it. */
export async function measure(invocation: MeasureInvocation & { readonly locale: string }): Promise<number> {
  const { locale, format, population, paths } = invocation;
  const surroundings = createSurroundings({ ...withoutRules(invocation), paths: [...paths, ...(population === undefined ? [] : [population])] }, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const risks: TableRisk[] = [];
  const failures: Message[] = [];
  for (const { uri, path } of surroundings.named.slice(0, paths.length)) {
    const afterwards = async (checked: Checked, context: ResolveContext): Promise<void> => {
      const risk = await riskOfTable(checked, context, { invocation, surroundings, uri, path });
      if ('template' in risk) failures.push(risk);
      else risks.push(risk);
    };
    const snapshot = await checkSnapshot(uri, { afterwards }, surroundings);
    if (!snapshot || 'refused' in snapshot) failures.push(failureOf(path, snapshot ?? { refused: 'unreadable' }));
    else if (!snapshot.checked.table) failures.push(say`${name(path)} cannot be read as a table`);
  }
  if (risks.length > 0) await write(format === 'json' ? writeRiskJson(risks) : risks.map(risk => writeRisk(risk, locale)).join('\n'));
  return failures.length > 0 ? complain(failures, locale) : 0;
}

/** One table that is to be measured. */
interface Asked {
  readonly invocation: MeasureInvocation;
  readonly surroundings: Surroundings;
  readonly uri: string;
  readonly path: string;
}

async function riskOfTable({ table }: Checked, { readable, summarizer, detectors }: ResolveContext, asked: Asked): Promise<TableRisk | Message> {
  const { invocation: wishes, path } = asked;
  const [columns, privacy, records] = [table?.columns ?? [], table?.privacy, table?.records ?? 0];
  const chosen = chosenColumns(columns, privacy, detectors, asked);
  if ('template' in chosen) return chosen;
  const { quasi, sensitive, unit, missing, suggested } = chosen;
  const hierarchies = await hierarchiesOf(sensitive, asked);
  if ('template' in hierarchies) return hierarchies;
  const wanted = [...quasi, ...sensitive, ...unit];
  const codes = await codeColumns(readable, summarizer, wanted.map(({ index }) => index), records, {}) ?? [];
  const coded = codes.map((one, i): CodedColumn => withHierarchy({ ...orderOf(wanted[i]), name: wanted[i]?.name ?? '', ...one }, { hierarchies }, one.codeOf, readable.kernel));
  const rows = codes[0]?.codes.length ?? 0;
  const person = joined(coded.slice(quasi.length + sensitive.length), rows);
  const own = { readable, summarizer, rows: records };
  const population = await populationFrom(privacy, asked, async (other, named) =>
    measurePopulation({ quasiIdentifiers: quasi, own, population: other, name: named, missing, unit: person?.codes }, {}), { readable, detectors });
  if (population && 'template' in population) return population;
  const { guarantees, differentialPrivacy } = privacy ?? {};
  return {
    path, missing, quasiIdentifiers: quasi.map(column => column.name), suggested,
    ...(person && { unit: person.name }), ...(guarantees && { guarantees }), ...(population && { population }), ...(differentialPrivacy && { differentialPrivacy }),
    ...riskOf({
      rows, quasiIdentifiers: coded.slice(0, quasi.length), sensitive: coded.slice(quasi.length, quasi.length + sensitive.length),
      missing, ls: [...wishes.ls, ...declaredLs(guarantees)], ...(person && { unit: person }),
    }),
  };
}

interface Chosen {
  readonly quasi: readonly Column[];
  readonly sensitive: readonly Column[];
  readonly unit: readonly Column[];
  readonly missing: MissingRule;
  readonly suggested: boolean;
}

/** What is named, and else what the annotation promises, or columns seem to be. */
function chosenColumns(columns: readonly Column[], privacy: PrivacyDescription | undefined, detectors: ResolveContext['detectors'], { invocation: wishes, path }: Asked): Chosen | Message {
  const given = [...wishes.quasiIdentifiers, ...wishes.sensitive, ...wishes.unit];
  const unknown = given.find(one => !columns.some(column => column.name === one));
  if (unknown !== undefined) return noColumn(unknown, columns, path);
  const usual = suggestChoice(columns, privacy, detectors);
  const named = (names: readonly string[], otherwise: readonly number[]): readonly Column[] =>
    (names.length > 0 ? columns.filter(column => names.includes(column.name)) : otherwise.flatMap(index => columns[index] ?? []));
  const quasi = named(wishes.quasiIdentifiers, usual.quasiIdentifiers.map(({ column }) => column));
  if (quasi.length === 0) return say`${name(path)} has no column that looks like a quasi-identifier; name some with --quasi-identifier`;
  return {
    quasi, sensitive: named(wishes.sensitive, usual.sensitive).filter(column => !quasi.includes(column)), unit: named(wishes.unit, usual.unit),
    missing: wishes.missing ?? usual.missing, suggested: wishes.quasiIdentifiers.length === 0 && (privacy?.guarantees?.kAnonymity?.qi ?? []).length === 0,
  };
}

/** Hierarchies of annotations; a message says which cannot be read. */
async function hierarchiesOf(columns: readonly Column[], { surroundings: { descriptions, host, roots }, uri }: Asked): ReturnType<typeof loadHierarchies> {
  const found = await descriptions.find(uri, host.files, roots);
  return loadHierarchies(columns, {}, { plan: uri, description: found?.described.uri }, host.files);
}

/** Several columns as one that tells persons apart. */
function joined(columns: readonly CodedColumn[], rows: number): CodedColumn | undefined {
  const [only] = columns;
  if (!only || columns.length === 1) return only;
  return { name: columns.map(column => column.name).join(', '), codes: unitsOf(columns.map(({ codes }) => codes), rows), values: rows };
}

/** Measures over the table of the population that is named here or in the annotation. */
async function populationFrom(
  privacy: PrivacyDescription | undefined, { invocation, surroundings: { partners, descriptions, host, roots }, uri, path }: Asked,
  use: (population: OtherTable, named: string) => Promise<PopulationView | UnusablePopulation | undefined>, { readable: { kernel }, detectors }: Pick<ResolveContext, 'readable' | 'detectors'>,
): Promise<PopulationView | Message | undefined> {
  const described = (await descriptions.find(uri, host.files, roots))?.described;
  const declared = populationOf(privacy);
  const named = invocation.population ?? declared;
  if (named === undefined) return undefined;
  const uris = invocation.population === undefined ? (described ? urisOf(named, described) : []) : [uriOf(resolve(named))];
  const [partner] = await partners.openAll([{ name: named, uris }], { uri, described, kernel, detectors, control: {} }) ?? [];
  if (!partner) return say`the population ${name(named)} of ${name(path)} cannot be read as a table`;
  try {
    const measured = await use(partner.table, named);
    return measured?.is === 'usable' || !measured ? measured : say`the population ${name(named)} has no column ${list(measured.lacks.map(name))}`;
  } finally {
    await partner.close();
  }
}

function noColumn(unknown: string, columns: readonly Column[], path: string): Message {
  const meant = mostSimilar(unknown, columns.map(column => column.name));
  if (meant !== undefined) return say`${name(path)} has no column ${name(unknown)}; did you mean ${name(meant)}?`;
  return say`${name(path)} has no column ${name(unknown)}, but ${list(columns.map(column => name(column.name)))}`;
}
