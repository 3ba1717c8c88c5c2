import { createHash } from 'node:crypto';
import { entriesOf } from '../archive/opened-archive.js';
import type { PersonalValues } from '../leak/personal-values.js';

/** What must become of a record. */
export type Fate = 'delivered' | 'returned' | 'refused';

/** A record as its provider knows it. */
export interface BookedRecord {
  /** The 26 digits of its pair. */
  pair: string;
  resultDigest: string;
  insurer: string;
  claimYen: number;
  fate: Fate;
}

/** An archive that was sent. */
export interface SentArchive {
  provider: string;
  fileName: string;
  file: string;
  /** Idempotency-Key, where its program uses one. */
  key: string | null;
  records: BookedRecord[];
}

export interface PlantedDefect {
  pairDigits: string;
  verdict: string;
}

/** Reads back what is about to be sent, with a reader of ZIP files and expressions that the product does not know. */
export async function bookOf(
  sent: Omit<SentArchive, 'records'>,
  planted: { isRefused: boolean; defects: readonly PlantedDefect[]; releases: boolean },
  personal: PersonalValues,
): Promise<SentArchive> {
  const verdicts = new Map(planted.defects.map(({ pairDigits, verdict }) => [pairDigits, verdict]));
  const results = new Map<string, string>();
  const claims = new Map<string, { insurer: string; claimYen: number }>();
  for await (const { fileName, bytes } of entriesOf(sent.file)) {
    const [, folder, digits] = /\/(DATA|CLAIMS)\/[hgcp](\d{26})\.xml$/.exec(fileName) ?? [];
    if (digits === undefined) continue;
    const text = bytes.toString('utf8');
    notePersonal(text, personal);
    if (folder === 'DATA') results.set(digits, createHash('sha256').update(bytes).digest('hex'));
    else claims.set(digits, claimIn(text));
  }
  const fateOf = (pair: string): Fate => {
    if (planted.isRefused) return 'refused';
    const verdict = verdicts.get(pair);
    if (verdict === 'query') return planted.releases ? 'delivered' : 'returned';
    return verdict === 'returned' ? 'returned' : 'delivered';
  };
  const records = [...results].map(([pair, resultDigest]) => ({
    pair,
    resultDigest,
    ...(claims.get(pair) ?? { insurer: '', claimYen: 0 }),
    fate: fateOf(pair),
  }));
  return { ...sent, records };
}

function claimIn(text: string): { insurer: string; claimYen: number } {
  const insurer = /<insurerNumber\b[^>]*\bextension="(\d{8})"/.exec(text)?.[1] ?? '';
  return { insurer, claimYen: Number(/<claimAmount\b[^>]*\bvalue="(\d+)"/.exec(text)?.[1] ?? 0) };
}

/** Names, addresses and insured numbers as texts; what is too short to be told from chance is left out. */
function notePersonal(text: string, into: PersonalValues): void {
  const note = (kind: string, pattern: RegExp): void => {
    for (const [, value = ''] of text.matchAll(pattern)) {
      if ([...value].length >= 5 && !/^[\x20-\x7e]*$/.test(value)) into.set(value, kind);
    }
  };
  note('name', /<patient>\s*<name>([^<]+)</g);
  note('name', /<\/insuranceCard>\s*<name>([^<]+)</g);
  note('address', /<addr>([^<]+)</g);
  note('insured number', /root="1\.2\.392\.200119\.6\.205" extension="([^"]+)"/g);
}
