// What the host calls. Pointers are byte offsets into the exported memory.
export { allocate, release } from './memory';
export { tokenize } from './tokenize';
export { quoteParity } from './wellFormed';
