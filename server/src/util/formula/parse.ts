import type { Formula, FormulaOperator } from '../../core/formula.ts';

/**
 * Reads a condition written as a Python expression: fields by name, numbers, texts, truth values, arithmetic, comparisons (chained too), `in`, `and`,
 * `or`, `not`. `undefined` where it is anything else; nothing is ever executed.
 */
export function parseFormula(text: string): Formula | undefined {
  const tokens = text.length <= LONGEST ? tokensOf(text) : undefined;
  if (!tokens || tokens.length === 0) return undefined;
  const reader = new Reader(tokens);
  const formula = reader.condition(0);
  return reader.isAtEnd() ? formula : undefined;
}

/** Characters of a formula that is read, and how deep it may nest. */
const LONGEST = 2000;
const DEEPEST = 50;

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign';
  readonly text: string;
}

const TOKEN = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|"([^"\\]*)"|'([^'\\]*)'|([\p{L}_][\p{L}\p{N}_]*)|(\*\*|\/\/|[<>=!]=|[-+*/%<>()[\],]))/uy;

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  for (let at = 0; at < source.length;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) return undefined;
    const [, number, double, single, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'text', text: double ?? single ?? '' });
    at = TOKEN.lastIndex;
  }
  return tokens;
}

const COMPARISONS: ReadonlySet<string> = new Set<FormulaOperator>(['==', '!=', '<', '<=', '>', '>=', 'in']);
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else', 'lambda', 'for']);
const CONSTANTS: Readonly<Record<string, boolean | null>> = { True: true, False: false, true: true, false: false, None: null };

/** Descends by precedence, weakest first; `undefined` is passed up from where something cannot be read. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  condition(depth: number): Formula | undefined {
    return depth > DEEPEST ? undefined : this.chain(['or'], () => this.chain(['and'], () => this.negation(depth + 1)));
  }

  private negation(depth: number): Formula | undefined {
    if (depth > DEEPEST) return undefined;
    if (!this.takes('not')) return this.comparison(depth);
    const operand = this.negation(depth + 1);
    return operand && { of: 'not', operand };
  }

  /** `a < b < c` is `a < b and b < c`. */
  private comparison(depth: number): Formula | undefined {
    let left = this.sum(depth);
    let whole: Formula | undefined;
    while (left) {
      const isNegated = this.peek() === 'not' && this.peek(1) === 'in' && this.takes('not');
      const operator = this.operator(COMPARISONS);
      if (!operator) return isNegated ? undefined : whole ?? left;
      const right = this.sum(depth);
      if (!right) return undefined;
      const one: Formula = isNegated ? { of: 'not', operand: { of: operator, left, right } } : { of: operator, left, right };
      whole = whole ? { of: 'and', left: whole, right: one } : one;
      left = right;
    }
    return undefined;
  }

  private sum(depth: number): Formula | undefined {
    return this.chain(['+', '-'], () => this.chain(['*', '/', '//', '%'], () => this.signed(depth)));
  }

  private signed(depth: number): Formula | undefined {
    if (depth > DEEPEST) return undefined;
    if (this.takes('+')) return this.signed(depth + 1);
    if (!this.takes('-')) return this.power(depth);
    const operand = this.signed(depth + 1);
    return operand && { of: 'minus', operand };
  }

  private power(depth: number): Formula | undefined {
    const left = this.atom(depth);
    if (!left || !this.takes('**')) return left;
    const right = this.signed(depth + 1);
    return right && { of: '**', left, right };
  }

  private atom(depth: number): Formula | undefined {
    const token = this.tokens[this.at++];
    switch (token?.kind) {
      case 'number': return { of: 'constant', value: Number(token.text) };
      case 'text': return { of: 'constant', value: token.text };
      case 'name': return this.named(token.text);
      case 'sign': return token.text === '(' ? this.items(')', depth) : token.text === '[' ? this.items(']', depth) : undefined;
      default: return undefined;
    }
  }

  /** A call of a function is no condition that is read here. */
  private named(name: string): Formula | undefined {
    if (WORDS.has(name) || this.peek() === '(' || this.peek() === '[') return undefined;
    return Object.hasOwn(CONSTANTS, name) ? { of: 'constant', value: CONSTANTS[name] ?? null } : { of: 'field', name };
  }

  /** What stands in brackets: one thing in round ones is itself, more are a list. */
  private items(end: ')' | ']', depth: number): Formula | undefined {
    const items: Formula[] = [];
    let isList = end === ']';
    while (!this.takes(end)) {
      const item = this.condition(depth + 1);
      if (!item) return undefined;
      items.push(item);
      if (this.takes(',')) isList = true;
      else if (this.peek() !== end) return undefined;
    }
    return isList ? { of: 'list', items } : items[0];
  }

  private chain(operators: readonly FormulaOperator[], part: () => Formula | undefined): Formula | undefined {
    let left = part();
    while (left) {
      const operator = this.operator(new Set(operators));
      if (!operator) return left;
      const right = part();
      left = right && { of: operator, left, right };
    }
    return undefined;
  }

  private operator(of: ReadonlySet<string>): FormulaOperator | undefined {
    const text = this.peek();
    const found = text !== undefined && of.has(text) ? OPERATORS.find(one => one === text) : undefined;
    if (found) this.at++;
    return found;
  }

  private takes(text: string): boolean {
    const found = this.peek() === text;
    if (found) this.at++;
    return found;
  }

  /** A sign or a word; never the content of a text that looks like one. */
  private peek(ahead = 0): string | undefined {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'sign' || token?.kind === 'name' ? token.text : undefined;
  }
}

const OPERATORS: readonly FormulaOperator[] = ['and', 'or', 'in', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '//', '%', '**'];
