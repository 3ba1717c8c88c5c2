import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../archive/opened-archive.js';
import { type Answer, type Asking, Door, everyPage } from '../platform/door.js';
import type { BundleView, ReturnView } from '../story/agency-answers.js';
import type { Premises } from './inbound-channel.js';

/** What a receiver has fetched and the agency has taken as received. */
export interface InHand {
  receiver: string;
  id: string;
  /** SHA-256 of each result document in it. */
  resultDigests: string[];
  /** Of a 返戻一覧. */
  listText: string;
  claimYen: number;
  /** Where its bytes are kept; null: a list. */
  file: string | null;
}

type Document = BundleView & ReturnView;

/** Told of every step that a partner takes: faults from outside happen after so many of them. */
export type OnStep = (step: string, detail: string) => Promise<void>;

/**
 * An insurer that fetches bundles, or a provider that fetches returns. One visit lists, downloads, acknowledges; whatever breaks off is
 * done again at the next.
 */
export class Receiver {
  readonly inHand = new Map<string, InHand>();
  private readonly fetched = new Map<string, InHand>();
  private refusals: number;
  private readonly onStep: OnStep;
  private door: Door | null = null;

  constructor(
    private readonly receiver: string,
    private readonly noun: 'bundles' | 'returns',
    private readonly premises: Premises,
    private readonly folder: string,
    options: { refusals: number; onStep: OnStep },
  ) {
    this.refusals = options.refusals;
    this.onStep = options.onStep;
  }

  async visit(): Promise<void> {
    this.door ??= await Door.open(this.premises, this.premises.keyFileOf(this.receiver));
    for (const document of await everyPage<Document>(this.door, `/v1/${this.noun}`, this.noun)) {
      const id = this.noun === 'bundles' ? document.bundleId : document.returnId;
      if (document.state === 'sealed') await this.take(this.door, id, document);
      else if (document.state === 'acknowledged') this.noteAcknowledged(id);
    }
  }

  leave(): void {
    this.door?.close();
  }

  private async take(door: Door, id: string, document: Document): Promise<void> {
    const path = `/v1/${this.noun}/${id}`;
    if (this.refusals > 0) {
      await this.onStep('refuse', id);
      await ok(door, `${path}/refusal`, { json: { reason: 'unreadable' } });
      this.refusals -= 1;
      return;
    }
    await this.onStep('download', id);
    const { bytes } = await ok(door, `${path}/content`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // A download that broke off is another digest; the next visit fetches it again.
    if (sha256 !== document.sha256) return;
    this.fetched.set(id, await this.open(id, document, bytes));
    await this.onStep('acknowledge', id);
    await ok(door, `${path}/acknowledgement`, { json: { sha256 } });
    this.noteAcknowledged(id);
  }

  /** Also where the answer to the acknowledgement was lost: the list says that it was heard. */
  private noteAcknowledged(id: string): void {
    const fetched = this.fetched.get(id);
    if (fetched === undefined) throw new Error(`${id} is acknowledged, and nobody has fetched it`);
    this.inHand.set(id, fetched);
  }

  private async open(id: string, { name, form }: Document, bytes: Buffer): Promise<InHand> {
    const { receiver } = this;
    if (form === 'list') {
      return { receiver, id, resultDigests: [], listText: bytes.toString('utf8'), claimYen: 0, file: null };
    }
    const file = join(this.folder, `${id}-${name}`);
    await writeFile(file, bytes);
    const { files } = await openArchive(file);
    const resultDigests: string[] = [];
    let claimYen = 0;
    for (const [path, content] of files) {
      if (path.startsWith('DATA/')) resultDigests.push(createHash('sha256').update(content).digest('hex'));
      if (!path.startsWith('CLAIMS/')) continue;
      claimYen += Number(/<claimAmount\b[^>]*\bvalue="(\d+)"/.exec(content.toString('utf8'))?.[1] ?? 0);
    }
    return { receiver, id, resultDigests, listText: '', claimYen, file };
  }
}

/** Asks, and throws where the answer is neither a success nor one of those that are no matter. */
export async function ok(
  door: Door,
  path: string,
  asking: Asking = {},
  also: readonly number[] = [],
): Promise<Answer> {
  const answer = await door.ask(path, asking);
  if (answer.status < 300 || also.includes(answer.status)) return answer;
  throw new Error(`${path}: ${answer.status} ${answer.bytes.toString('utf8').slice(0, 300)}`);
}
