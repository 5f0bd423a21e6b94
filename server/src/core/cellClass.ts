/** Classes a cell can have; the index is the kernel's code. `absent`: the record is too short to have the cell. */
export const CELL_CLASSES = ['missing', 'integer', 'float', 'boolean', 'date', 'datetime', 'text', 'digits', 'absent'] as const;
export type CellClass = (typeof CELL_CLASSES)[number];
