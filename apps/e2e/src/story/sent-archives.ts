import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ExpectedOutcome } from '@daiko/synthetic';
import { claimsIn } from '../archive/claim-view.js';
import { openArchive } from '../archive/opened-archive.js';

/** One record of an archive as its provider sent it. */
export interface SentRecord {
  /** Place in the archive, from 0. */
  index: number;
  /** The 26 digits of its pair of files. */
  pairDigits: string;
  /** SHA-256 of the result document, hex: the same in every archive that carries it on. */
  resultDigest: string;
  insurerNumber: string | null;
  claimYen: number | null;
  /** Rule that must speak against it; null for a record in order. */
  rule: string | null;
  expected: 'accepted' | 'returned' | 'query';
}

/** One archive of the demonstration: the file that was sent and what its inspection must find. */
export interface SentArchive {
  provider: string;
  rootName: string;
  file: string;
  receiptNumber: string | null;
  expected: ExpectedOutcome;
  files: Map<string, Buffer>;
  records: SentRecord[];
}

/** The demonstration as its senders know it, from the folders on their side. */
export interface Demonstration {
  date: string;
  archives: SentArchive[];
  providers: string[];
  insurers: string[];
}

interface StateFile {
  date: string;
  sent: {
    provider: string;
    rootName: string;
    receiptNumber: string | null;
    expected: ExpectedOutcome;
  }[];
}

export async function readDemonstration(stateFolder: string): Promise<Demonstration> {
  const folder = join(stateFolder, 'demonstration');
  const { date, sent } = JSON.parse(await readFile(join(folder, 'state.json'), 'utf8')) as StateFile;
  const keys = (await readdir(join(folder, 'partners'))).map((file) => file.replace('.key', ''));
  const archives: SentArchive[] = [];
  for (const each of sent) {
    const file = join(folder, 'outbox', `${each.rootName}.zip`);
    const { files } = await openArchive(file);
    archives.push({ ...each, file, files, records: recordsOf(files, each.expected) });
  }
  return {
    date,
    archives,
    providers: keys.filter((number) => number.length === 10),
    insurers: keys.filter((number) => number.length === 8),
  };
}

function recordsOf(files: Map<string, Buffer>, expected: ExpectedOutcome): SentRecord[] {
  const claims = claimsIn(files);
  const defects = new Map(expected.defects.map((defect) => [defect.pairDigits, defect]));
  const records: SentRecord[] = [];
  for (const [path, bytes] of files) {
    const pairDigits = /^DATA\/[hg](\d{26})\.xml$/.exec(path)?.[1];
    if (pairDigits === undefined) continue;
    const defect = defects.get(pairDigits);
    const claim = claims.get(pairDigits) ?? null;
    records.push({
      index: records.length,
      pairDigits,
      resultDigest: digestOf(bytes),
      insurerNumber: claim?.insurerNumber ?? null,
      claimYen: claim?.claimYen ?? null,
      rule: defect?.rule ?? null,
      expected: defect?.verdict === 'returned' || defect?.verdict === 'query' ? defect.verdict : 'accepted',
    });
  }
  return records;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
