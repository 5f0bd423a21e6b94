const WIDTH = 240;
const HEIGHT = 56;
const GAP = 1;
/** Readable on light, dark and high-contrast backgrounds: an image in a hover does not know the theme. */
const COLOUR = '#3b8fd4';

/** A histogram as an SVG image in a data URI. `bars` are heights in any unit. */
export function histogram(bars: readonly number[]): string {
  const highest = Math.max(...bars, Number.MIN_VALUE);
  const step = WIDTH / bars.length;
  const rects = bars.map((bar, i) => {
    const height = bar === 0 ? 0 : Math.max(1, (bar / highest) * HEIGHT);
    return `<rect x="${round(i * step)}" y="${round(HEIGHT - height)}" width="${round(step - GAP)}" height="${round(height)}"/>`;
  });
  const base = `<rect y="${HEIGHT}" width="${WIDTH}" height="1" opacity=".5"/>`;
  const attributes = `xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT + 1}" fill="${COLOUR}"`;
  return `data:image/svg+xml;base64,${btoa(`<svg ${attributes}>${rects.join('')}${base}</svg>`)}`;
}

const round = (length: number): string => String(Math.round(length * 10) / 10);
