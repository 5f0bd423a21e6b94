import { say } from '../../core/message.ts';
import { name } from '../../core/message.ts';
import type { Rule } from '../../core/rule.ts';
import { translate } from '../../words/render.ts';
import { type Session, words } from './session.ts';

/** What a rule is and how severe it is by itself. */
export function ruleWords(session: Session, { summary, severity, enabled }: Pick<Rule, 'summary' | 'severity' | 'enabled'>): string {
  const usual = enabled ? say`By itself: ${name(severity)}` : say`By itself: off (${name(severity)} when it is on)`;
  return `${translate(summary, session.client.locale)}\n\n${words(session, usual)}`;
}

/** A description of the schema in the client's language. */
export const schemaWords = (session: Session, description: string): string => translate(description, session.client.locale);
