import { baseForm } from './spellings.ts';

/** `plain`: means "no value" wherever it stands. `answer`: may as well be an answer, as "unknown" is in a questionnaire. */
export type Placeholder = 'plain' | 'answer';

/** Whether a text stands for a missing value, whatever its case and outer spaces; `undefined` for all other texts. Nan is a town. */
export function placeholderOf(text: string): Placeholder | undefined {
  if (text === 'Nan') return undefined;
  const form = baseForm(text.normalize('NFKC'));
  if (form === '' || SIGNS.test(form) || PLAIN.has(form)) return 'plain';
  return ANSWERS.has(form) ? 'answer' : undefined;
}

/** Nothing but question marks, dots, lines, slashes, hashes or crossed-out places. A single `x` or `#` may be a mark, `+` and `*` may be grades. */
const SIGNS = /^(?:[?？]+|[.…·。]{2,}|[-‐-―_－ ]{2,}|[_/\\|~]|[#]{3,}|x{3,40}|[-–] ?[-–])$/;

const PLAIN: ReadonlySet<string> = new Set([
  'n.a.', 'n.a', 'n. a.', 'n/a.', 'n/a', '#n/a', 'n\\a', 'n/d', 'n/k', 'k.a.', 's/d', 'n/av', 'null', '(null)', '[null]', '{null}',
  'nil', 'nan', '-nan', '<na>', '<null>', '#null!',
  'not available', 'notavailable', 'not_available', 'no data', 'nodata', 'no_data', 'missing', 'missing value', '(missing)', '[missing]',
  'not recorded', 'not reported', 'not provided', 'not given', 'not specified', 'not entered', 'not set', 'not filled', 'unspecified',
  'unset',
  '(blank)', '<blank>', '[blank]', '(empty)', '<empty>', '[empty]', '<none>', '(none)', '[none]',
  'tbd', 't.b.d.', 'tba', 'tbc', 'to be determined', 'to be announced', 'to be confirmed', 'to be defined', 'todo', 'placeholder',
  'default value',
  'keine angabe', 'nicht angegeben', 'fehlt', 'non renseigné', 'non disponible', 'non spécifié', 'no disponible', 'sin datos',
  'sin especificar', 'não informado',
  'sem informação', 'non specificato', 'ikke oppgitt', 'ei tietoa',
  '0000-00-00', '0000/00/00', '00/00/0000', '00.00.0000', '00-00-0000', '0000-00-00 00:00:00',
  '待定', '未提供', '无数据', '没有数据', '数据缺失', '未填', '未录入', '未登记', '空值', '空白', '待补充', '待补', '暂缺', '缺',
]);

const ANSWERS: ReadonlySet<string> = new Set([
  'unknown', 'unk', '(unknown)', '[unknown]', '<unknown>', 'not known', 'unknown value', "don't know", 'dont know', 'not sure',
  'not applicable', 'not stated', 'no answer',
  'no response', 'no information', 'no info', 'refused', 'declined', 'unavailable', 'undefined', 'blank', 'empty', 'dummy',
  'prefer not to say', 'prefer not to answer',
  'unbekannt', 'inconnu', 'inconnue', 'desconocido', 'desconocida', 'desconhecido', 'sconosciuto', 'onbekend', 'okänd', 'ukjent',
  'ukendt', 'неизвестно', 'нет данных',
  '未知', '不明', '不知道', '不清楚', '不适用', '不详', '保密', '未说明', '未明确', '拒绝回答', '無', '不明确',
]);
