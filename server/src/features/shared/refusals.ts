import { type Message, name, say } from '../../core/message.ts';
import type { Unchecked } from '../../engine/dataCheck.ts';
import { nextStepFor } from '../../engine/otherFormats.ts';
import type { Refused } from '../../protocol/messages.ts';
import { fileNameOf } from '../../util/uri.ts';
import { type Session, words } from './session.ts';

/** Why something cannot be done, as a sentence with a next step where there is one. */
export function refusal(session: Session, uri: string, { refused }: Unchecked): Refused {
  return { refused: words(session, REASONS[refused](fileNameOf(uri))) };
}

const REASONS: Readonly<Record<Unchecked['refused'], (file: string) => Message>> = {
  missing: file => say`${name(file)} does not exist.`,
  'not-permitted': file => say`${name(file)} may not be read: the system refuses permission.`,
  'not-a-file': file => say`${name(file)} is not a file.`,
  'too-big': file => say`${name(file)} is over 100 MB, and this workspace cannot be read in parts. Open it from a disk.`,
  'outside-workspace': file => say`${name(file)} is outside of the workspace. Open its folder, or open the file itself.`,
  untrusted: () => say`The workspace is not trusted, so nothing is written.`,
  unreadable: file => say`${name(file)} cannot be read.`,
  changed: file => say`${name(file)} changed since it was read.`,
  exists: () => say`There is something of that name already.`,
  'no-room': () => say`The disk is full.`,
  'not-text': file => say`${name(file)} is no text, so it cannot be written back.`,
  unencodable: file => say`The encoding of ${name(file)} lacks a character that would be written.`,
  damaged: file => say`${name(file)} is a damaged gzip file.`,
  'no-format': file => say`Lintel has no reader for ${name(file)}: ${nextStepFor(file)}.`,
};
