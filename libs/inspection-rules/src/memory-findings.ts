import type { Bilingual, Severity } from '@daiko/contracts';
import { findingOf } from './engine.js';
import type { Finding } from './finding.js';
import { a006 } from './rules/archive/a006-no-malware.js';
import { a027 } from './rules/archive/a027-root-name-is-new.js';
import { a028 } from './rules/archive/a028-content-is-new.js';
import { h001 } from './rules/history/h001-record-is-new.js';

const ofArchive = { isOfArchive: true, place: { file: null, line: null, xpath: null } } as const;

/** A006, made by intake when its scanner answers; `name` is what the scanner calls it (a signature or a limit). */
export function malwareFinding(name: string): Finding {
  return findingOf(a006, { ...ofArchive, details: { value: name } });
}

/** A027, made by intake when a root name was accepted before. */
export function repeatedNameFinding(rootName: string): Finding {
  return findingOf(a027, { ...ofArchive, details: { value: rootName } });
}

/** A028, made by intake when the same content was accepted before as `earlierRootName`. */
export function repeatedContentFinding(earlierRootName: string): Finding {
  return findingOf(a028, { ...ofArchive, details: { value: earlierRootName } });
}

/** H001, made when the key of a claim (see `duplicateKeyOf`) is taken: `earlier` says by what, never a person. */
export function repeatedClaimFinding(
  claimFile: string | null,
  earlier: Bilingual,
  severity: Severity,
): Finding {
  const place = { file: claimFile, line: null, xpath: null };
  return findingOf(h001, { severity, place, details: { value: earlier.en, values: { value: earlier } } });
}
