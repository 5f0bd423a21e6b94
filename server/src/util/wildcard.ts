/** Whether a name is meant by a pattern in which `*` stands for any text and `?` for one character; a pattern always means the name it spells. */
export function wildcard(pattern: string): (name: string) => boolean {
  const source = pattern.replace(/[\\^$.*+?()[\]{}|]/g, sign => (sign === '*' ? '.*' : sign === '?' ? '.' : `\\${sign}`));
  const expression = new RegExp(`^${source}$`, 'su');
  return name => name === pattern || expression.test(name);
}
