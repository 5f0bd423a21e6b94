import type { Guarantees, PrivacyDescription } from '../../core/annotation.ts';
import { present, type Column } from '../../core/column.ts';
import { isWritten } from '../../core/duties.ts';
import type { Detector } from '../../core/detector.ts';
import type { RiskView } from '../../core/risk.ts';
import { COORDINATES, isNamed } from '../../util/columnWords.ts';
import { suggestRoles } from '../suggestRoles.ts';

/** The columns a risk is measured over, by what each is to it. */
export type RiskColumns = Pick<RiskView, 'quasiIdentifiers' | 'sensitive' | 'unit' | 'persons' | 'candidates' | 'trace'>;

/**
 * The columns to measure by; `undefined` where the annotation promises nothing that could be measured: no guarantee, no claim that nobody is to be found
 * again, no audience, or no quasi-identifiers that are all in the table.
 */
export function riskColumnsOf(columns: readonly Column[], privacy: PrivacyDescription | undefined, detectors: readonly Detector[]): RiskColumns | undefined {
  if (!privacy || !promises(privacy)) return undefined;
  const named = (names: readonly string[]): readonly Column[] => columns.filter(({ name }) => names.includes(name));
  const declared = privacy.guarantees?.kAnonymity?.qi ?? [];
  // Quasi-identifiers that are named in a wrong way, or are none, are nothing to measure by.
  const isWrong = privacy.guarantees?.kAnonymity === undefined && isWritten(privacy, [...privacy.node, 'guarantees', 'kAnonymity']);
  if (isWrong || (declared.length === 0 && isWritten(privacy, [...privacy.node, 'guarantees', 'kAnonymity', 'qi']))) return undefined;
  const ofRole = (role: string): readonly Column[] => columns.filter(({ field }) => field?.privacy?.role === role);
  const quasiIdentifiers = declared.length > 0 ? named(declared) : ofRole('quasi-identifier');
  if (quasiIdentifiers.length === 0 || quasiIdentifiers.length < declared.length) return undefined;
  const promised = named(sensitiveOf(privacy.guarantees));
  const sensitive = [...promised, ...ofRole('sensitive').filter(column => !promised.includes(column))].filter(column => !quasiIdentifiers.includes(column));
  const unit = named(privacy.unit?.key ?? []);
  const { kind = 'person' } = privacy.unit ?? {};
  const persons = unit.length > 0 || kind === 'event' ? [] : [...ofRole('pseudonym'), ...ofRole('direct-identifier'), ...ofRole('linkage-key')].filter(repeats).slice(0, 1);
  const taken = new Set([...quasiIdentifiers, ...sensitive, ...unit, ...persons]);
  const candidates = suggestRoles(columns, detectors).quasiIdentifiers.filter(column => !taken.has(column) && mayCount(column)).slice(0, MOST_CANDIDATES);
  const trace = unit.length + persons.length > 0 ? traceOf(columns, privacy) : [];
  return { quasiIdentifiers, sensitive, unit, persons, candidates, trace };
}

/** Columns of places and of times, both of which a trace has. */
function traceOf(columns: readonly Column[], { unit }: PrivacyDescription): readonly Column[] {
  const others = columns.filter(({ name }) => unit?.key?.includes(name) !== true);
  const times = others.filter(isTime);
  const places = others.filter(column => !times.includes(column) && isPlace(column));
  return times.length > 0 && places.length > 0 ? [...places, ...times] : [];
}

const isTime = (column: Column): boolean => {
  const { date, datetime } = column.summary.classes;
  const isBirth = column.evidence[0]?.detector.id === 'birth-date' || column.field?.privacy?.category?.includes('birth') === true;
  return !isBirth && date + datetime > 0 && date + datetime >= present(column) * MOSTLY;
};

const MOSTLY = 0.9;

/** Where somebody was, not where somebody lives: coordinates, cells, stations, or what is annotated as a place. */
const isPlace = ({ name, field, evidence }: Column): boolean =>
  field?.privacy?.category?.startsWith('user.location') === true || PLACES.includes(field?.privacy?.type ?? evidence[0]?.detector.id ?? '') || isNamed(name, STOPS);

const PLACES: readonly string[] = ['precise-location', 'coordinate-pair', 'geohash', 'location-code'];
const STOPS: readonly string[] = [
  ...COORDINATES, 'antenna', 'cell id', 'tower', 'station', 'stop', 'location', 'place', 'venue', 'merchant', 'shop', 'store', '基站', '站点', '位置', '地点', '门店', '商户',
];

/** Each costs one more table of classes. */
const MOST_CANDIDATES = 4;

/** Claims that nobody is to be found in the data. */
const UNIDENTIFIED: readonly string[] = ['deidentified', 'anonymised', 'pseudonymised'];

const promises = ({ guarantees, identifiability, release }: PrivacyDescription): boolean =>
  guarantees !== undefined || UNIDENTIFIED.includes(identifiability ?? '') || release?.audience !== undefined;

const sensitiveOf = ({ lDiversity = [], tCloseness = [] }: Guarantees = {}): readonly string[] => [...lDiversity, ...tCloseness].flatMap(({ sensitive }) => sensitive ?? []);

const repeats = (column: Column): boolean => column.summary.distinct.count < present(column) * 0.999;

/** A column of one value tells nobody apart, and one that says what it holds may be left out by intent. */
const mayCount = ({ summary, field }: Column): boolean => summary.distinct.count > 1 && (field?.privacy?.role === undefined || field.privacy.role === 'quasi-identifier');
