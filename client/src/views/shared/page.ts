/** Addresses the page may load, as the webview knows them. */
export interface PageSources {
  readonly cspSource: string;
  readonly nonce: string;
  readonly script: string;
  readonly styles: readonly string[];
  readonly language: string;
  readonly title: string;
}

/** The page: an empty frame that the script fills with text nodes. Nothing but our own script, styles and images may load. */
export function pageHtml({ cspSource, nonce, script, styles, language, title }: PageSources): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}; img-src ${cspSource}`;
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
${styles.map(style => `<link rel="stylesheet" href="${attribute(style)}">`).join('\n')}
</head>
<body>
<main id="page"></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

const attribute = (text: string): string => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
