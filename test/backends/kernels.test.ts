import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { backends } from '../../server/src/bench/backends/registry.generated.ts';
import { surroundings } from '../training/tables.ts';

before(async () => {
  for (const id of ['tfjs-wasm', 'tfjs-cpu']) await backends.find(backend => backend.id === id)?.load(surroundings);
});

/** Numbers of a tensor, and its sizes. */
interface Numbers {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
const numbers = (shape: readonly number[], seed: number): Numbers => ({ shape, values: Float32Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(seed * 31 + i * 1.7) * 2) });

/** What a registered kernel makes of some tensors. */
async function run(backend: string, kernel: string, inputs: Readonly<Record<string, Numbers>>, attrs: tf.NamedAttrMap, ids: readonly string[] = []): Promise<Numbers> {
  await tf.setBackend(backend);
  const result = tf.tidy(() => {
    const tensors = Object.entries(inputs).map(([name, { values, shape }]) => [name, tf.tensor(values, [...shape], ids.includes(name) ? 'int32' : 'float32')] as const);
    return tf.engine().runKernel<tf.Tensor>(kernel, Object.fromEntries(tensors), attrs);
  });
  const values = Float32Array.from(await result.data());
  result.dispose();
  return { shape: result.shape, values };
}

function assertClose(found: Numbers, expected: Numbers): void {
  assert.deepEqual(found.shape, expected.shape);
  expected.values.forEach((value, i) => assert.ok(Math.abs(value - (found.values[i] ?? NaN)) <= 1e-4 * Math.max(1, Math.abs(value)), `${i}: ${found.values[i]} instead of ${value}`));
}

interface Convolution {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Filters, or filters for each channel. */
  readonly filters: number;
  readonly filter: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly pad: 'same' | 'valid' | number;
}

const small = (max: number) => fc.integer({ min: 1, max });
const convolution: fc.Arbitrary<Convolution> = fc.record({
  batch: small(3), height: fc.integer({ min: 4, max: 9 }), width: fc.integer({ min: 4, max: 9 }), channels: small(4), filters: small(4),
  filter: fc.tuple(small(4), small(4)), strides: fc.tuple(small(3), small(3)), pad: fc.constantFrom('same' as const, 'valid' as const, 0, 1, 2),
  // TensorFlow.js takes a number of pixels only where both directions are alike.
}).filter(({ pad, filter, strides }) => typeof pad !== 'number' || (filter[0] === filter[1] && strides[0] === strides[1] && pad < filter[0]));

/** Size of the output and padding before the first pixel, by the definition of TensorFlow. */
function along(size: number, filter: number, stride: number, pad: Convolution['pad']): readonly [out: number, before: number] {
  if (pad === 'same') {
    const out = Math.ceil(size / stride);
    return [out, Math.floor(Math.max(0, (out - 1) * stride + filter - size) / 2)];
  }
  const before = pad === 'valid' ? 0 : pad;
  return [Math.floor((size + 2 * before - filter) / stride) + 1, before];
}

/** Every product of a convolution as indices of pixel `[n, y, x]`, place of the filter and output `[n, y, x]`. */
function eachProduct(c: Convolution, visit: (pixel: number, place: number, out: number) => void): { readonly outHeight: number; readonly outWidth: number } {
  const [[outHeight, top], [outWidth, left]] = [along(c.height, c.filter[0], c.strides[0], c.pad), along(c.width, c.filter[1], c.strides[1], c.pad)];
  for (let n = 0; n < c.batch; n++) for (let oy = 0; oy < outHeight; oy++) for (let ox = 0; ox < outWidth; ox++) {
    for (let fy = 0; fy < c.filter[0]; fy++) for (let fx = 0; fx < c.filter[1]; fx++) {
      const [y, x] = [oy * c.strides[0] + fy - top, ox * c.strides[1] + fx - left];
      if (y >= 0 && y < c.height && x >= 0 && x < c.width) visit((n * c.height + y) * c.width + x, fy * c.filter[1] + fx, (n * outHeight + oy) * outWidth + ox);
    }
  }
  return { outHeight, outWidth };
}

const attrsOf = (c: Convolution): tf.NamedAttrMap => ({ strides: [...c.strides], pad: c.pad, dataFormat: 'NHWC' });

