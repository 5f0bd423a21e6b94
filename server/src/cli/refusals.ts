import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Unchecked } from '../engine/dataCheck.ts';
import { nextStepFor } from '../engine/otherFormats.ts';

/** Why a path cannot be checked, as a sentence. */
export function failureOf(path: string, { refused }: Pick<Unchecked, 'refused'>): Message {
  return say`${name(path)} cannot be checked: ${refused === 'no-format' ? nextStepFor(path) : REASONS[refused]}`;
}

/** Why a path cannot be read. */
export const unreadable = (path: string, { refused }: Pick<Unchecked, 'refused'>): Message => say`${name(path)} cannot be read: ${REASONS[refused]}`;

/** A pipe or a device: nobody knows where it ends, and it is not read a second time. */
export const isStream = (path: string): Message => say`${name(path)} cannot be read: it is a pipe or a device; send what it holds to standard input and name --stdin`;

/** Why a file cannot be written. */
export const unwritable = (path: string, { refused }: Pick<Unchecked, 'refused'>): Message => say`${name(path)} cannot be written: ${REASONS[refused]}`;

const REASONS: Readonly<Record<Unchecked['refused'], Message>> = {
  missing: say`there is no such file or folder`,
  'not-permitted': say`it may not be read with the rights of this user`,
  'not-a-file': say`it is not a file`,
  'too-big': say`it is too big to be read here`,
  'outside-workspace': say`it lies outside of the folders that were named`,
  untrusted: say`the workspace is not trusted`,
  unreadable: say`reading it failed`,
  changed: say`it changed since it was read`,
  exists: say`there is something of that name already`,
  'no-room': say`the disk is full`,
  'not-text': say`it is no text, and can only be changed by the program that wrote it`,
  unencodable: say`its encoding lacks a character that a fix would write`,
  damaged: say`it is a damaged gzip file`,
  'no-format': say`Lintel has no reader for such files`,
};
