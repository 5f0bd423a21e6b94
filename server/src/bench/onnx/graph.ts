import { block, type Field, float, integer, joined } from './protobuf.ts';

/** A tensor of a graph: its name, and its sizes as they lie in memory. */
export interface Value {
  readonly name: string;
  readonly shape: readonly number[];
}

export type Attribute = number | readonly number[] | string | { readonly float: number };

/** An ONNX graph that grows node by node. Sizes are known throughout; whoever adds a node says those of its result. */
export interface Graph {
  input(name: string, shape: readonly number[]): Value;
  numbers(values: Float32Array, shape: readonly number[]): Value;
  /** A list of whole numbers of 64 bits, as shapes and axes are given. */
  integers(values: readonly number[]): Value;
  /** One node with one result. */
  node(operator: string, inputs: readonly Value[], shape: readonly number[], attributes?: Readonly<Record<string, Attribute>>): Value;
  /** One node with several results. */
  nodes(operator: string, inputs: readonly Value[], shapes: readonly (readonly number[])[], attributes?: Readonly<Record<string, Attribute>>): readonly Value[];
  /** One node whose result is read by a name. */
  result(name: string, operator: string, inputs: readonly Value[], shape: readonly number[], attributes?: Readonly<Record<string, Attribute>>): Value;
  /** The model as a file holds it. Sources: onnx.proto3, IR version 8, operators of version 17. */
  bytes(): Uint8Array;
}

export function createGraph(): Graph {
  const [nodes, constants, inputs, outputs]: [Field[], Field[], Field[], Field[]] = [[], [], [], []];
  const known = new Map<string, Value>();
  let count = 0;
  const fresh = (shape: readonly number[]): Value => ({ name: `t${count++}`, shape });
  const constant = (key: string, shape: readonly number[], type: number, raw: () => Uint8Array): Value => {
    const before = known.get(key);
    if (before) return before;
    const value = fresh(shape);
    known.set(key, value);
    constants.push(block(5, [...shape.map(size => integer(1, size)), integer(2, type), block(8, value.name), block(9, raw())]));
    return value;
  };
  const add: Graph['nodes'] = (operator, from, shapes, attributes = {}) => {
    const results = shapes.map(fresh);
    nodes.push(nodeOf(operator, from, results, attributes));
    return results;
  };
  return {
    input(name, shape) {
      inputs.push(block(11, infoOf(name, shape)));
      return { name, shape };
    },
    numbers: (values, shape) => constant(values.length === 1 ? `f${values[0]}:${shape.join()}` : `f#${count}`, shape, FLOAT, () => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
    integers: values => constant(`i${values.join()}`, [values.length], INT64, () => new Uint8Array(BigInt64Array.from(values, BigInt).buffer)),
    node(operator, from, shape, attributes) {
      const [only] = add(operator, from, [shape], attributes);
      if (!only) throw new Error(`${operator} has no result`);
      return only;
    },
    nodes: add,
    result(name, operator, from, shape, attributes = {}) {
      const value = { name, shape };
      nodes.push(nodeOf(operator, from, [value], attributes));
      outputs.push(block(12, infoOf(name, shape)));
      return value;
    },
    bytes: () => joined([integer(1, 8), block(7, [...nodes, block(2, 'train'), ...constants, ...inputs, ...outputs]), block(8, [block(1, ''), integer(2, 17)])]),
  };
}

const FLOAT = 1;
const INT64 = 7;

const nodeOf = (operator: string, from: readonly Value[], to: readonly Value[], attributes: Readonly<Record<string, Attribute>>): Field => block(1, [
  ...from.map(({ name }) => block(1, name)), ...to.map(({ name }) => block(2, name)), block(4, operator),
  ...Object.entries(attributes).map(([name, value]) => block(5, [block(1, name), ...attributeOf(value)])),
]);

function attributeOf(value: Attribute): readonly Field[] {
  if (typeof value === 'number') return [integer(3, value), integer(20, 2)];
  if (typeof value === 'string') return [block(4, value), integer(20, 3)];
  if ('float' in value) return [float(2, value.float), integer(20, 1)];
  return [...value.map(each => integer(8, each)), integer(20, 7)];
}

const infoOf = (name: string, shape: readonly number[]): readonly Field[] =>
  [block(1, name), block(2, [block(1, [integer(1, FLOAT), block(2, shape.map(size => block(1, [integer(1, size)])))])])];
