import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { FACTS } from './facts.ts';
import { isRefused, refuse } from './outcome.ts';
import type { Outcome, Reason } from './outcome.ts';
import type { Part } from './parts.ts';
import { COLUMN_KINDS, SUITS } from './template.ts';
import type { AnswerValue, Choice, Condition, DefaultSource, FileRule, Question, Template } from './template.ts';

/** English text to the reader's language; the text itself where there is no translation. */
export type Translate = (english: string) => string;

/** Reads `template.json`, strictly: an unknown key, fact or question is a reason, so that a typing error is not a silent nothing. */
export function readTemplate(id: string, text: string, translate: Translate, parts: readonly Part[] = []): Outcome<Template> {
  const json = parsed(text);
  if (isRefused(json)) return json;
  const reader = new Reader(translate, parts);
  const template = reader.template(id, json.value);
  return reader.reasons.length > 0 ? { reasons: reader.reasons } : { value: template };
}

type Maybe<K extends string, T> = { readonly [key in K]?: T };

type Node = Readonly<Record<string, unknown>>;

function parsed(text: string): Outcome<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return refuse('template.json', say`This is not JSON: ${name(error instanceof Error ? error.message : '')}`);
  }
}

/** Walks the parsed file and collects reasons; a part that is wrong is read as its emptiest form. */
class Reader {
  readonly reasons: Reason[] = [];
  private readonly asked = new Set<string>();
  private known: Template['words'] = {};

  constructor(private readonly translate: Translate, private readonly parts: readonly Part[]) {}

  private complain(where: string, message: Message): void {
    this.reasons.push({ where, message });
  }

  template(id: string, json: unknown): Template {
    const node = this.node(json, 'template.json', ['id', 'version', 'title', 'summary', 'suits', 'words', 'parts', 'questions', 'files']);
    if (node['id'] !== id) this.complain('id', say`The id must be the name of the folder, ${name(id)}`);
    this.known = this.words(node['words'] ?? {});
    return {
      id,
      version: this.text(node['version'], 'version'),
      title: this.translate(this.text(node['title'], 'title')),
      summary: this.translate(this.text(node['summary'], 'summary')),
      ...this.suits(node['suits']),
      words: this.known,
      questions: this.list(node['questions'], 'questions').flatMap((question, i) => this.questions(question, `questions[${i}]`)),
      files: [
        ...this.list(node['files'] ?? [], 'files').map((rule, i) => this.rule(rule, `files[${i}]`)),
        ...this.parts.flatMap(part => part.files.map((rule, i) => this.rule(rule, `${part.id}: files[${i}]`))),
      ],
    };
  }

  private suits(json: unknown): Pick<Template, 'suits'> {
    const suits = SUITS.find(suit => suit === json);
    if (json !== undefined && !suits) this.complain('suits', say`${name(String(json))} is none of ${list(SUITS.map(suit => name(suit)))}`);
    return suits ? { suits } : {};
  }

  private words(json: unknown): Readonly<Record<string, string | boolean>> {
    return Object.fromEntries(Object.entries(this.node(json, 'words')).map(([key, word]) => {
      if (typeof word === 'boolean') return [key, word];
      const text = this.text(word, `words.${key}`);
      if (!/^[\w.-]+$/.test(text)) this.complain(`words.${key}`, say`${name(text)} is no word of letters, digits, dots, hyphens and underscores`);
      return [key, text];
    }));
  }

  /** One question, or all of a part where the item names one. */
  private questions(json: unknown, where: string): readonly Question[] {
    const named = isNode(json) ? json['part'] : undefined;
    if (named === undefined) return [this.question(json, where)];
    const part = this.parts.find(({ id }) => id === named);
    if (part === undefined) this.complain(where, say`${name(String(named))} is none of the template's parts`);
    return part?.questions.map((question, i) => this.question(question, `${part.id}: questions[${i}]`)) ?? [];
  }

  private question(json: unknown, where: string): Question {
    const node = this.node(json, where, [...COMMON_KEYS, ...(OWN_KEYS[String(kindOf(json))] ?? [])]);
    const id = this.text(node['id'], `${where}.id`);
    if (!/^[a-z][A-Za-z0-9]*$/.test(id) || this.asked.has(id)) this.complain(`${where}.id`, say`${name(id)} is no new name in camel case`);
    const common = {
      id,
      ask: this.translate(this.text(node['ask'], `${where}.ask`)),
      ...(node['help'] === undefined ? {} : { help: this.translate(this.text(node['help'], `${where}.help`)) }),
      ...this.when(node, where),
      advanced: node['advanced'] === true,
      default: this.source(node['default'] ?? {}, `${where}.default`),
    };
    const question = this.typed(common, node, where);
    this.asked.add(id);
    return question;
  }

