import { mkdir, readFile, rename, rm, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Door } from '../platform/door.js';
import { waitUntil } from '../platform/wait-until.js';
import type { SentArchive } from './book.js';

/** The receipt that a channel brought back. */
export interface BroughtReceipt {
  receiptNumber: string;
  sha256: string;
}

/** The platform as a partner outside knows it. */
export interface Premises {
  origin: string;
  caFile: string;
  /** Root of the watch folders. */
  watchFolder: string;
  keyFileOf(partner: string): string;
}

/**
 * A way for archives into the agency. One that is added later joins the fault runs by implementing this: hand the archive over,
 * again and again as a partner's program does on a bad day, until there is a receipt; throw {@link NotTaken} for a final no.
 */
export interface InboundChannel {
  name: string;
  send(archive: SentArchive, premises: Premises): Promise<BroughtReceipt>;
}

/** The agency refused for good what was in order. */
class NotTaken extends Error {
  override name = 'NotTaken';
}

const deadlineMs = 240_000;

const https: InboundChannel = {
  name: 'https',
  async send({ file, fileName, provider, key }, premises) {
    const door = await Door.open(premises, premises.keyFileOf(provider));
    const headers: Record<string, string> = key === null ? {} : { 'idempotency-key': key };
    let last: unknown = null;
    try {
      return await waitUntil(
        `a receipt for ${fileName}`,
        async () => {
          const answer = await door
            .upload(file, fileName, headers)
            .catch((broken: unknown) => void (last = String(broken)));
          if (answer === undefined) return null;
          last = `${answer.status} ${answer.bytes.toString('utf8').slice(0, 300)}`;
          if (answer.status === 200 || answer.status === 201) {
            return JSON.parse(answer.bytes.toString('utf8')) as BroughtReceipt;
          }
          if (answer.status < 500 && ![401, 409, 429].includes(answer.status))
            throw new NotTaken(last as string);
          return null;
        },
        { deadlineMs, state: () => last },
      );
    } finally {
      door.close();
    }
  },
};

const watchFolder: InboundChannel = {
  name: 'watch folder',
  async send({ file, fileName, provider }, { watchFolder: root }) {
    const folder = join(root, provider);
    const receipt = join(folder, 'receipts', `${fileName}.receipt.json`);
    const refusal = join(folder, 'refused', `${fileName}.findings.json`);
    await mkdir(folder, { recursive: true });
    await rm(receipt, { force: true });
    await copyFile(file, join(folder, `${fileName}.part`));
    await rename(join(folder, `${fileName}.part`), join(folder, fileName));
    return waitUntil(
      `a receipt beside ${fileName}`,
      async () => {
        const refused = await readFile(refusal, 'utf8').catch(() => null);
        if (refused !== null) throw new NotTaken(refused.slice(0, 300));
        const text = await readFile(receipt, 'utf8').catch(() => null);
        return text === null ? null : (JSON.parse(text) as BroughtReceipt);
      },
      { deadlineMs },
    );
  },
};

/** Every way there is. */
export const inboundChannels: readonly InboundChannel[] = [https, watchFolder];
