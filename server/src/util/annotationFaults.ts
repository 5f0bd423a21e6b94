import { told } from '../core/facts.ts';
import type { AnnotationFault, AnnotationFile, FaultKind, ImageFacts, ImageFolder } from '../core/images.ts';
import { count, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Place } from '../core/place.ts';
import type { Problem } from '../core/problem.ts';

/** One problem for each listed fault of some kinds, at its place in the annotations, and one for all others of an annotation file. */
export function* perFault(
  { annotations, images }: ImageFolder, kinds: readonly FaultKind[], tell: (fault: AnnotationFault, image: ImageFacts | undefined) => Message,
): Iterable<Problem> {
  for (const file of annotations) {
    const own = file.faults.filter(({ fault }) => kinds.includes(fault));
    for (const fault of own) {
      const related = fault.image === undefined ? [] : [{ place: { at: 'row', row: fault.image } as const, message: say`The image` }];
      yield { place: placeOf(fault), message: tell(fault, images[fault.image ?? -1]), ...(related.length > 0 && { related }) };
    }
    const more = countOf(file, kinds) - own.length;
    const last = own.at(-1);
    if (more > 0 && last) yield { place: placeOf(last), message: say`The same of ${count(more, 'place')} more in ${name(file.path || '.')}`, facts: told({ count: more }) };
  }
}

/** Where a fault stands in the text it is in. */
export const placeOf = ({ file, range }: AnnotationFault): Place => ({ at: 'beside', file, range });

/** How many faults of some kinds an annotation file has. */
export const countOf = ({ counts }: AnnotationFile, kinds: readonly FaultKind[]): number => kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
