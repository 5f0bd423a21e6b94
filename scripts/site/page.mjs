// One page: the frame around a rendered text.
import { posix } from 'node:path';
import { SECTIONS, WORDS } from './words.mjs';

const escape = text => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

export function pageOf({ path, title, section, about }, html, { language, pages }) {
  const to = there => posix.relative(posix.dirname(path), there);
  const root = to('..').replace(/\/?$/, '/');
  const other = language === 'en' ? 'zh-cn' : 'en';
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-Hans'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)} · Lintel</title>
${about ? `<meta name="description" content="${escape(about)}">\n` : ''}<link rel="stylesheet" href="${root}style.css">
<a class="skip" href="#text">${WORDS.skip[language]}</a>
<header>
  <a class="home" href="${to('index.html')}">Lintel</a>
  <label>${WORDS.search[language]} <input id="search" type="search" autocomplete="off" aria-controls="found"></label>
  <a href="${root}${other}/${path}" lang="${other === 'en' ? 'en' : 'zh-Hans'}">${WORDS.other[language]}</a>
</header>
<ul id="found" data-root="${to('.') || '.'}" aria-live="polite"></ul>
<nav aria-label="Lintel">${Object.keys(SECTIONS).map(name => navigation(name, section, path, pages, language)).join('')}</nav>
<main id="text">
${html}
</main>
<script src="${to('pages.js')}"></script>
<script src="${root}search.js"></script>
</html>
`;
}

/** A section's pages, by group where they have one; folded where another is open. */
function navigation(name, open, path, pages, language) {
  const own = pages.filter(page => page.section === name);
  const groups = [...new Set(own.map(({ group }) => group))];
  const lists = groups.map(group => `${group === undefined ? '' : `<h3>${escape(group)}</h3>`}<ul>${own.filter(page => page.group === group).map(page => link(page, path)).join('')}</ul>`);
  return `<details${name === open ? ' open' : ''}><summary>${SECTIONS[name][language]} (${own.length})</summary>${lists.join('')}</details>`;
}

function link({ path, title }, from) {
  return `<li><a href="${posix.relative(posix.dirname(from), path)}"${path === from ? ' aria-current="page"' : ''}>${escape(title)}</a></li>`;
}
