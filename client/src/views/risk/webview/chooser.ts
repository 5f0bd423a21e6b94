import type { MissingWay, RiskColumn, RiskFacts, RiskWish } from '../../../../../server/src/protocol/risk.ts';
import { element } from '../../shared/webview/dom.ts';
import type { Words } from '../messages.ts';

type Role = 'none' | 'quasi' | 'sensitive' | 'person';
const ROLES: readonly Role[] = ['none', 'quasi', 'sensitive', 'person'];
const WAYS: readonly MissingWay[] = ['own-category', 'wildcard', 'exclude'];

/** Columns that are offered without being asked for, beside those that are chosen or suggested. */
const OFFERED = 30;

/** Where one says by what is measured: a role for each column, how exactly it is told, and what a missing value is. */
export class Chooser {
  readonly place = element('section', { class: 'chooser' });
  readonly #send: (wish: RiskWish) => void;
  #wish: RiskWish = { quasiIdentifiers: [], sensitive: [], unit: [], missing: 'own-category' };
  /** What was drawn, so that selects keep the focus while answers arrive. */
  #drawn = '';
  #all = false;

  constructor(send: (wish: RiskWish) => void) {
    this.#send = send;
  }

  draw({ columns, wish }: RiskFacts, words: Words): void {
    this.#wish = wish;
    const key = JSON.stringify([columns, this.#all]);
    if (key !== this.#drawn) this.#build(columns, words);
    this.#drawn = key;
    this.#fill();
  }

  /** Makes a change to what is chosen: leaves a column out, or tells it in another way. */
  change(column: number, coarsening: string | null): void {
    const others = this.#wish.quasiIdentifiers.flatMap(one => (one.column !== column ? [one] : coarsening === null ? [] : [{ column, coarsening }]));
    this.#send({ ...this.#wish, quasiIdentifiers: others });
  }

  #build(columns: readonly RiskColumn[], words: Words): void {
    const isOffered = ({ index, suggested }: RiskColumn): boolean => this.#all || columns.length <= OFFERED || suggested !== null || this.#roleOf(index) !== 'none';
    const rows = columns.filter(isOffered).map(column => this.#row(column, words));
    const heads = [words.column, words.holds, words.role, words.told].map(head => element('th', { scope: 'col' }, head));
    const missing = element('select', { id: 'missing' }, ...WAYS.map((way, i) => element('option', { value: way }, [words.ownCategory, words.wildcard, words.exclude][i] ?? way)));
    missing.addEventListener('change', () => this.#send({ ...this.#wish, missing: WAYS[missing.selectedIndex] ?? 'own-category' }));
    const more = element('button', { type: 'button', class: 'link' }, words.moreColumns);
    more.hidden = rows.length === columns.length;
    more.addEventListener('click', () => {
      this.#all = true;
      this.#build(columns, words);
      this.#fill();
    });
    const table = element('table', { class: 'chosen' }, element('caption', {}, words.columns), element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows));
    this.place.replaceChildren(
      element('div', { class: 'scroll' }, table),
      more, element('div', { class: 'bar' }, element('label', { for: 'missing' }, words.missing), missing));
  }

  #row({ index, name, holds, suggested, coarsenings }: RiskColumn, words: Words): HTMLElement {
    const titles = { none: words.noRole, quasi: words.quasi, sensitive: words.sensitive, person: words.person };
    const role = element('select', { 'data-column': String(index), 'aria-label': `${words.role}: ${name}` }, ...ROLES.map(each => element('option', { value: each }, titles[each])));
    const told = element('select', { 'data-told': String(index), 'aria-label': `${words.told}: ${name}` },
      element('option', { value: '' }, words.exactly), ...coarsenings.map(({ id, label }) => element('option', { value: id }, label)));
    role.addEventListener('change', () => this.#send(this.#with(index, ROLES[role.selectedIndex] ?? 'none')));
    told.addEventListener('change', () => this.change(index, told.value));
    const warning = suggested === 'direct-identifier' ? [element('span', { class: 'note faint' }, words.identifies)] : [];
    return element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, holds, ...warning), element('td', {}, role), element('td', {}, told));
  }

  /** Sets what is shown to what is chosen. */
  #fill(): void {
    for (const select of this.place.querySelectorAll('select')) {
      const [column, told] = [select.dataset['column'], select.dataset['told']];
      if (column !== undefined) select.value = this.#roleOf(Number(column));
      else if (told === undefined) select.value = this.#wish.missing;
      else {
        const quasi = this.#wish.quasiIdentifiers.find(one => one.column === Number(told));
        select.value = quasi?.coarsening ?? '';
        select.hidden = quasi === undefined || select.options.length < 2;
      }
    }
  }

  #roleOf(column: number): Role {
    const { quasiIdentifiers, sensitive, unit } = this.#wish;
    if (quasiIdentifiers.some(one => one.column === column)) return 'quasi';
    return sensitive.includes(column) ? 'sensitive' : unit.includes(column) ? 'person' : 'none';
  }

  /** The wish with another role for a column; columns stay in the order of the table. */
  #with(column: number, role: Role): RiskWish {
    const without = (list: readonly number[]): readonly number[] => list.filter(each => each !== column);
    const having = (list: readonly number[], has: boolean): readonly number[] => (has ? [...without(list), column].sort((a, b) => a - b) : without(list));
    const others = this.#wish.quasiIdentifiers.filter(one => one.column !== column);
    return {
      ...this.#wish,
      quasiIdentifiers: role === 'quasi' ? [...others, { column }].sort((a, b) => a.column - b.column) : others,
      sensitive: having(this.#wish.sensitive, role === 'sensitive'), unit: having(this.#wish.unit, role === 'person'),
    };
  }
}
