import { list, name, say, type Message } from '../core/message.ts';
import type { Column } from '../core/column.ts';
import { codeColumns } from '../engine/codeColumns.ts';
import { suggestRoles } from '../engine/suggestRoles.ts';
import type { Checked } from '../engine/check.ts';
import type { ResolveContext } from '../engine/resolve.ts';
import { riskOf, type CodedColumn } from '../privacy/measures/risk.ts';
import { writeRisk, type TableRisk } from '../report/risk.ts';
import { mostSimilar } from '../util/similar.ts';
import type { MeasureInvocation } from './privacyArguments.ts';
import { checkSnapshot } from './check.ts';
import { complain, log, write } from './output.ts';
import { failureOf } from './refusals.ts';
import { createSurroundings, withoutRules } from './surroundings.ts';

/** `lintel privacy measure`: what quasi-identifiers give away of the people in a table. Shows no value of it. */
export async function measure(invocation: MeasureInvocation & { readonly locale: string }): Promise<number> {
  const { locale, format } = invocation;
  const surroundings = createSurroundings(withoutRules(invocation), log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const risks: TableRisk[] = [];
  const failures: Message[] = [];
  for (const { uri, path } of surroundings.named) {
    const afterwards = async (checked: Checked, context: ResolveContext): Promise<void> => {
      const risk = await riskOfTable(checked, context, invocation, path);
      if ('template' in risk) failures.push(risk);
      else risks.push(risk);
    };
    const snapshot = await checkSnapshot(uri, { afterwards }, surroundings);
    if (!snapshot || 'refused' in snapshot) failures.push(failureOf(path, snapshot ?? { refused: 'unreadable' }));
    else if (!snapshot.checked.table) failures.push(say`${name(path)} cannot be read as a table`);
  }
  if (risks.length > 0) await write(format === 'json' ? `${JSON.stringify(risks, null, 2)}\n` : risks.map(risk => writeRisk(risk, locale)).join('\n'));
  return failures.length > 0 ? complain(failures, locale) : 0;
}

async function riskOfTable({ table }: Checked, { readable, summarizer, detectors }: ResolveContext, wishes: MeasureInvocation, path: string): Promise<TableRisk | Message> {
  const columns = table?.columns ?? [];
  const given = [...wishes.quasiIdentifiers, ...wishes.sensitive, ...(wishes.unit === undefined ? [] : [wishes.unit])];
  const unknown = given.find(one => !columns.some(column => column.name === one));
  if (unknown !== undefined) return noColumn(unknown, columns, path);
  const suggested = suggestRoles(columns, detectors);
  const named = (names: readonly string[]): readonly Column[] => columns.filter(column => names.includes(column.name));
  const quasi = wishes.quasiIdentifiers.length > 0 ? named(wishes.quasiIdentifiers) : suggested.quasiIdentifiers;
  const sensitive = (wishes.sensitive.length > 0 ? named(wishes.sensitive) : suggested.sensitive).filter(column => !quasi.includes(column));
  if (quasi.length === 0) return say`${name(path)} has no column that looks like a quasi-identifier; name some with --quasi-identifier`;
  const unit = columns.find(column => column.name === wishes.unit);
  const wanted = [...quasi, ...sensitive, ...(unit ? [unit] : [])];
  const codes = await codeColumns(readable, summarizer, wanted.map(({ index }) => index), table?.records ?? 0, {}) ?? [];
  const coded = codes.map((one, i): CodedColumn => ({ name: wanted[i]?.name ?? '', ...one }));
  const person = unit && coded.at(-1);
  return {
    path, missing: wishes.missing, quasiIdentifiers: quasi.map(column => column.name), suggested: wishes.quasiIdentifiers.length === 0,
    ...(unit && { unit: unit.name }),
    ...riskOf({
      rows: codes[0]?.codes.length ?? 0, quasiIdentifiers: coded.slice(0, quasi.length), sensitive: coded.slice(quasi.length, quasi.length + sensitive.length),
      missing: wishes.missing, ...(person && { unit: person }),
    }),
  };
}

function noColumn(unknown: string, columns: readonly Column[], path: string): Message {
  const meant = mostSimilar(unknown, columns.map(column => column.name));
  if (meant !== undefined) return say`${name(path)} has no column ${name(unknown)}; did you mean ${name(meant)}?`;
  return say`${name(path)} has no column ${name(unknown)}, but ${list(columns.map(column => name(column.name)))}`;
}
