import type { CancellationToken } from 'vscode-languageserver';
import { version } from '../../../../package.json';
import type { DeidentifySetup } from '../../engine/deidentify/deidentify.ts';
import { diskCheck } from './diskCheck.ts';
import type { Session } from './session.ts';

/** De-identification works on files as they are on disk: what is passed on is a file, and its record names the digest of another. */
export function deidentifySetup(session: Session, keys: Readonly<Record<string, string>>, token: CancellationToken): DeidentifySetup {
  const { host } = session.workspace;
  const { control, check, descriptionOf } = diskCheck(session, token);
  return {
    ...control, files: host.files, version,
    now: () => host.today(),
    check: (uri, afterwards) => check(uri, { afterwards }),
    descriptionOf,
    key: ref => (keys[ref] === undefined ? undefined : new TextEncoder().encode(keys[ref])),
  };
}
