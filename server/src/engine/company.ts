import type { Column } from '../core/column.ts';
import type { Candidate, Company, Detector, Evidence } from '../core/detector.ts';
import { compareEvidence } from '../privacy/evidence.ts';
import { saysNothing, wordsOf } from '../util/columnWords.ts';
import { byteLength } from './sieve.ts';

/**
 * Tells columns without a telling name by the company they keep: five digits are anything, but beside a street and a town they are a postal code. What was
 * found so is company in turn, so a few rounds are made. It is low evidence, always. Tables whose columns have names end at once.
 */
export function byCompany(columns: readonly Column[], detectors: readonly Detector[]): readonly Column[] {
  const nameless = columns.filter(({ name, values }) => values.length > 0 && saysNothing(wordsOf(name))).map(({ index }) => index);
  if (nameless.length === 0 || columns.length > WIDEST) return columns;
  const sociable = detectors.flatMap(detector => (detector.company ? [{ detector, company: detector.company }] : []));
  let told = columns;
  for (let round = 0; round < ROUNDS; round++) {
    const open = told.filter(({ index }) => nameless.includes(index));
    const taken = choose(sociable.flatMap(each => claimsOf(each, open, told)));
    if (taken.length === 0) break;
    told = told.map(column => withClaim(column, taken.find(({ index }) => index === column.index)));
  }
  return told;
}

/** A table of more columns is a matrix, not a list of persons. */
const WIDEST = 500;
/** A street tells the town, the town the state, the state the postal code. */
const ROUNDS = 3;

/** A column that may be what a detector looks for. */
interface Claim {
  readonly index: number;
  readonly detector: Detector;
  readonly likeness: number;
  readonly distance: number;
}

interface Sociable {
  readonly detector: Detector;
  readonly company: Company;
}

const holds = ({ evidence: [best] }: Column, ids: readonly string[]): boolean => best !== undefined && ids.includes(best.detector.id);

function claimsOf({ detector, company }: Sociable, open: readonly Column[], columns: readonly Column[]): readonly Claim[] {
  if (columns.some(column => holds(column, [detector.id, ...company.unless ?? []]))) return [];
  const all = columns.filter(column => holds(column, company.of));
  if (all.length === 0) return [];
  const claims = open.filter(column => isOpenFor(column, company) && mayHold(column, detector)).flatMap(({ index, values, evidence }) => {
    const companions = all.filter(companion => companion.index !== index);
    if (companions.length === 0) return [];
    const beside = companions.flatMap(companion => companion.values.map(({ text }) => text));
    const distance = Math.min(...companions.map(companion => Math.abs(companion.index - index)));
    const likeness = company.likeness({ ...setOf(values), taken: evidence.length > 0, distance, beside });
    return likeness > 0 ? [{ index, detector, likeness, distance }] : [];
  });
  return company.pair ? pairOf(claims) : bestOf(claims);
}

function setOf(values: Column['values']): Pick<Candidate, 'texts' | 'repeats'> {
  const cells = values.reduce((sum, { count }) => sum + count, 0);
  return { texts: values.map(({ text }) => text), repeats: cells / values.length };
}

/** Nothing is known of it, or only what the company overrules. */
const isOpenFor = ({ evidence: [best] }: Column, { overrules = [] }: Company): boolean =>
  best === undefined || best.grade === 'low' && overrules.includes(best.detector.id);

/** Whether the cheap test lets one of the commonest values pass: most columns are numbers and most types are not. */
const mayHold = ({ values }: Column, detector: Detector): boolean =>
  values.slice(0, PROBES).some(({ class: kind, text }) => detector.mayBe(kind, byteLength(text)));
const PROBES = 4;

/** The likeliest, of equally likely ones the nearest; none where two are neither likelier nor nearer. */
function bestOf(claims: readonly Claim[]): readonly Claim[] {
  const [best, second] = [...claims].sort(compareClaims);
  return best && (!second || compareClaims(best, second) < 0) ? [best] : [];
}

/** Two that stand side by side, where there are no others. */
function pairOf(claims: readonly Claim[]): readonly Claim[] {
  const [first, second] = claims;
  return first && second && claims.length === 2 && second.index === first.index + 1 ? claims : [];
}

const compareClaims = (a: Claim, b: Claim): number => b.likeness - a.likeness || a.distance - b.distance;

/** A column is one thing: what it looks most like. */
const choose = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(claim => !claims.some(other => other.index === claim.index && compareClaims(other, claim) < 0));

function withClaim(column: Column, claim: Claim | undefined): Column {
  if (!claim) return column;
  const looked = column.values.length;
  const found: Evidence = { detector: claim.detector, grade: 'low', matches: Math.max(1, Math.round(claim.likeness * looked)), looked };
  const others = column.evidence.filter(({ detector }) => detector !== claim.detector).sort(compareEvidence);
  return { ...column, evidence: [found, ...others] };
}
