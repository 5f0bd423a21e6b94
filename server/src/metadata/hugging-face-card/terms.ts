import { name, say, value, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { CARD_KEYS, CONFIG_KEYS, INFO_KEYS } from './schema/schema.ts';
import { ANNOTATORS, CREATORS, isLanguage, languageMeant, LICENCES, MULTILINGUALITIES, SIZES, TASK_CATEGORIES, TASK_IDS } from './vocabulary.ts';

/** Words of a card that are not of the vocabularies the Hub has for them, and keys that are slips of known ones. */
export function termComplaints(card: JsonObject): readonly Complaint[] {
  return [
    ...each(card['license'], ['license'], (given, path) => unless(LICENCES.includes(given), () => stranger(given, path, LICENCES, say`${value(given, -1)} is no licence of the Hub`, 'schema'))),
    ...each(card['language'], ['language'], languageComplaint),
    ...each(card['size_categories'], ['size_categories'], (given, path) => unless(SIZES.has(given), () => sizeComplaint(given, path))),
    ...VOCABULARIES.flatMap(([key, terms]) => each(card[key], [key], (given, path) => unless(terms.includes(given) || /^other-/.test(given), () =>
      stranger(given, path, terms, say`${value(given, -1)} is not among the values of ${name(key)} that the Hub knows`, 'ignored')))),
    ...otherLicence(card),
    ...Object.keys(card).flatMap(key => slipOf(key, [key], card, CARD_KEYS)),
    ...(listOf(card['configs']) ?? []).flatMap((config, i) => slipsIn(config, ['configs', i], CONFIG_KEYS)),
    ...(listOf(card['dataset_info'])?.flatMap((info, i) => slipsIn(info, ['dataset_info', i], INFO_KEYS)) ?? slipsIn(card['dataset_info'], ['dataset_info'], INFO_KEYS)),
    ...gateComplaints(card['extra_gated_fields']),
    ...(SHOULD_HAVE.some(key => key in card) ? unsaid(card) : []),
  ];
}

/** Vocabularies that filters of the Hub know; other words are kept and found by nobody. */
const VOCABULARIES: readonly (readonly [key: string, terms: readonly string[]])[] = [
  ['task_categories', TASK_CATEGORIES], ['task_ids', TASK_IDS], ['annotations_creators', ANNOTATORS], ['language_creators', CREATORS], ['multilinguality', MULTILINGUALITIES],
];

/** The texts of a list, or the one that stands in its place. */
function each(given: Json | undefined, path: NodePath, judge: (given: string, path: NodePath) => readonly Complaint[]): readonly Complaint[] {
  const one = textOf(given);
  if (one !== undefined) return judge(one, path);
  return (listOf(given) ?? []).flatMap((item, i) => (typeof item === 'string' ? judge(item, [...path, i]) : []));
}

const unless = (fine: boolean, complaint: () => Complaint): readonly Complaint[] => (fine ? [] : [complaint()]);

function stranger(given: string, path: NodePath, terms: readonly string[], message: Message, kind: 'schema' | 'ignored'): Complaint {
  const plain = given.trim().toLowerCase().replace(/[\s_]+/g, '-');
  return suggest(path, message, terms.includes(plain) ? plain : mostSimilar(plain, terms), kind);
}

function suggest(path: NodePath, message: Message, meant: string | undefined, kind: 'schema' | 'ignored'): Complaint {
  if (meant === undefined) return { kind, path, part: 'value', message };
  return { kind, path, part: 'value', message: say`${message}; did you mean ${value(meant, -1)}?`, fix: replaceBy(path, meant) };
}

const replaceBy = (path: NodePath, meant: string): Fix =>
  ({ title: say`Replace with ${value(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } });

function languageComplaint(given: string, path: NodePath): readonly Complaint[] {
  if (isLanguage(given)) return [];
  const message = /^[a-z]{2,3}[-_]/i.test(given)
    ? say`${value(given, -1)} is no code of ISO 639; tags with a region go under ${name('language_bcp47')}`
    : say`${value(given, -1)} is no code of ISO 639, which has two or three small letters`;
  return [suggest(path, message, languageMeant(given), 'schema')];
}

/** Sizes are written in many ways; `1k<n<10k` and `< 1K` are meant to be one of the twelve. */
function sizeComplaint(given: string, path: NodePath): Complaint {
  const sizes = [...SIZES.keys()];
  const plain = (text: string): string => text.toUpperCase().replace(/[\s_]/g, '').replace(/^<(\d+[KMBT])$/, 'N<$1').replace(/^>(\d+[KMBT])$/, 'N>$1').replace(/^(\d+[KMBT]?)-(\d+[KMBT])$/, '$1<N<$2');
  const meant = sizes.find(size => plain(size) === plain(given)) ?? mostSimilar(given, sizes);
  const message = meant === undefined ? say`${value(given, -1)} is no size class; one is written ${value('1K<n<10K', -1)}` : say`${value(given, -1)} is no size class`;
  return suggest(path, message, meant, 'schema');
}

/** A licence the Hub does not know has a name and a text somewhere. */
function otherLicence({ license, license_name: called, license_link: link }: JsonObject): readonly Complaint[] {
  const isOther = license === 'other' || listOf(license)?.includes('other') === true;
  const path = ['license'];
  const where = textOf(link);
  return [
    ...(isOther && called === undefined ? [recommended(path, say`A licence that is ${value('other', -1)} should have a ${name('license_name')}`)] : []),
    ...(isOther && link === undefined ? [recommended(path, say`A licence that is ${value('other', -1)} should have a ${name('license_link')}`)] : []),
    ...(where === undefined || /^(?:https?:\/\/\S+|\.?\/?LICEN[CS]E(?:\.(?:md|txt|pdf))?)$/i.test(where) ? [] : [{
      kind: 'ignored', path: ['license_link'], part: 'value', message: say`${name('license_link')} should be an address, or the name of a file such as ${value('LICENSE', -1)}`,
    } as const]),
  ];
}

const recommended = (path: NodePath, message: Message): Complaint => ({ kind: 'recommended', path, part: 'value', message });

/** Names that keys had once, and what others call them. */
const FORMERLY: ReadonlyMap<string, string> = new Map([['languages', 'language'], ['licenses', 'license'], ['licence', 'license'], ['licences', 'license'], ['languages_bcp47', 'language_bcp47'],
  ['train_eval_index', 'train-eval-index'], ['task_category', 'task_categories'], ['size_category', 'size_categories'], ['multilinguality_details', 'multilinguality']]);

function slipsIn(given: Json | undefined, path: NodePath, known: readonly string[]): readonly Complaint[] {
  const object = objectOf(given) ?? {};
  return Object.keys(object).flatMap(key => slipOf(key, [...path, key], object, known));
}

/** Cards are open to keys of any name, but one that is nearly a known one is passed over in its place. */
function slipOf(key: string, path: NodePath, siblings: JsonObject, known: readonly string[]): readonly Complaint[] {
  if (known.includes(key) || key.length < 4) return [];
  const meant = FORMERLY.get(key) ?? mostSimilar(key.replaceAll('-', '_'), known) ?? known.find(one => one === key.replaceAll('-', '_'));
  if (meant === undefined || !known.includes(meant) || meant in siblings) return [];
  return [{
    kind: 'ignored', path, part: 'key', message: say`${name(key)} means nothing to the Hub; did you mean ${name(meant)}?`,
    fix: { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path, to: meant } },
  }];
}

const GATES: readonly string[] = ['text', 'checkbox', 'date_picker', 'country', 'ip_location', 'select'];

/** Fields of the form people fill in before they get the data. */
function gateComplaints(given: Json | undefined): readonly Complaint[] {
  const forms = listOf(given)?.map((item, i) => [objectOf(item), ['extra_gated_fields', i]] as const) ?? [[objectOf(given), ['extra_gated_fields']] as const];
  return forms.flatMap(([form, path]) => Object.entries(form ?? {}).flatMap(([key, field]) => {
    const type = textOf(field) ?? textOf(objectOf(field)?.['type']);
    const at = textOf(field) === undefined ? [...path, key, 'type'] : [...path, key];
    if (type === undefined || GATES.includes(type)) return [];
    return [stranger(type, at, GATES, say`${value(type, -1)} is no kind of field in a form of the Hub`, 'schema')];
  }));
}

const SHOULD_HAVE = ['configs', 'dataset_info', 'task_ids', 'pretty_name'];

/** What people filter datasets by. Cards of a few words are left alone. */
const unsaid = (card: JsonObject): readonly Complaint[] => ('task_categories' in card ? [] : [
  { kind: 'recommended', path: [], part: 'key', message: say`A card should say in ${name('task_categories')} what the data is for` } as const,
]);

/** Size classes against the number of examples the card itself counts, of all configurations or of any one. */
export function sizeContradictions(card: JsonObject): readonly Complaint[] {
  const infos = listOf(card['dataset_info']) ?? [card['dataset_info'] ?? null];
  const totals = infos.flatMap(info => totalOf(objectOf(info)) ?? []);
  const known = [...new Set([...totals, totals.reduce((sum, one) => sum + one, 0)])];
  if (totals.length === 0 || totals.length < infos.length) return [];
  return each(card['size_categories'], ['size_categories'], (given, path) => {
    const [least, below] = SIZES.get(given) ?? [0, Infinity];
    if (known.some(total => total >= least && total < below)) return [];
    return [{ kind: 'ignored', path, part: 'value', message: say`The splits below have ${known.at(-1) ?? 0} examples, which is not of the class ${value(given, -1)}` }];
  });
}

function totalOf(info: JsonObject | undefined): number | undefined {
  const counts = listOf(info?.['splits'])?.map(split => numberOf(objectOf(split)?.['num_examples']));
  return counts === undefined || counts.length === 0 ? undefined : counts.reduce((sum: number | undefined, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}
