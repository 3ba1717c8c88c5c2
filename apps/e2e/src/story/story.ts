import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LivePlatform } from '../platform/live-platform.js';
import type { SubmissionView } from './agency-answers.js';
import type { DownloadedBundle, DownloadedReturn } from './downloaded-deliveries.js';
import { type Demonstration, readDemonstration, type SentArchive } from './sent-archives.js';

export type ReceivedArchive = SentArchive & { receiptNumber: string };

/** What the chapters of the story know, each from those before it. */
export class Story {
  bundles: DownloadedBundle[] = [];
  returns: DownloadedReturn[] = [];
  /** Delivered records that insurers returned. */
  sentBack = 0;
  readonly views = new Map<string, SubmissionView>();
  private running: { platform: LivePlatform; demonstration: Demonstration } | null = null;

  constructor(readonly stateFolder: string) {}

  /** What the partners carry home lies on their side. */
  get home(): string {
    return join(this.stateFolder, 'demonstration/story');
  }

  /**
   * Starts the platform with its demonstration, as a user would, on nothing that was there before. Two processes of a
   * service must tell the same story as one.
   */
  async begin(): Promise<void> {
    const platform = await LivePlatform.start({
      stateFolder: this.stateFolder,
      fresh: true,
      demonstration: true,
      workers: 'inspection=2,routing=2',
    });
    this.running = { platform, demonstration: await readDemonstration(this.stateFolder) };
    await mkdir(this.home, { recursive: true });
  }

  async end(): Promise<void> {
    await this.running?.platform.stop();
  }

  get platform(): LivePlatform {
    if (this.running === null) throw new Error('the story has not begun');
    return this.running.platform;
  }

  get demonstration(): Demonstration {
    if (this.running === null) throw new Error('the story has not begun');
    return this.running.demonstration;
  }

  /** Archives with a receipt. */
  received(): ReceivedArchive[] {
    return this.demonstration.archives.flatMap((archive) =>
      archive.receiptNumber === null ? [] : [{ ...archive, receiptNumber: archive.receiptNumber }],
    );
  }

  firstReceived(): ReceivedArchive {
    const [first] = this.received();
    if (first === undefined) throw new Error('nothing was received');
    return first;
  }

  /** Archives with a receipt that are not refused later as a whole. */
  taken(): ReceivedArchive[] {
    return this.received().filter(({ expected }) => expected.verdict === 'received');
  }

  /** Sum over everything received. */
  total(pick: (archive: SentArchive) => number): number {
    return this.received().reduce((sum, archive) => sum + pick(archive), 0);
  }

  viewOf({ rootName }: SentArchive): SubmissionView {
    const view = this.views.get(rootName);
    if (view === undefined) throw new Error(`nothing is known of ${rootName}`);
    return view;
  }
}
