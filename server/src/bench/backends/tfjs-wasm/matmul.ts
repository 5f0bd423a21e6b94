import { type NamedTensorInfoMap, type TensorInfo, BatchMatMul, backend, getKernel, registerKernel, Transpose, unregisterKernel } from '@tensorflow/tfjs-core';

/**
 * Makes training fast on WebAssembly. The kernel of TensorFlow.js 4.22 multiplies with XNNPACK only when neither matrix is transposed, and falls back
 * to a scalar loop, 7 to 14 times slower, when one is; gradients always transpose one. So transpose first, then multiply the fast way.
 */
export function repairMatMul(): void {
  const slow = getKernel(BatchMatMul, WASM);
  unregisterKernel(BatchMatMul, WASM);
  registerKernel({
    ...slow,
    kernelFunc(call) {
      const { a, b } = call.inputs;
      if (!a || !b || !(call.attrs?.['transposeA'] || call.attrs?.['transposeB'])) return slow.kernelFunc(call);
      const left = call.attrs['transposeA'] ? transposed(a) : a;
      const right = call.attrs['transposeB'] ? transposed(b) : b;
      const product = slow.kernelFunc({ ...call, inputs: { a: left, b: right }, attrs: { transposeA: false, transposeB: false } });
      if (left !== a) backend().disposeData(left.dataId);
      if (right !== b) backend().disposeData(right.dataId);
      return product;
    },
  });
}

const WASM = 'wasm';

/** The matrices of a batch with their last two axes swapped. */
function transposed(x: TensorInfo): TensorInfo {
  const axes = x.shape.map((_, axis) => axis);
  const inputs: NamedTensorInfoMap = { x };
  const result = getKernel(Transpose, WASM).kernelFunc({ inputs, backend: backend(), attrs: { perm: [...axes.slice(0, -2), ...axes.slice(-2).reverse()] } });
  const [only] = Array.isArray(result) ? result : [result];
  if (!only) throw new Error('Transpose gave nothing');
  return only;
}
