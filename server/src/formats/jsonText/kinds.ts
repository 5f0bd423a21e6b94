/** What a JSON value is, as the scanner numbers it. */
export const STRING = 0;
export const NUMBER = 1;
export const BOOLEAN = 2;
export const NULL = 3;
export const ARRAY = 4;
/** An object that is one cell, because it lies deeper than columns go. */
export const DEEP = 5;
/** An object whose members are columns of their own; it is no cell. */
export const NESTED = 6;

/** Names of the kinds in facts, by kind. */
export const KIND_NAMES = ['strings', 'numbers', 'booleans', 'nulls', 'arrays', 'objects', 'objects'] as const;

/** Stands for a cell that belongs to no column: it says that its record is there, though empty. */
export const NO_COLUMN = 0xffffffff;
