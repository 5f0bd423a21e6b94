import type { Message, Part } from '../core/message.ts';
import { NOUNS } from '../core/message.ts';
import { catalogue } from './catalogue.generated.ts';
import { shorten } from './displayWidth.ts';
import { numberText, percentText } from './numbers.ts';
import { PSEUDO, pseudo } from './pseudo.ts';
import { makeVisible } from './visible.ts';

/** For a column, how its values may be shown; `undefined` where they may be shown as they are. */
export type Masks = (column: number) => ((text: string) => string) | undefined;

export interface Rendering {
  /** A language tag as editors send it: `en`, `zh-cn`, `zh-Hans-CN`. Languages without translations read English. */
  readonly locale: string;
  readonly mask?: Masks;
}

/** The message as a person reads it: translated, numbers written their way, values quoted, masked, shortened and with nothing invisible in them. */
export function renderMessage(message: Message, rendering: Rendering): string {
  const template = translate(message.template, rendering.locale);
  return template.replace(/\{(\d+)\}/g, (hole, index: string) => {
    const part = message.parts[Number(index)];
    return part ? renderPart(part, rendering) : hole;
  });
}

/** The translation of an English text, or the text itself where there is none. */
export function translate(text: string, locale: string): string {
  return locale === PSEUDO ? pseudo(text) : catalogue[languageOf(locale)]?.[text] ?? text;
}

/** The language whose texts a locale reads: `zh-cn` for simplified Chinese however it is spelled, else `en`. Traditional Chinese is not simplified. */
export function languageOf(locale: string): 'en' | 'zh-cn' {
  return /^zh(?!.*(hant|[-_](tw|hk|mo)\b))/i.test(locale) ? 'zh-cn' : 'en';
}

/** Columns of the display that one quoted value or name may take. */
const ROOM = 48;

function renderPart(part: Part, rendering: Rendering): string {
  const { locale } = rendering;
  switch (part.kind) {
    case 'count': return part.noun ? counted(part.value, part.noun, locale) : numberText(part.value, languageOf(locale));
    case 'matched': return counted(part.value ?? 0, part.noun, locale);
    case 'number': return renderNumber(part, rendering);
    case 'name': return quoted('‘{0}’', part.text, locale);
    case 'value': return quoted('“{0}”', rendering.mask?.(part.column)?.(part.text) ?? part.text, locale);
    case 'list': return joined(part.parts.map(item => renderPart(item, rendering)), locale);
    case 'message': return renderMessage(part.message, rendering);
  }
}

function renderNumber({ value, style, column }: Extract<Part, { kind: 'number' }>, { mask, locale }: Rendering): string {
  const hide = column === undefined ? undefined : mask?.(column);
  if (hide) return quoted('“{0}”', hide(String(value)), locale);
  return style === 'percent' ? percentText(value, languageOf(locale)) : numberText(value, languageOf(locale));
}

/** `1 row`, `3 rows`; languages with measure words translate the phrase as a whole. */
function counted(value: number, noun: keyof typeof NOUNS, locale: string): string {
  const phrase = `{0} ${value === 1 ? noun : NOUNS[noun]}`;
  return translate(phrase, locale).replace('{0}', () => numberText(value, languageOf(locale)));
}

/** Quotation marks belong to the language, so they are a text like any other. */
function quoted(marks: string, text: string, locale: string): string {
  return translate(marks, locale).replace('{0}', () => shorten(makeVisible(text), ROOM));
}

function joined(items: readonly string[], locale: string): string {
  const language = languageOf(locale) === 'en' ? 'en-GB' : locale;
  return new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(items);
}
