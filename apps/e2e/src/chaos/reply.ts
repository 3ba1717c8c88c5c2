import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { MemorySource } from '@daiko/exchange-format';
import { answerBundle } from '@daiko/synthetic';
import { entriesOf } from '../archive/opened-archive.js';
import type { SentArchive } from './book.js';
import type { InHand } from './partners.js';
import type { PlannedReply } from './schedule.js';

/** What an insurer sends back: an archive that holds no new record, and the pairs it speaks of. */
export interface WrittenReply {
  archive: SentArchive;
  pairs: string[];
}

/** Writes the archive by which an insurer sends back records of a bundle in its hands. */
export async function writeReply(
  bundle: InHand & { file: string },
  planned: PlannedReply,
  date: string,
  folder: string,
): Promise<WrittenReply> {
  const part = join(folder, `reply-${planned.seed}.part`);
  const stream = createWriteStream(part);
  const { fileName } = await answerBundle(
    new MemorySource(await readFile(bundle.file)),
    { exchange: planned.exchange, date, sequence: 0, seed: planned.seed, recordCount: planned.records },
    async (chunk) => {
      if (!stream.write(Uint8Array.from(chunk))) await once(stream, 'drain');
    },
  );
  stream.end();
  await once(stream, 'finish');
  const pairs: string[] = [];
  for await (const { fileName: path } of entriesOf(part)) {
    const digits = /\/DATA\/[hg](\d{26})\.xml$/.exec(path)?.[1];
    if (digits !== undefined) pairs.push(digits);
  }
  return { archive: { provider: bundle.receiver, fileName, file: part, key: null, records: [] }, pairs };
}
