/** A piece of HTML: what is read from files comes into it through `html` alone, which escapes it. */
export interface Html {
  readonly markup: string;
}

/** Builds HTML from a tagged template; texts and numbers are escaped, pieces and lists of pieces are not. */
export function html(strings: TemplateStringsArray, ...parts: readonly (string | number | Html | readonly Html[])[]): Html {
  return { markup: strings.reduce((text, piece, i) => text + markupOf(parts[i - 1] ?? '') + piece) };
}

function markupOf(part: string | number | Html | readonly Html[]): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part);
  return 'markup' in part ? part.markup : part.map(each => each.markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign);

/** A page that stands alone: no script, nothing from elsewhere, light and dark. */
export function page(title: string, locale: string, body: Html): string {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.markup;
}

const STYLE = `
:root { color-scheme: light dark; --line: #d0d4da; --soft: #f4f6f8; --ink: #1c2330; --dim: #55606f; --bar: #2f7cc0; --error: #b3261e; --warning: #8a5a00; --good: #1c7a4a; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3a424d; --soft: #1d2229; --ink: #e6e9ee; --dim: #a3adba; --bar: #5aa6e6; --error: #ff8a80; --warning: #ffcb6b; --good: #7fd8a6; }
  body { background: #14181d; }
}
body { margin: 0; color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05rem; margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--dim); font-weight: 600; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: .92em ui-monospace, Consolas, monospace; } p.why { color: var(--dim); margin: .2rem 0 .6rem; } .dim { color: var(--dim); }
.error { color: var(--error); font-weight: 600; } .warning { color: var(--warning); font-weight: 600; } .better { color: var(--good); } .worse { color: var(--error); }
svg { display: block; } svg rect { fill: var(--bar); } svg rect.back { fill: var(--line); }
details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: .4rem .8rem; background: var(--soft); } summary { cursor: pointer; font-weight: 600; }
@media print { details { break-inside: avoid; } }
`;

/** A bar that is filled to a share. */
export const bar = (share: number, label: string): Html =>
  html`<svg width="120" height="12" role="img" aria-label="${label}"><rect class="back" width="120" height="12" rx="3"/><rect width="${Math.round(120 * share)}" height="12" rx="3"/></svg>`;

/** A histogram of counts. */
export function chart(counts: readonly number[], label: string): Html {
  const highest = Math.max(1, ...counts);
  const bars = counts.map((count, i) => {
    const height = count === 0 ? 0 : Math.max(1, Math.round((count / highest) * 48));
    return html`<rect x="${i * 10}" y="${48 - height}" width="9" height="${height}"/>`;
  });
  return html`<svg width="${counts.length * 10}" height="49" role="img" aria-label="${label}">${bars}<rect class="back" y="48" width="${counts.length * 10}" height="1"/></svg>`;
}
