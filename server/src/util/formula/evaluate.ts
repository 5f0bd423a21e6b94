import type { Formula, FormulaOperator, FormulaValue } from '../../core/formula.ts';

type Value = FormulaValue | readonly FormulaValue[];

/** Whether a condition holds for the cells of a row. What cannot be calculated, as with a missing number, does not hold. */
export const holdsFor = (formula: Formula, cell: (field: string) => FormulaValue): boolean => isTrue(evaluate(formula, cell));

/** The value of a formula as Python has it; `undefined` where it has none: a text less than a number, a division by zero. */
function evaluate(formula: Formula, cell: (field: string) => FormulaValue): Value | undefined {
  switch (formula.of) {
    case 'constant': return formula.value;
    case 'field': return cell(formula.name);
    case 'list': return listOf(formula.items.map(item => evaluate(item, cell)));
    case 'minus': return calculate('-', 0, evaluate(formula.operand, cell));
    case 'not': {
      const operand = evaluate(formula.operand, cell);
      return operand === undefined ? undefined : !isTrue(operand);
    }
    case 'and':
    case 'or': {
      const left = evaluate(formula.left, cell);
      return left === undefined || isTrue(left) === (formula.of === 'or') ? left : evaluate(formula.right, cell);
    }
    default: return combine(formula.of, evaluate(formula.left, cell), evaluate(formula.right, cell));
  }
}

type Binary = Exclude<FormulaOperator, 'and' | 'or'>;

function combine(operator: Binary, left: Value | undefined, right: Value | undefined): Value | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case '==': return left === right;
    case '!=': return left !== right;
    case 'in': return typeof right === 'string' ? typeof left === 'string' && right.includes(left) : isList(right) ? right.some(one => one === left) : undefined;
    case '<':
    case '<=':
    case '>':
    case '>=': return order(operator, left, right);
    default: return calculate(operator, left, right);
  }
}

function order(operator: '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean | undefined {
  const bothNumbers = typeof left === 'number' && typeof right === 'number';
  const bothTexts = typeof left === 'string' && typeof right === 'string';
  if (!bothNumbers && !bothTexts) return undefined;
  switch (operator) {
    case '<': return left < right;
    case '<=': return left <= right;
    case '>': return left > right;
    case '>=': return left >= right;
  }
}

function calculate(operator: '+' | '-' | '*' | '/' | '//' | '%' | '**', left: Value | undefined, right: Value | undefined): FormulaValue | undefined {
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const result = arithmetic(operator, left, right);
  return Number.isNaN(result) || (right === 0 && (operator === '/' || operator === '//' || operator === '%')) ? undefined : result;
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '//' | '%' | '**', left: number, right: number): number {
  switch (operator) {
    case '+': return left + right;
    case '-': return left - right;
    case '*': return left * right;
    case '/': return left / right;
    case '//': return Math.floor(left / right);
    // The remainder has the sign of what is divided by.
    case '%': return left - right * Math.floor(left / right);
    case '**': return left ** right;
  }
}

const isList = (value: Value): value is readonly FormulaValue[] => typeof value === 'object' && value !== null;
const isTrue = (value: Value | undefined): boolean => (value !== undefined && value !== null && isList(value) ? value.length > 0 : Boolean(value));

function listOf(items: readonly (Value | undefined)[]): readonly FormulaValue[] | undefined {
  const plain = items.flatMap(item => (item === undefined || isList(item) ? [] : [item]));
  return plain.length === items.length ? plain : undefined;
}
