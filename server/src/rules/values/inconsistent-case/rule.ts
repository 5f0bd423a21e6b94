import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { isNamed } from '../../../util/columnWords.ts';
import { placeholderOf } from '../../../util/placeholders.ts';
import { baseForm, evenSpaces, groupByForm } from '../../../util/spellings.ts';

export default defineRule({
  id: 'inconsistent-case',
  scope: 'column',
  summary: 'A value is written in upper and in lower case',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: { least: { default: 20, description: 'Columns with fewer values are not judged.' } },

  *check({ column, options }) {
    if (present(column) < options.least || !isVocabulary(column) || isNamed(column.name, MEANT)) return;
    for (const variants of groupByForm(column.values.filter(({ text }) => !placeholderOf(text)), baseForm).values()) {
      const [usual, ...others] = variants;
      const strays = usual ? others.filter(one => evenSpaces(one.text) !== evenSpaces(usual.text) && !isOther(one, usual)) : [];
      if (usual && usual.count > 1 && strays.length > 0) yield problem(column, usual, strays);
    }
  },
});

/** What is written in symbols that differ in case: seconds and siemens, dominant and recessive. */
const MEANT = ['unit', 'units', 'symbol', 'symbols', 'genotype', 'genotypes', 'allele', 'alleles', 'gene', 'genes', '单位', '符号', '基因', '基因型'];

/** Another value and no other spelling: `Aa` and `aa` are genotypes; of `hId` and `hid`, both as common, each is a class. */
function isOther(one: NamedValue, usual: NamedValue): boolean {
  if (GENOTYPE.test(one.text)) return true;
  return one.count >= COMMON && one.count * 2 >= usual.count && (INNER_CAPITAL.test(one.text) || INNER_CAPITAL.test(usual.text));
}
const GENOTYPE = /^([a-z])\1$/i;
const INNER_CAPITAL = /^\p{Ll}+\p{Lu}\p{Ll}*$/u;
const COMMON = 20;

/** Variants a message quotes. */
const SHOWN = 3;
/** Cells a value has on average where a column is a vocabulary and not made of keys. */
const REPEATS = 2;

/** Few words over and over, written with letters. Truth values have a rule of their own. */
function isVocabulary(column: Column): boolean {
  const { summary, field } = column;
  const words = summary.classes.text >= (present(column) - summary.classes.boolean) * 0.9 && summary.classes.text > 0;
  return words && knowsAllValues(summary) && present(column) >= summary.distinct.count * REPEATS && field?.constraints.enum === undefined;
}

function problem(column: Column, usual: NamedValue, strays: readonly NamedValue[]): Problem {
  const shown = list(strays.slice(0, SHOWN).map(({ text }) => value(text, column.index)));
  const [first] = [...strays].sort((a, b) => a.firstRecord - b.firstRecord);
  return {
    place: { at: 'cell', row: first?.firstRecord ?? 0, column: column.index },
    cells: isIn(strays.map(({ hash }) => hash)),
    message: say`${column} has ${shown} in ${matched('cell')} and ${value(usual.text, column.index)} in ${usual.count}, which differ in case only`,
    facts: told({ usualCount: usual.count, variants: strays.length + 1 }),
    related: [{ place: { at: 'cell', row: usual.firstRecord, column: column.index }, message: say`The first ${value(usual.text, column.index)}` }],
    fix: { title: say`Replace with ${value(usual.text, column.index)}`, safety: 'unsafe', change: replaceWith(usual.text) },
  };
}
