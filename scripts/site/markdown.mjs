// Markdown to HTML, with links from document to document turned into links from page to page.
import { posix } from 'node:path';
import markdownIt from 'markdown-it';
import { WORDS } from './words.mjs';

/**
 * @param {ReadonlyMap<string, string>} pathOf the page of each document of the repository that has one
 * @param {'en' | 'zh-cn'} language
 * @returns {(page: { path: string, markdown: string, from?: string }) => string}
 */
export function renderer(pathOf, language) {
  const markdown = markdownIt({ html: false });
  const { rules } = markdown.renderer;
  const usual = (tokens, i, options, _, self) => self.renderToken(tokens, i, options);
  rules.link_open = (tokens, i, options, page, self) => {
    const href = targetOf(tokens[i].attrGet('href'), page, pathOf);
    // What the site has nothing for stays as text.
    if (href === undefined) tokens[i].attrs = null;
    else tokens[i].attrSet('href', href);
    return usual(tokens, i, options, page, self);
  };
  const image = rules.image;
  rules.image = (tokens, i, options, page, self) => {
    tokens[i].attrSet('src', targetOf(tokens[i].attrGet('src'), page, pathOf) ?? '');
    return image(tokens, i, options, page, self);
  };
  rules.fence = (tokens, i) => {
    const [, state] = tokens[i].info.trim().split(/\s+/);
    const caption = WORDS.fences[state]?.[language];
    const code = `<pre><code>${markdown.utils.escapeHtml(tokens[i].content)}</code></pre>`;
    return caption === undefined ? `${code}\n` : `<figure><figcaption>${caption}</figcaption>${code}</figure>\n`;
  };
  return page => markdown.render(page.markdown, page);
}

function targetOf(href, { path, from }, pathOf) {
  if (from === undefined || /^(https?:|mailto:|#)/.test(href)) return href;
  const [file, anchor] = decodeURI(href).split('#');
  const there = posix.normalize(posix.join(posix.dirname(from), file)).replace(/\.zh-cn\.md$/, '.md');
  const known = pathOf.get(there);
  if (known !== undefined) return `${posix.relative(posix.dirname(path), known)}${anchor === undefined ? '' : `#${anchor}`}`;
  return there.startsWith('images/') ? posix.relative(posix.dirname(`en/${path}`), there) : undefined;
}
