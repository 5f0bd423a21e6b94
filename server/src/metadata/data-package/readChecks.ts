import type { CheckDescription, Limits } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { parseFormula } from '../../util/formula/parse.ts';
import { compact, listOf, numberOf, objectOf, textOf, truthOf, type JsonObject } from '../document/shape.ts';

/**
 * Checks of a resource as the best known implementation of the standard writes them: a list `checks`, perhaps in a `checklist`
 * (https://framework.frictionlessdata.io/docs/framework/checklist.html). What is no check, or not one that is made here, is left out.
 */
export function readChecks(resource: JsonObject, node: NodePath): readonly CheckDescription[] | undefined {
  const checks = checksOf(resource, node).flatMap(([check, at]) => readCheck(check, at) ?? []);
  return checks.length > 0 ? checks : undefined;
}

/** The checks of a resource as they are written, with their nodes. */
export function checksOf(resource: JsonObject, node: NodePath): readonly (readonly [check: JsonObject, node: NodePath])[] {
  const checklist = objectOf(resource['checklist']);
  const [list, at] = checklist ? [checklist['checks'], [...node, 'checklist', 'checks']] : [resource['checks'], [...node, 'checks']];
  return (listOf(list) ?? []).flatMap((item, i) => {
    const check = objectOf(item);
    return check ? [[check, [...at, i]] as const] : [];
  });
}

function readCheck(check: JsonObject, node: NodePath): CheckDescription | undefined {
  const field = textOf(check['fieldName']) ?? '';
  const kind = textOf(check['type']);
  switch (kind) {
    case 'forbidden-value':
    case 'required-value': return { kind, field, values: (listOf(check['values']) ?? []).map(spellings), node };
    case 'sequential-value': return { kind, field, node };
    case 'deviated-value': {
      const average = textOf(check['average']) ?? 'mean';
      return average === 'mean' || average === 'median' ? { kind, field, average, interval: numberOf(check['interval']) ?? USUAL_INTERVAL, node } : undefined;
    }
    case 'deviated-cell': return { kind, interval: numberOf(check['interval']) ?? USUAL_INTERVAL, except: (listOf(check['ignoreFields']) ?? []).flatMap(one => textOf(one) ?? []), node };
    case 'truncated-value': return { kind, node };
    case 'row-constraint': {
      const source = (textOf(check['formula']) ?? '').trim();
      const formula = parseFormula(source);
      return formula && { kind, formula, source, node };
    }
    case 'table-dimensions': return { kind, rows: readLimits(check, 'Rows'), fields: readLimits(check, 'Fields'), node };
    case 'ascii-value': return { kind, node };
    default: return undefined;
  }
}

/** Standard deviations, where a check does not say how many. */
const USUAL_INTERVAL = 3;

/** The ways a value is written in cells. */
const spellings = (value: Json): readonly string[] => {
  const truth = truthOf(value);
  const number = numberOf(value);
  if (number !== undefined) return Number.isInteger(number) ? [String(number), `${number}.0`] : [String(number)];
  return truth === undefined ? momentSpellings(textOf(value) ?? '') : truth ? ['true', 'True', 'TRUE'] : ['false', 'False', 'FALSE'];
};

function readLimits(check: JsonObject, of: 'Rows' | 'Fields'): Limits {
  const exact = numberOf(check[`num${of}`]);
  return compact({ least: exact ?? numberOf(check[`min${of}`]), most: exact ?? numberOf(check[`max${of}`]) });
}

/** A moment in universal time has as many spellings of its parting as of its zone. */
function momentSpellings(text: string): readonly string[] {
  const [, day = '', time = '', zone] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]00:?00)?$/.exec(text) ?? [];
  const zones = zone === undefined ? [''] : ['Z', '+00:00', '+0000'];
  return day === '' ? [text] : ['T', ' '].flatMap(parting => zones.map(one => `${day}${parting}${time}${one}`));
}
