/** True for a path that may mean more files than the one it spells. */
export const isPattern = (path: string): boolean => /[*?[{]/.test(path);

/** The folders a pattern spells out before its first sign, without a slash at the end; empty where there are none. */
export function plainFolders(pattern: string): string {
  const steps = pattern.replace(/^(?:\.\/)+/, '').split('/');
  const first = steps.findIndex(isPattern);
  return steps.slice(0, first < 0 ? -1 : first).join('/');
}

/** Alternatives of braces that are tried; a pattern of more means the path it spells alone. */
const MOST_ALTERNATIVES = 64;

/**
 * Whether a pattern means a path, both relative and with `/`: `*` and `?` within a step, `[a-z]` and `[!a]`, `**` for any number of whole steps, `{a,b}`.
 * Names that start with a dot have to be spelled out. A pattern always means the path it spells. Takes time in proportion to both lengths, whatever the pattern.
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const spelled = pattern.replace(/^(?:\.\/)+/, '');
  const alternatives = withoutBraces(spelled).map(one => one.replace(/(^|\/)\*\*$/, '$1**/*').split('/').filter(step => step !== '').map(stepPattern));
  return path => path === spelled || alternatives.some(steps => matchesAll(steps, path.split('/'), ANY_STEPS, (step, name) => step(name), isShown));
}

type StepPattern = (name: string) => boolean;

const isShown = (name: string): boolean => !name.startsWith('.');
const ANY_STEPS: StepPattern = isShown;

function stepPattern(step: string): StepPattern {
  if (step === '**') return ANY_STEPS;
  if (!isPattern(step)) return name => name === step;
  const signs = [...step.replace(/\*+/g, '*').matchAll(/\[[!^]?\]?[^\]]*\]|[\s\S]/gu)].map(([sign]) => characterPattern(sign));
  return name => (isShown(name) || step.startsWith('.')) && matchesAll(signs, [...name], ANY_TEXT, (sign, letter) => sign(letter), () => true);
}

const ANY_TEXT: StepPattern = () => true;

function characterPattern(sign: string): StepPattern {
  if (sign === '*') return ANY_TEXT;
  if (sign === '?') return letter => letter !== '/';
  const set = /^\[([!^]?)([\s\S]+)\]$/u.exec(sign);
  if (!set) return letter => letter === sign;
  const [, negated = '', body = ''] = set;
  const ranges = [...body.matchAll(/([\s\S])-([\s\S])|([\s\S])/gu)].map(([, low, high, one]) => [low ?? one ?? '', high ?? one ?? ''] as const);
  return letter => ranges.some(([low, high]) => letter >= low && letter <= high) === (negated === '');
}

/** Tries the last star met for one item more whenever nothing else fits: earlier ones never need to be tried again. */
function matchesAll<P, T>(pattern: readonly P[], items: readonly T[], star: P, fits: (one: P, item: T) => boolean, passes: (item: T) => boolean): boolean {
  let [at, from, resume, taken] = [0, 0, -1, 0];
  while (from < items.length) {
    const [one, item] = [pattern[at], items[from]];
    if (item === undefined) return false;
    if (one === star) [resume, taken, at] = [at, from, at + 1];
    else if (one !== undefined && fits(one, item)) [at, from] = [at + 1, from + 1];
    else {
      const skipped = items[taken];
      if (resume < 0 || skipped === undefined || !passes(skipped)) return false;
      [taken, from, at] = [taken + 1, taken + 1, resume + 1];
    }
  }
  return pattern.slice(at).every(one => one === star);
}

/** All ways to choose between the alternatives in braces; the pattern itself where there are too many. */
function withoutBraces(pattern: string): readonly string[] {
  let open = [pattern];
  for (let rounds = 0; rounds < MOST_ALTERNATIVES; rounds++) {
    if (open.length > MOST_ALTERNATIVES) return [pattern];
    const next = open.flatMap(one => {
      const braces = /\{([^{}]*,[^{}]*)\}/.exec(one);
      return braces ? (braces[1] ?? '').split(',').map(choice => one.slice(0, braces.index) + choice + one.slice(braces.index + braces[0].length)) : [one];
    });
    if (next.length === open.length) return next;
    open = next;
  }
  return [pattern];
}
