import type { Finding } from '../../core/finding.ts';
import type { ImageFacts, ImageFolder, ImageFormat } from '../../core/images.ts';
import { count, name, say } from '../../core/message.ts';
import { SEVERITIES } from '../../core/problem.ts';
import { uriOf } from '../../engine/images/imageFolder.ts';
import { allRules } from '../../engine/registry.ts';
import type { PictureGroup } from '../../protocol/messages.ts';
import { type Session, words } from './session.ts';

/** Formats that the page of an editor shows. */
const SHOWN: ReadonlySet<ImageFormat | undefined> = new Set(['jpeg', 'png', 'gif', 'webp', 'bmp', 'avif']);
/** Bytes of a picture that is shown: the page decodes all of it for a stamp. */
const LARGEST = 16 * 1024 * 1024;
/** Pictures of a group, groups of rules and groups of classes. */
const EACH = 8;
const MOST_RULES = 12;
const MOST_CLASSES = 24;

/** Pictures of a folder to look at: first those that a rule has something to say of, worst first, then some of each class, the biggest first. */
export function picturesOf(session: Session, { images }: ImageFolder, folder: string, findings: readonly Finding[]): readonly PictureGroup[] {
  const byUri = new Map(images.map(image => [uriOf(folder, image.path), image] as const));
  const some = (uris: readonly string[]): PictureGroup['pictures'] => spread(uris.filter(uri => isShown(byUri.get(uri)))).map(uri => ({ uri, path: byUri.get(uri)?.path ?? '' }));
  const rules = groupsOf(findings.filter(({ primary }) => byUri.has(primary.uri)), ({ rule }) => rule).sort(([, a], [, b]) => rankOf(a) - rankOf(b));
  const classes = groupsOf([...byUri], ([, image]) => image.class).sort(([, a], [, b]) => b.length - a.length);
  return [
    ...rules.slice(0, MOST_RULES).map(([id, own]): PictureGroup => {
      const summary = { template: allRules.find(rule => rule.id === id)?.summary ?? id, parts: [] };
      const uris = [...new Set(own.map(({ primary }) => primary.uri))];
      return { title: words(session, say`${summary}: ${count(uris.length, 'image')}`), rule: id, pictures: some(uris) };
    }),
    ...classes.slice(0, MOST_CLASSES).map(([label, own]): PictureGroup => {
      const all = count(own.length, 'image');
      return { title: words(session, label === undefined ? say`${all}` : say`${name(label)}: ${all}`), pictures: some(own.map(([uri]) => uri)) };
    }),
  ].filter(({ pictures }) => pictures.length > 0);
}

const isShown = (image: ImageFacts | undefined): boolean => SHOWN.has(image?.format) && (image?.bytes ?? 0) <= LARGEST && image?.fault === undefined;

const rankOf = (findings: readonly Finding[]): number => Math.min(...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));

function groupsOf<T, K>(items: readonly T[], keyOf: (item: T) => K): (readonly [K, readonly T[]])[] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item));
    if (own) own.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups];
}

/** Some items, as far from each other as they can be. */
const spread = <T>(items: readonly T[]): readonly T[] => items.filter((_, i) => items.length <= EACH || i % Math.ceil(items.length / EACH) === 0);
