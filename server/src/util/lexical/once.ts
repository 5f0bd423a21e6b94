/** The same function, which does not read the same text twice in a row: the engine asks several questions about each cell. */
export function once<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly answer: T } | undefined;
  return text => {
    if (last?.text === text) return last.answer;
    const answer = read(text);
    last = { text, answer };
    return answer;
  };
}

/** Whether a text has plain characters only, so that folding changes nothing. */
export const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
