import * as vscode from 'vscode';
import type { CommandContext } from '../commands/command.ts';
import { BACK, type Answered } from '../quickSteps.ts';
import { keyNames, type Wishes } from './plan.ts';

/** Where keys are kept: in the secret storage of VS Code, which is that of the operating system. */
const placeOf = (name: string): string => `lintel.key.${name}`;
const SHORTEST = 16;

interface KeyItem extends vscode.QuickPickItem { readonly way: 'stored' | 'new' | 'typed' }

/** The keys that a plan needs, by name. They are never written to a file. */
export async function keysFor({ extension, ui }: CommandContext, wishes: Wishes, title: string): Promise<Answered<Readonly<Record<string, string>>>> {
  const keys: Record<string, string> = {};
  for (const name of keyNames(wishes)) {
    const stored = await extension.secrets.get(placeOf(name));
    const items: readonly KeyItem[] = [
      ...(stored === undefined ? [] : [{ label: vscode.l10n.t('The stored key'), description: vscode.l10n.t('gives the same hashes as before'), way: 'stored' as const }]),
      { label: vscode.l10n.t('A new random key'), description: vscode.l10n.t('is stored in the secret storage of VS Code'), way: 'new' },
      { label: vscode.l10n.t('Enter a key…'), description: vscode.l10n.t('is stored in the secret storage of VS Code'), way: 'typed' },
    ];
    const chosen = await ui.askPick<KeyItem>({ title, canGoBack: true, items, chosen: ({ way }) => way === 'stored', placeholder: vscode.l10n.t('The key {0} for hashing', name) });
    if (!chosen || chosen === BACK) return chosen;
    const key = await keyBy(chosen[0]?.way ?? 'new', stored, title);
    if (key === undefined) return undefined;
    if (key !== stored) await extension.secrets.store(placeOf(name), key);
    keys[name] = key;
  }
  return keys;
}

async function keyBy(way: KeyItem['way'], stored: string | undefined, title: string): Promise<string | undefined> {
  if (way === 'stored') return stored;
  if (way === 'new') return randomKey();
  return vscode.window.showInputBox({
    title, password: true, ignoreFocusOut: true, prompt: vscode.l10n.t('A key of at least {0} characters; it is not shown', SHORTEST),
    validateInput: text => (text.length >= SHORTEST ? undefined : vscode.l10n.t('At least {0} characters', SHORTEST)),
  });
}

/** 256 bits in hexadecimal digits. */
const randomKey = (): string => [...crypto.getRandomValues(new Uint8Array(32))].map(byte => byte.toString(16).padStart(2, '0')).join('');
