import { RE2JS } from 're2js';
import type { CellQuery, TextQuery } from '../core/query.ts';
import { formTest } from '../util/lexical/forms.ts';

/** The test of a text that a query over items stands for. */
export function itemTest({ separator, missing, of }: Extract<CellQuery, { readonly is: 'item' }>): (text: string) => boolean {
  const test = textTest(of);
  const gaps = new Set(missing);
  return text => (separator === '' ? [text] : text.split(separator)).some(item => !gaps.has(item) && !gaps.has(item.trim()) && test(item.trim()));
}

function textTest(query: TextQuery): (text: string) => boolean {
  switch (query.is) {
    case 'form': return formTest(query.form);
    case 'pattern': return patternTest(query.source);
    case 'length': return text => [...text].length < (query.under ?? 0) || [...text].length > (query.over ?? Infinity);
    case 'not': {
      const test = textTest(query.of);
      return text => !test(text);
    }
    default: {
      const tests = query.of.map(textTest);
      return text => tests.every(test => test(text));
    }
  }
}

/** Whole texts, in linear time; nothing is matched by what is no pattern. */
function patternTest(source: string): (text: string) => boolean {
  try {
    const pattern = RE2JS.compile(source);
    return text => pattern.matches(text);
  } catch {
    return () => false;
  }
}
