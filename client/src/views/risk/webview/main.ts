import './main.css';
import { element } from '../../shared/webview/dom.ts';
import type { FromPage, PageState, ToPage } from '../messages.ts';
import { Chooser } from './chooser.ts';
import { measuresOf, sizesOf, whatIfOf, worstOf } from './tables.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void };

/** The page of the risk: by what is measured, the measures, and what would change them. Every choice is answered at once. */
const editor = acquireVsCodeApi();
const send = (message: FromPage): void => editor.postMessage(message);

const chooser = new Chooser(wish => send({ type: 'ask', wish }));
const parts = {
  title: element('h1'), subject: element('p', { class: 'subject' }), status: element('p', { role: 'status', class: 'status' }), progress: element('progress'),
  again: element('button', { type: 'button', class: 'primary' }), suggest: element('button', { type: 'button', class: 'secondary' }),
  compare: element('button', { type: 'button', class: 'secondary' }),
  bar: element('div', { class: 'bar' }), measures: element('section'), notes: element('ul', { class: 'notes' }),
  sizes: element('section'), whatIf: element('section'), worst: element('section'),
};
parts.bar.append(parts.suggest, parts.compare);
document.getElementById('page')?.append(
  parts.title, parts.subject, parts.status, parts.progress, parts.again, chooser.place, parts.bar, parts.measures, parts.notes, parts.whatIf, parts.sizes, parts.worst);
parts.again.addEventListener('click', () => send({ type: 'again' }));
parts.suggest.addEventListener('click', () => send({ type: 'suggest' }));
parts.compare.addEventListener('click', () => send({ type: 'compare' }));

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  editor.setState({ uri: data.uri });
  drawFrame(data);
  drawAnswer(data);
});
send({ type: 'ready' });

function drawFrame({ title, words, facts, refused, busy }: ToPage): void {
  setText(parts.title, title);
  setText(parts.subject, facts?.subject ?? '');
  setText(parts.status, refused ?? facts?.nothing ?? (busy ? (facts ? words.measuring : words.reading) : ''));
  setText(parts.again, words.again);
  setText(parts.suggest, words.suggest);
  setText(parts.compare, words.compare);
  parts.progress.hidden = !busy;
  parts.progress.setAttribute('aria-label', words.progress);
  parts.again.hidden = refused === undefined || busy;
  chooser.place.hidden = parts.bar.hidden = facts === undefined;
}

function drawAnswer({ words, facts, before, alternatives }: ToPage): void {
  if (facts) chooser.draw(facts, words);
  const measured = facts !== undefined && facts.nothing === undefined;
  parts.measures.replaceChildren(...(measured ? measuresOf(facts, before, words) : []));
  parts.notes.replaceChildren(...(facts?.notes ?? []).map(note => element('li', {}, note)));
  parts.sizes.replaceChildren(...(measured ? [sizesOf(facts, words)] : []));
  parts.worst.replaceChildren(...(measured ? [worstOf(facts, words, row => send({ type: 'row', row }))] : []));
  parts.whatIf.replaceChildren(...(measured && alternatives ? [whatIfOf(alternatives, words, (column, coarsening) => chooser.change(column, coarsening))] : []));
}

/** A live region speaks whenever it is written to, so it is written to only when it changes. */
function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
