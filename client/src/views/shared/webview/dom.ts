/** A new element with properties and children; strings become text nodes, so nothing of a dataset is ever read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Replaces the children only where they changed, so that the focus and the selection stay while events arrive. */
export function fill(parent: Element, ...children: readonly Node[]): void {
  const next = document.createElement('div');
  next.append(...children);
  if (parent.innerHTML !== next.innerHTML) parent.replaceChildren(...next.childNodes);
}

export interface Cell {
  readonly text: string;
  readonly numeric: boolean;
  /** Marks the row's own heading. */
  readonly heading?: boolean;
}

/** A table with a caption, column headings, and one heading a row. */
export function table(caption: string, heads: readonly Cell[], rows: readonly (readonly Cell[])[]): HTMLTableElement {
  const cellClass = ({ numeric }: Cell): Record<string, string> => (numeric ? { class: 'number' } : {});
  return element('table', {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col', ...cellClass(head) }, head.text)))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map(cell =>
      (cell.heading ? element('th', { scope: 'row', ...cellClass(cell) }, cell.text) : element('td', cellClass(cell), cell.text)))))));
}