test('the gradient of a convolution by its filter is the sum of its products', async () => {
  await fc.assert(fc.asyncProperty(convolution, async c => {
    const { outHeight, outWidth } = eachProduct(c, () => {});
    const [x, dy] = [numbers([c.batch, c.height, c.width, c.channels], 1), numbers([c.batch, outHeight, outWidth, c.filters], 2)];
    const shape = [...c.filter, c.channels, c.filters];
    const sums = new Float32Array(sizeOf(shape));
    eachProduct(c, (pixel, place, out) => {
      for (let i = 0; i < c.channels; i++) for (let o = 0; o < c.filters; o++) {
        const at = (place * c.channels + i) * c.filters + o;
        sums[at] = (sums[at] ?? 0) + (x.values[pixel * c.channels + i] ?? 0) * (dy.values[out * c.filters + o] ?? 0);
      }
    });
    assertClose(await run('wasm', 'Conv2DBackpropFilter', { x, dy }, { ...attrsOf(c), filterShape: shape }), { shape, values: sums });
  }), { numRuns: 150 });
});

test('the gradients of a depthwise convolution are the sums of its products', async () => {
  await fc.assert(fc.asyncProperty(convolution, async c => {
    const { outHeight, outWidth } = eachProduct(c, () => {});
    const shape = [...c.filter, c.channels, c.filters];
    const [x, filter, dy] = [numbers([c.batch, c.height, c.width, c.channels], 1), numbers(shape, 3), numbers([c.batch, outHeight, outWidth, c.channels * c.filters], 2)];
    const [byFilter, byInput] = [new Float32Array(sizeOf(shape)), new Float32Array(x.values.length)];
    eachProduct(c, (pixel, place, out) => {
      for (let i = 0; i < c.channels; i++) for (let o = 0; o < c.filters; o++) {
        const [tap, slope] = [(place * c.channels + i) * c.filters + o, dy.values[(out * c.channels + i) * c.filters + o] ?? 0];
        byFilter[tap] = (byFilter[tap] ?? 0) + (x.values[pixel * c.channels + i] ?? 0) * slope;
        byInput[pixel * c.channels + i] = (byInput[pixel * c.channels + i] ?? 0) + (filter.values[tap] ?? 0) * slope;
      }
    });
    const attrs = { ...attrsOf(c), dilations: [1, 1] };
    assertClose(await run('wasm', 'DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...attrs, filterShape: shape }), { shape, values: byFilter });
    assertClose(await run('wasm', 'DepthwiseConv2dNativeBackpropInput', { dy, filter }, { ...attrs, inputShape: [...x.shape] }), { shape: x.shape, values: byInput });
  }), { numRuns: 150 });
});

test('rows are added to the segments their numbers name, and to none where there is no such segment', async () => {
  await fc.assert(fc.asyncProperty(small(5), small(4), fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 1, maxLength: 20 }), async (segments, width, ids) => {
    const x = numbers([ids.length, width], 1);
    const sums = new Float32Array(segments * width);
    ids.forEach((id, row) => {
      for (let i = 0; i < width && id >= 0 && id < segments; i++) sums[id * width + i] = (sums[id * width + i] ?? 0) + (x.values[row * width + i] ?? 0);
    });
    for (const backend of ['wasm', 'cpu']) {
      const found = await run(backend, 'UnsortedSegmentSum', { x, segmentIds: { shape: [ids.length], values: Float32Array.from(ids) } }, { numSegments: segments }, ['segmentIds']);
      assertClose(found, { shape: [segments, width], values: sums });
    }
  }), { numRuns: 100 });
});

test('the gradient of repeated pixels goes back to the pixel that was repeated', async () => {
  await fc.assert(fc.asyncProperty(small(3), small(4), small(4), small(4), small(9), small(9), async (batch, channels, height, width, tall, wide) => {
    const dy = numbers([batch, tall, wide, channels], 1);
    const shape = [batch, height, width, channels];
    const sums = new Float32Array(sizeOf(shape));
    for (let n = 0; n < batch; n++) for (let y = 0; y < tall; y++) for (let x = 0; x < wide; x++) for (let i = 0; i < channels; i++) {
      const to = ((n * height + Math.floor((y * height) / tall)) * width + Math.floor((x * width) / wide)) * channels + i;
      sums[to] = (sums[to] ?? 0) + (dy.values[((n * tall + y) * wide + x) * channels + i] ?? 0);
    }
    const found = await run('cpu', 'ResizeNearestNeighborGrad', { images: numbers(shape, 2), dy }, { alignCorners: false, halfPixelCenters: false, size: [tall, wide] });
    assertClose(found, { shape, values: sums });
  }), { numRuns: 100 });
});
