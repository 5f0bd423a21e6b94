import { Conv2D, Conv2DBackpropFilter, PadV2, registerKernel, Slice, type TensorInfo, Transpose } from '@tensorflow/tfjs-core';
import { type ConvolutionInfo, convolutionOf, type Run, shapeOf } from './convolution.ts';
import { inputOf } from './heap.ts';

/**
 * The gradient of a convolution by its filter, which WebAssembly lacks in 4.22 (tensorflow/tfjs#8474). It is itself a convolution: the channels of the
 * input are its pictures, the pictures its channels, the gradient of the output its filter, and strides become gaps in that filter.
 */
export function registerFilterGradient(backendName: string, run: Run, drop: (tensor: TensorInfo) => void): void {
  registerKernel({
    kernelName: Conv2DBackpropFilter,
    backendName,
    kernelFunc({ inputs, attrs }) {
      const [x, dy] = [inputOf(inputs, 'x'), inputOf(inputs, 'dy')];
      return filterGradient(run, drop, { x, dy }, convolutionOf(attrs, { input: x.shape, filter: shapeOf(attrs, 'filterShape') }, false));
    },
  });
}

interface Given {
  readonly x: TensorInfo;
  readonly dy: TensorInfo;
}

function filterGradient(run: Run, drop: (tensor: TensorInfo) => void, { x, dy }: Given, info: ConvolutionInfo): TensorInfo {
  const made: TensorInfo[] = [];
  const step: Run = (kernel, inputs, attrs) => {
    const result = run(kernel, inputs, attrs);
    made.push(result);
    return result;
  };
  const pictures = reached(step, step(Transpose, { x }, { perm: [3, 1, 2, 0] }), info);
  const filter = step(Transpose, { x: dy }, { perm: [1, 2, 0, 3] });
  const gradient = step(Conv2D, { x: pictures, filter }, {
    strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [info.strideHeight, info.strideWidth],
  });
  const result = run(Transpose, { x: gradient }, { perm: [1, 2, 0, 3] });
  made.forEach(drop);
  return result;
}

/** The part of the pictures that some place of the filter saw: padded as the convolution padded it, and without what its strides left over. */
function reached(step: Run, pictures: TensorInfo, info: ConvolutionInfo): TensorInfo {
  const { padInfo: { top, left }, inHeight, inWidth } = info;
  const [height, width] = [(info.outHeight - 1) * info.strideHeight + info.filterHeight, (info.outWidth - 1) * info.strideWidth + info.filterWidth];
  const [below, right] = [Math.max(0, height - inHeight - top), Math.max(0, width - inWidth - left)];
  const padded = top + left + below + right === 0 ? pictures
    : step(PadV2, { x: pictures }, { paddings: [[0, 0], [top, below], [left, right], [0, 0]], constantValue: 0 });
  if (height === inHeight + top + below && width === inWidth + left + right) return padded;
  return step(Slice, { x: padded }, { begin: [0, 0, 0, 0], size: [info.inChannels, height, width, info.batchSize] });
}
