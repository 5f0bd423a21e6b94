import type { CheckDescription, Comparison, Limits } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { compact, listOf, numberOf, objectOf, textOf, truthOf, type JsonObject } from '../document/shape.ts';

/**
 * Checks of a resource as the best known implementation of the standard writes them: a list `checks`, perhaps in a `checklist`
 * (https://framework.frictionlessdata.io/docs/framework/checklist.html). What is no check, or not one that is made here, is left out.
 */
export function readChecks(resource: JsonObject, node: NodePath): readonly CheckDescription[] | undefined {
  const checklist = objectOf(resource['checklist']);
  const [list, at] = checklist ? [checklist['checks'], [...node, 'checklist', 'checks']] : [resource['checks'], [...node, 'checks']];
  const checks = (listOf(list) ?? []).flatMap((item, i) => readCheck(objectOf(item) ?? {}, [...at, i]) ?? []);
  return checks.length > 0 ? checks : undefined;
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
    case 'row-constraint': return readFormula(textOf(check['formula']) ?? '', node);
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
  return truth === undefined ? [textOf(value) ?? ''] : truth ? ['true', 'True', 'TRUE'] : ['false', 'False', 'FALSE'];
};

function readLimits(check: JsonObject, of: 'Rows' | 'Fields'): Limits {
  const exact = numberOf(check[`num${of}`]);
  return compact({ least: exact ?? numberOf(check[`min${of}`]), most: exact ?? numberOf(check[`max${of}`]) });
}

/** A comparison of two fields; formulas that calculate are not evaluated here. */
function readFormula(formula: string, node: NodePath): CheckDescription | undefined {
  const [, left, written = '', right] = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*(==|!=|<=|>=|<|>)\s*([\p{L}_][\p{L}\p{N}_]*)\s*$/u.exec(formula) ?? [];
  const op = OPERATORS[written];
  return left === undefined || right === undefined || op === undefined ? undefined : { kind: 'row-constraint', left, op, right, node };
}

const OPERATORS: Readonly<Record<string, Comparison>> = { '==': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' };
