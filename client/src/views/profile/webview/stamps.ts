import type { PictureGroup } from '../../../../../server/src/protocol/messages.ts';
import { element } from '../../shared/webview/dom.ts';
import type { FromPage, Words } from '../messages.ts';

/** Pictures of a folder, a row a group. A picture is a button that opens its file; one that cannot be shown is its name. */
export const stampsOf = (groups: readonly PictureGroup[], addresses: Readonly<Record<string, string>>, words: Words, send: (message: FromPage) => void): readonly Node[] =>
  groups.flatMap(({ title, rule, pictures }) => {
    const explain = element('button', { type: 'button', class: 'link' }, rule ?? '');
    explain.addEventListener('click', () => { if (rule !== undefined) send({ type: 'explain', rule }); });
    const stamps = pictures.map(({ uri, path }) => element('li', {}, stampOf(path, addresses[uri] ?? '', words, () => send({ type: 'open', uri }))));
    return [element('h3', {}, title, ...(rule === undefined ? [] : [' ', explain])), element('ul', { class: 'stamps' }, ...stamps)];
  });

function stampOf(path: string, address: string, words: Words, open: () => void): HTMLButtonElement {
  const picture = element('img', { src: address, alt: '', loading: 'lazy', decoding: 'async' });
  const name = element('span', {}, path.slice(path.lastIndexOf('/') + 1));
  const button = element('button', { type: 'button', class: 'stamp', 'aria-label': words.openImage.replace('{0}', path), title: path }, picture, name);
  picture.addEventListener('error', () => picture.remove());
  button.addEventListener('click', open);
  return button;
}
