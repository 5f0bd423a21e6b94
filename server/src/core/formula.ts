/**
 * A condition on a row or a part of one, as data: what a description writes as text is parsed once (`util/formula`), by rows it is only evaluated.
 * The notation it comes from is that of Python expressions, as far as they need no functions.
 */
export type Formula =
  | { readonly of: 'constant'; readonly value: FormulaValue }
  /** The cell of a row in the field of this name. */
  | { readonly of: 'field'; readonly name: string }
  | { readonly of: 'list'; readonly items: readonly Formula[] }
  | { readonly of: 'not' | 'minus'; readonly operand: Formula }
  | { readonly of: FormulaOperator; readonly left: Formula; readonly right: Formula };

export type FormulaOperator = 'and' | 'or' | 'in' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '//' | '%' | '**';

/** `null` is a missing cell. */
export type FormulaValue = number | string | boolean | null;

/** Names of the fields a formula reads, each once, as they come. */
export function fieldsOf(formula: Formula): readonly string[] {
  switch (formula.of) {
    case 'constant': return [];
    case 'field': return [formula.name];
    case 'list': return [...new Set(formula.items.flatMap(fieldsOf))];
    case 'not':
    case 'minus': return fieldsOf(formula.operand);
    default: return [...new Set([...fieldsOf(formula.left), ...fieldsOf(formula.right)])];
  }
}
