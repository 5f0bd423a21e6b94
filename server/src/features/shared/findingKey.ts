import type { StoredSet } from '../../engine/store.ts';

/** What a finding is called in links and lists, as long as the findings are those that were shown. */
export const findingKey = ({ resultId }: StoredSet, index: number): string => `${resultId}/${index}`;
