// Finds pages by title and first sentence: all of it is in pages.js, so that nothing is asked for.
(() => {
  const [field, found] = [document.getElementById('search'), document.getElementById('found')];
  const pages = window.PAGES.map(page => ({ ...page, text: `${page.title} ${page.about}`.toLowerCase() }));
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(word => word !== '');
    const hits = words.length === 0 ? [] : pages.filter(({ text }) => words.every(word => text.includes(word)));
    hits.sort((a, b) => Number(b.title.includes(words[0])) - Number(a.title.includes(words[0])));
    found.replaceChildren(...hits.slice(0, 20).map(entry));
  });
  function entry({ path, title, section, about }) {
    const [item, link] = [document.createElement('li'), document.createElement('a')];
    link.href = `${found.dataset.root}/${path}`;
    link.textContent = title;
    item.append(link, ` ${section}${about ? `: ${about}` : ''}`);
    return item;
  }
})();
