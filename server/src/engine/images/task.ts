import type { Configuration } from '../../config/configuration.ts';
import type { ImageFolder } from '../../core/images.ts';

/** What images are sorted by is what a model learns from them, where nobody says otherwise. */
export async function withImageTask(configuration: Configuration, folder: Promise<ImageFolder>): Promise<Configuration> {
  if (configuration.ml) return configuration;
  const { images } = await folder;
  return images.some(image => image.class !== undefined) ? { ...configuration, ml: { task: 'classification', target: 'class', ignore: ['path', 'hash'], node: [] } } : configuration;
}
