import { backend_util, type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';

export type ConvolutionInfo = backend_util.Conv2DInfo;

/** Shape, strides and padding of a convolution whose gradient is asked for. `shapes`: of its input and its filter. */
export function convolutionOf(attrs: NamedAttrMap | undefined, shapes: { readonly input: readonly number[]; readonly filter: readonly number[] }, depthwise: boolean): ConvolutionInfo {
  const { strides, pad, dimRoundingMode } = attrs ?? {};
  const [a = 0, b = 0, c = 0, d = 0] = shapes.input;
  const [e = 0, f = 0, g = 0, h = 0] = shapes.filter;
  return backend_util.computeConv2DInfo([a, b, c, d], [e, f, g, h], pairOf(strides), 1, padOf(pad), roundingOf(dimRoundingMode), depthwise, 'channelsLast');
}

export const shapeOf = (attrs: NamedAttrMap | undefined, key: string): readonly number[] => {
  const value = attrs?.[key];
  return Array.isArray(value) ? value.map(Number) : [];
};

function pairOf(strides: unknown): [number, number] {
  if (Array.isArray(strides)) return [Number(strides[0]), Number(strides[1])];
  return [Number(strides), Number(strides)];
}

function padOf(pad: unknown): 'same' | 'valid' | number | backend_util.ExplicitPadding {
  if (pad === 'same' || pad === 'valid' || typeof pad === 'number') return pad;
  const sides = Array.isArray(pad) ? pad.map(pairOf) : [];
  const [n = [0, 0], h = [0, 0], w = [0, 0], c = [0, 0]] = sides;
  return [n, h, w, c];
}

const roundingOf = (mode: unknown): 'floor' | 'round' | 'ceil' | undefined => (mode === 'floor' || mode === 'round' || mode === 'ceil' ? mode : undefined);

/** Runs a registered kernel. */
export type Run = (kernel: string, inputs: NamedTensorInfoMap, attrs: NamedAttrMap) => TensorInfo;
