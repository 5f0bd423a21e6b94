/** Colours and font for a canvas, which knows no style sheet. */
export interface Theme {
  readonly foreground: string;
  readonly grid: string;
  readonly font: string;
  /** One colour a run. */
  readonly series: readonly string[];
}

const SERIES = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'];

/** The theme of the editor as it is now. */
export function themeNow(): Theme {
  const style = getComputedStyle(document.body);
  const variable = (name: string, fallback: string): string => style.getPropertyValue(`--vscode-${name}`).trim() || fallback;
  const foreground = variable('foreground', style.color);
  return {
    foreground,
    grid: `color-mix(in srgb, ${foreground} 18%, transparent)`,
    font: `12px ${variable('font-family', 'sans-serif')}`,
    series: SERIES.map(color => variable(`charts-${color}`, foreground)),
  };
}

/** Calls back when the user chooses another theme: the editor changes the classes of the body and the variables of the root. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
