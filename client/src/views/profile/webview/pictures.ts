import type { NumberProfile } from '../../../../../server/src/core/profile.ts';
import { numberText } from '../../../../../server/src/words/numbers.ts';
import type { Words } from '../messages.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDE = 60;
const HIGH = 8;

/** A bar for a share between 0 and 1; the share stands beside it in words. */
export function barOf(share: number): SVGSVGElement {
  const filled = Math.max(1, Math.round(share * WIDE));
  return svg({ class: 'share', viewBox: `0 0 ${WIDE} ${HIGH}`, width: WIDE, height: HIGH, 'aria-hidden': 'true' },
    shape('rect', { class: 'whole', width: WIDE, height: HIGH }), shape('rect', { class: 'part', width: filled, height: HIGH }));
}

/** Bars of equal width. Its numbers stand in a table below wherever it is big. */
export function histogramOf({ min, max, histogram }: NumberProfile, words: Words, language: string, size: 'small' | 'big'): SVGSVGElement {
  const [width, height] = size === 'small' ? [96, 24] : [384, 96];
  const highest = Math.max(1, ...histogram);
  const step = width / histogram.length;
  const path = histogram.map((bar, i) => {
    const tall = bar === 0 ? 0 : Math.max(1, (bar / highest) * height);
    return `M${(i * step).toFixed(2)} ${height}v${(-tall).toFixed(2)}h${(step - (size === 'small' ? 0.5 : 1)).toFixed(2)}V${height}z`;
  }).join('');
  const label = `${words.histogram}: ${numberText(min, language)} – ${numberText(max, language)}`;
  return svg({ class: `histogram ${size}`, viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label }, shape('path', { d: path }));
}

function svg(attributes: Readonly<Record<string, string | number>>, ...children: readonly SVGElement[]): SVGSVGElement {
  const made = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

function shape(tag: 'rect' | 'path', attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
