import type { Column } from '../../core/column.ts';
import type { OriginalView, Rule } from '../../core/rule.ts';
import { PAIR_COLUMNS } from '../../core/sample.ts';
import { linkedClasses } from '../../privacy/measures/population.ts';
import { codeTables, type CodedPart } from '../codeColumns.ts';
import { summarizerOf } from '../scanPart.ts';
import type { OtherTable } from '../splits/otherTable.ts';
import { type Around as PopulationAround, offenceOf, urisOf } from './populationFor.ts';

type Around = Pick<PopulationAround, 'uri' | 'scan' | 'readable' | 'detectors' | 'partners' | 'control'> & { readonly described: PopulationAround['described'] | undefined };

/**
 * What synthetic data repeats of the tables its sources name: a resource of the description, or a file beside it. Read only where a rule asks; `undefined`
 * elsewhere.
 */
export async function originalFor(rules: readonly Rule[], columns: readonly Column[], around: Around): Promise<OriginalView | undefined> {
  const { described, partners, uri, detectors, control, readable: { kernel } } = around;
  const { identifiability, sources = [] } = described?.description.privacy ?? {};
  if (!described || !partners || identifiability !== 'synthetic' || !rules.some(({ needs }) => needs.includes('original'))) return undefined;
  const isOwn = (from: string): boolean => from === described.resource.name || described.resource.paths.includes(from);
  const named = sources.flatMap(({ from }) => (from === undefined || isOwn(from) ? [] : [{ name: from, uris: urisOf(from, described) }]));
  const opened = await partners.openAll(named.filter(({ uris }) => uris.length > 0), { uri, described, detectors, control, kernel });
  try {
    for (const { plan, table } of opened ?? []) {
      const view = await compare(columns, table, plan.name, around);
      if (view && view.copies.rows > 0) return view;
    }
    return undefined;
  } finally {
    for (const partner of opened ?? []) await partner.close();
  }
}

async function compare(columns: readonly Column[], { view, parts }: OtherTable, name: string, { readable, scan, control }: Around): Promise<OriginalView | undefined> {
  const pairs = columns.flatMap(column => {
    const other = view.columns.find(one => one.name === column.name);
    return other ? [{ column, other }] : [];
  }).slice(0, PAIR_COLUMNS);
  if (pairs.length === 0) return undefined;
  const others = parts.map((part): CodedPart => ({
    readable: part.readable, summarizer: summarizerOf(part.readable.kernel, part.readable.reading), columns: pairs.map(({ other }) => other.index), rows: view.records,
  }));
  try {
    const own = { readable, summarizer: scan.summarizer, columns: pairs.map(({ column }) => column.index), rows: scan.rows };
    const coded = await codeTables([own, ...others], control);
    if (!coded) return undefined;
    const rows = coded.ends[0] ?? 0;
    const linked = linkedClasses({ columns: coded.columns.map(({ codes }) => codes), rows, missing: 'own-category' });
    const copies = offenceOf(linked, rows, index => (linked.people[index] ?? 0) > 0 && (linked.own[index] ?? 0) > 0);
    return { name, shared: pairs.map(({ column }) => column), copies, n: rows };
  } finally {
    others.forEach(({ summarizer }) => summarizer.dispose());
  }
}
