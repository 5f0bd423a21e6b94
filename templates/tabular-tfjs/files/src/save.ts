import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { Predictor } from './predictor.ts';
import type { Preprocessing } from './preprocess.ts';
import type { TargetCode } from './target.ts';

/** What `preprocessing.json` holds beside the model. */
interface Saved {
  readonly preprocessing: Preprocessing;
  readonly target: TargetCode;
}

/** Writes `model.json` and `weights.bin` in the format of TensorFlow.js, and `preprocessing.json`, into a folder. */
export async function save(folder: URL, predictor: Predictor): Promise<void> {
  await mkdir(folder, { recursive: true });
  await predictor.model.save(tf.io.withSaveHandler(async artifacts => {
    const { modelTopology, weightSpecs = [], weightData = new ArrayBuffer(0), format, generatedBy } = artifacts;
    const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
    await writeJson(new URL('model.json', folder), { modelTopology, format, generatedBy, weightsManifest });
    await writeFile(new URL('weights.bin', folder), new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)));
    return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
  }));
  const saved: Saved = { preprocessing: predictor.preprocessing, target: predictor.target };
  await writeJson(new URL('preprocessing.json', folder), saved);
}

/** Reads back what `save` wrote. */
export async function loadPredictor(folder: URL): Promise<Predictor> {
  const { modelTopology, weightsManifest }: tf.io.ModelJSON = await readJson(new URL('model.json', folder));
  const weights = await readFile(new URL('weights.bin', folder));
  const model = await tfl.loadLayersModel(tf.io.fromMemory({
    modelTopology,
    weightSpecs: weightsManifest.flatMap(group => group.weights),
    weightData: Uint8Array.from(weights).buffer,
  }));
  const saved: Saved = await readJson(new URL('preprocessing.json', folder));
  return new Predictor(model, saved.preprocessing, saved.target);
}

export async function writeJson(file: URL, value: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

async function readJson(file: URL) {
  return JSON.parse(await readFile(file, 'utf8'));
}
