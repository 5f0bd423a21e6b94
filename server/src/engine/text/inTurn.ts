/** The same function, one call at a time in the order of the calls: for what keeps a position. */
export function inTurn<A extends readonly unknown[], R>(act: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (...args) => {
    const turn = last.then(() => act(...args));
    last = turn.catch(() => undefined);
    return turn;
  };
}
