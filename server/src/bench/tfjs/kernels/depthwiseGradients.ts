import { DepthwiseConv2dNativeBackpropFilter, DepthwiseConv2dNativeBackpropInput, registerKernel } from '@tensorflow/tfjs-core';
import { type ConvolutionInfo, convolutionOf, shapeOf } from './convolution.ts';
import { type Heap, inputOf } from './heap.ts';

/** Both gradients of a depthwise convolution, which WebAssembly lacks in 4.22. */
export function registerDepthwiseGradients(backendName: string, heap: Heap): void {
  registerKernel({
    kernelName: DepthwiseConv2dNativeBackpropFilter,
    backendName,
    kernelFunc({ inputs, attrs }) {
      const [x, dy, shape] = [inputOf(inputs, 'x'), inputOf(inputs, 'dy'), shapeOf(attrs, 'filterShape')];
      const info = convolutionOf(attrs, { input: x.shape, filter: shape }, true);
      return heap.make(shape, gradient => {
        const [values, slopes] = [heap.read(x), heap.read(dy)];
        eachTap(info, (pixel, tap, out, i) => { gradient[tap] = (gradient[tap] ?? 0) + (values[pixel] ?? 0) * (slopes[out + i] ?? 0); });
      });
    },
  });
  registerKernel({
    kernelName: DepthwiseConv2dNativeBackpropInput,
    backendName,
    kernelFunc({ inputs, attrs }) {
      const [dy, filter, shape] = [inputOf(inputs, 'dy'), inputOf(inputs, 'filter'), shapeOf(attrs, 'inputShape')];
      const info = convolutionOf(attrs, { input: shape, filter: filter.shape }, true);
      return heap.make(shape, gradient => {
        const [taps, slopes] = [heap.read(filter), heap.read(dy)];
        eachTap(info, (pixel, tap, out, i) => { gradient[pixel] = (gradient[pixel] ?? 0) + (taps[tap] ?? 0) * (slopes[out + i] ?? 0); });
      });
    },
  });
}

/** Every product of the convolution: offsets of the pixel and of the filter's number, and of the output as its pixel and its channel. */
function eachTap(info: ConvolutionInfo, visit: (pixel: number, tap: number, out: number, channel: number) => void): void {
  const { inChannels, outChannels, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth, padInfo, strideHeight, strideWidth } = info;
  const multiplier = outChannels / inChannels;
  for (let n = 0; n < info.batchSize; n++) {
    for (let outY = 0; outY < outHeight; outY++) for (let tapY = 0; tapY < filterHeight; tapY++) {
      const y = outY * strideHeight + tapY - padInfo.top;
      if (y < 0 || y >= inHeight) continue;
      for (let outX = 0; outX < outWidth; outX++) for (let tapX = 0; tapX < filterWidth; tapX++) {
        const x = outX * strideWidth + tapX - padInfo.left;
        if (x < 0 || x >= inWidth) continue;
        const pixel = ((n * inHeight + y) * inWidth + x) * inChannels;
        const tap = (tapY * filterWidth + tapX) * outChannels;
        const out = ((n * outHeight + outY) * outWidth + outX) * outChannels;
        for (let i = 0; i < outChannels; i++) visit(pixel + Math.floor(i / multiplier), tap + i, out, i);
      }
    }
  }
}
