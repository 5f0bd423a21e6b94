/** Attributes of a start tag, without their prefixes. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? plainText(found[1] ?? found[2] ?? '') : undefined;
}

/** Every element of a name that has no other of that name within: its start tag and its content. Prefixes are passed over. */
export function* elementsOf(xml: string, name: string): Generator<{ readonly tag: string; readonly content: string }> {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^>"'/]|/(?!>))*)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>)`, 'g');
  for (const [, tag = '', content = ''] of xml.matchAll(pattern)) yield { tag, content };
}

/** The text in the `t` elements of a string, its readings in another script aside. */
export function stringOf(xml: string): string {
  let text = '';
  const written = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh\s*>/g, '') : xml;
  for (const { content } of elementsOf(written, 't')) text += plainText(content);
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: '\'' };

/** Text without the escapes of XML, and without those of Excel for characters that XML cannot hold (`_x000D_`). */
export function plainText(xml: string): string {
  const text = xml.includes('&') ? xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : -1;
    return code < 0 ? ENTITIES[name] ?? whole : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  }) : xml;
  return text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}