  private typed(common: Omit<Extract<Question, { type: 'boolean' }>, 'type'>, node: Node, where: string): Question {
    const type = node['type'];
    switch (type) {
      case 'string':
        return { ...common, type, ...this.optional(node, 'pattern', isText, where), ...this.optional(node, 'maxLength', isNumber, where) };
      case 'integer': case 'number':
        return { ...common, type, ...this.optional(node, 'min', isNumber, where), ...this.optional(node, 'max', isNumber, where) };
      case 'choice':
        return { ...common, type, choices: this.choices(node['choices'], `${where}.choices`) };
      case 'column': case 'columns': {
        const kinds = this.texts(node['kinds'] ?? COLUMN_KINDS, `${where}.kinds`);
        const differsFrom = this.texts(node['differsFrom'] ?? [], `${where}.differsFrom`);
        for (const id of differsFrom) this.earlier(id, where);
        return { ...common, type, kinds: COLUMN_KINDS.filter(kind => kinds.includes(kind)), differsFrom };
      }
      case 'boolean':
        return { ...common, type, ...(node['addable'] === true && { addable: true }) };
      default:
        this.complain(`${where}.type`, say`${name(String(type))} is no type of question`);
        return { ...common, type: 'boolean' };
    }
  }

  private choices(json: unknown, where: string): readonly Choice[] {
    return this.list(json, where).map((choice, i) => this.choice(choice, `${where}[${i}]`));
  }

  private choice(json: unknown, where: string): Choice {
    const node = this.node(json, where, ['value', 'label', 'when']);
    const value = this.text(node['value'], `${where}.value`);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) this.complain(where, say`${name(value)} is no slug: letters, digits and hyphens`);
    return { value, label: this.translate(this.text(node['label'], `${where}.label`)), ...this.when(node, where) };
  }

  private rule(json: unknown, where: string): FileRule {
    const node = this.node(json, where, ['path', 'as', 'when']);
    const path = this.text(node['path'], `${where}.path`);
    const rule = { path, ...this.optional(node, 'as', isText, where), ...this.when(node, where) };
    if (rule.as !== undefined && path.endsWith('/') !== rule.as.endsWith('/')) this.complain(where, say`A folder can only become a folder`);
    return rule;
  }

  private when(node: Node, where: string): { readonly when?: Condition } {
    if (node['when'] === undefined) return {};
    const accepted = Object.entries(this.node(node['when'], `${where}.when`))
      .map(([id, value]) => [id, (Array.isArray(value) ? value : [value]).filter(isScalar)] as const);
    const asked = accepted.filter(([id]) => this.known[id] === undefined);
    for (const [id] of asked) this.earlier(id, `${where}.when`);
    // What a word of the template says already is settled here: it holds always, or never.
    const never = accepted.filter(([id, values]) => this.known[id] !== undefined && !values.some(value => value === this.known[id]));
    return { when: Object.fromEntries([...asked, ...never.map(([id]) => [id, []] as const)]) };
  }

  private source(json: unknown, where: string): DefaultSource {
    const node = this.node(json, where, ['from', 'value']);
    const from = this.texts(node['from'] ?? [], `${where}.from`);
    for (const fact of from) if (FACTS[fact] === undefined) this.complain(where, say`${name(fact)} is no fact of a dataset`);
    return { from, ...this.optional(node, 'value', isAnswer, where) };
  }

  private earlier(id: string, where: string): void {
    if (!this.asked.has(id)) this.complain(where, say`${name(id)} is no earlier question`);
  }

  private node(json: unknown, where: string, keys?: readonly string[]): Node {
    if (!isNode(json)) {
      this.complain(where, say`An object is needed here`);
      return {};
    }
    for (const key of Object.keys(json)) if (keys?.includes(key) === false) this.complain(where, say`${name(key)} is not known here`);
    return json;
  }

  private text(json: unknown, where: string): string {
    if (isText(json)) return json;
    this.complain(where, say`Some text is needed`);
    return '';
  }

  private list(json: unknown, where: string): readonly unknown[] {
    if (Array.isArray(json)) return json;
    this.complain(where, say`A list is needed here`);
    return [];
  }

  private texts(json: unknown, where: string): readonly string[] {
    return this.list(json, where).map((text, i) => this.text(text, `${where}[${i}]`));
  }

  private optional<K extends string, T>(node: Node, key: K, fits: (value: unknown) => value is T, where: string): Maybe<K, T> {
    const value = node[key];
    if (value === undefined) return {};
    if (fits(value)) return single(key, value);
    this.complain(`${where}.${key}`, say`This value is of the wrong type`);
    return {};
  }
}

const COMMON_KEYS = ['id', 'type', 'ask', 'help', 'when', 'advanced', 'default'];

/** Keys that only one type of question has. */
const OWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  string: ['pattern', 'maxLength'], integer: ['min', 'max'], number: ['min', 'max'], choice: ['choices'],
  boolean: ['addable'], column: ['kinds', 'differsFrom'], columns: ['kinds', 'differsFrom'],
};

function single<K extends string, T>(key: K, value: T): Maybe<K, T> {
  const made: { [key in K]?: T } = {};
  made[key] = value;
  return made;
}

const kindOf = (json: unknown): unknown => (isNode(json) ? json['type'] : undefined);
const isNode = (json: unknown): json is Node => typeof json === 'object' && json !== null && !Array.isArray(json);
const isText = (json: unknown): json is string => typeof json === 'string' && json !== '';
const isNumber = (json: unknown): json is number => typeof json === 'number';
const isScalar = (json: unknown): json is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof json);
const isAnswer = (json: unknown): json is AnswerValue => isScalar(json) || (Array.isArray(json) && json.every(isText));
