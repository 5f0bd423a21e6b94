import { COLUMN_ROLES, type ColumnRole } from '../core/annotation.ts';
import { say, type Message } from '../core/message.ts';
import { canAnnotate } from '../engine/annotateColumn.ts';
import { verdictsOf } from '../engine/columnVerdicts.ts';
import { DATA_CATEGORIES } from '../privacy/taxonomy/categories.ts';
import { SPECIAL_CLASSES } from '../privacy/taxonomy/laws.ts';
import type { AnnotationFacts } from '../protocol/risk.ts';
import type { Refused } from '../protocol/messages.ts';
import { checkedTable } from './shared/riskTable.ts';
import { type Session, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** What an annotation of a column of the dataset is made from: its columns, and the words of the vocabulary with what they mean. */
export default defineFeature({
  register: answerOwn('lintel/annotation', (session, { uri }) => annotationFacts(session, uri)),
});

async function annotationFacts(session: Session, uri: string): Promise<AnnotationFacts | Refused> {
  const shown = await checkedTable(session, uri);
  if ('refused' in shown) return shown;
  const { table, snapshot } = shown;
  const verdicts = verdictsOf(table.columns);
  return {
    described: table.columns.some(({ index }) => canAnnotate(snapshot, index)),
    columns: verdicts.map(({ index, name, found, annotation }) => ({
      index, name, holds: found ? words(session, { template: found.detector.title, parts: [] }) : '', annotated: annotation !== undefined,
      category: annotation?.category ?? found?.detector.category ?? null, role: annotation?.role ?? found?.detector.role ?? null,
    })),
    categories: DATA_CATEGORIES.filter(({ deprecated }) => deprecated === undefined)
      .map(({ id, meaning, special }) => ({ id, meaning: words(session, meaning), ...(special !== undefined && { special }) })),
    roles: COLUMN_ROLES.map(id => ({ id, meaning: words(session, ROLES[id]) })),
    specials: SPECIAL_CLASSES.map(({ id, meaning, article }) => ({ id, meaning: `${words(session, meaning)} (${article})` })),
  };
}

/** What a column does for telling who a row is about. */
const ROLES: Readonly<Record<ColumnRole, Message>> = {
  'direct-identifier': say`Names a person by itself`,
  'quasi-identifier': say`Narrows down who it is, together with others`,
  sensitive: say`What people rather keep to themselves`,
  insensitive: say`Harmless by itself`,
  pseudonym: say`Stands for a person whom only a key or a list tells`,
  'linkage-key': say`Joins the row with other data about the person`,
  weight: say`How many people the row stands for`,
};
